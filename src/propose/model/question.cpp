#include "propose/model/question.h"

#include "model/structure.h"

namespace cadre::propose {

std::vector<std::uint8_t> scopeOf(const Structure& structure, const std::vector<UnitId>& units) {
  std::vector<std::uint8_t> out(structure.posts.size(), units.empty() ? 1 : 0);
  for (const UnitId unit : units) {
    for (const PostId post : structure.postsUnder(unit)) out[post.index()] = 1;
  }
  return out;
}

}  // namespace cadre::propose
