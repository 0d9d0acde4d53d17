#include "model/structure.h"

#include <algorithm>
#include <utility>

namespace cadre {

LevelId Structure::findLevel(std::string_view name) const {
  const auto found = std::find(levels.begin(), levels.end(), name);
  return found == levels.end() ? LevelId{}
                               : LevelId{static_cast<std::size_t>(found - levels.begin())};
}

bool Structure::contains(UnitId above, UnitId below) const {
  for (UnitId at = below; at; at = unit(at).parent) {
    if (at == above) return true;
  }
  return false;
}

std::vector<UnitId> Structure::unitsOfLevel(LevelId level) const {
  std::vector<UnitId> out;
  if (!level) return out;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i].level == level) out.emplace_back(i);
  }
  return out;
}

std::vector<PostId> Structure::postsUnder(UnitId top) const {
  std::vector<PostId> out;
  std::vector<UnitId> open = {top};
  while (!open.empty()) {
    const UnitId at = open.back();
    open.pop_back();
    const std::vector<PostId>& own = posts_in[at.index()];
    out.insert(out.end(), own.begin(), own.end());
    const std::vector<UnitId>& below = children[at.index()];
    open.insert(open.end(), below.rbegin(), below.rend());
  }
  return out;
}

std::shared_ptr<const Structure> makeStructure(Structure records) {
  auto out = std::make_shared<Structure>(std::move(records));
  const std::size_t count = out->units.size();
  const LevelId district = out->findLevel(kLevelDistrict);
  out->district_of.assign(count, UnitId{});
  out->children.assign(count, {});
  out->posts_in.assign(count, {});
  out->roots.clear();
  for (std::size_t i = 0; i < count; ++i) {
    for (UnitId at{i}; at; at = out->unit(at).parent) {
      if (out->unit(at).level == district) {
        out->district_of[i] = at;
        break;
      }
    }
    const UnitId parent = out->units[i].parent;
    (parent ? out->children[parent.index()] : out->roots).emplace_back(i);
  }
  for (std::size_t i = 0; i < out->posts.size(); ++i) {
    out->posts_in[out->posts[i].unit.index()].emplace_back(i);
  }
  return out;
}

}  // namespace cadre
