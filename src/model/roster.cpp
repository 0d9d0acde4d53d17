#include "model/roster.h"

#include <algorithm>

namespace cadre {

std::vector<TitleId> Cadre::poolTitles() const {
  std::vector<TitleId> out;
  for (const PoolEntry& entry : pool) out.push_back(entry.title);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

bool Cadre::isInPool(const Post& post, const Structure& structure) const {
  return std::any_of(pool.begin(), pool.end(), [&](const PoolEntry& entry) {
    return entry.title == post.title && (!entry.unit || structure.contains(entry.unit, post.unit));
  });
}

std::optional<Date> Cadre::servesUntil() const {
  if (!left) return service_ends;
  return service_ends ? std::min(*service_ends, left->on) : left->on;
}

}  // namespace cadre
