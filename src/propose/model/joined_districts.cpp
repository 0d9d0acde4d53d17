#include "propose/model/joined_districts.h"

#include <optional>

namespace cadre::propose {

JoinedDistricts::JoinedDistricts(const Plan& plan) : plan_(plan), sets_(count()) {}

std::size_t JoinedDistricts::count() const { return plan_.structure->units.size(); }

std::size_t JoinedDistricts::districtOf(PostId post) const {
  const Structure& structure = *plan_.structure;
  const UnitId unit = structure.post(post).unit;
  const UnitId district = structure.districtOf(unit);
  return (district ? district : unit).index();
}

bool JoinedDistricts::isDistrict(std::size_t district) const {
  const UnitId unit{district};
  return plan_.structure->districtOf(unit) == unit;
}

void JoinedDistricts::joinCells(const std::vector<std::uint8_t>& is_open) {
  const Structure& structure = *plan_.structure;
  for (const Quota& quota : plan_.quota_set->quotas) {
    for (const UnitId unit : structure.unitsOfLevel(structure.findLevel(quota.group_level))) {
      std::optional<std::size_t> first;
      for (const PostId post : structure.postsUnder(unit)) {
        if (is_open[post.index()] == 0 || !quota.countsTitle(structure.post(post).title)) continue;
        if (first) join(*first, districtOf(post));
        first = districtOf(post);
      }
    }
  }
}

}  // namespace cadre::propose
