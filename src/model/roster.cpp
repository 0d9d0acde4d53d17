#include "model/roster.h"

#include <algorithm>

namespace cadre {

std::vector<TitleId> Cadre::poolTitles() const {
  std::vector<TitleId> out = pool;
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace cadre
