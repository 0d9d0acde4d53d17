#include "propose/model/joined_districts.h"

#include <optional>

#include "model/division.h"

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

void JoinedDistricts::joinCapped(const std::vector<std::uint8_t>& is_open,
                                 const std::vector<PostId>& used) {
  for (const CappedGroup& group : bindingCaps(plan_, is_open, used)) {
    for (const PostId post : group.posts) join(districtOf(group.posts.front()), districtOf(post));
  }
}

std::vector<CappedGroup> bindingCaps(const Plan& plan, const std::vector<std::uint8_t>& is_open,
                                     const std::vector<PostId>& used) {
  const std::optional<Caps>& caps = plan.rule_set->caps;
  // That of districts is RuleSet::districtCap()'s.
  if (!caps || !caps->per_group || caps->per_group->by == kLevelDistrict) return {};
  const std::optional<Division> by = Division::find(*plan.structure, caps->per_group->by);
  if (!by) return {};
  std::vector<CappedGroup> groups(by->count());
  for (CappedGroup& group : groups) group.most = caps->per_group->most;
  const auto groupOf = [&](PostId post) { return by->groupOf(plan.structure->unitOf(post)); };
  for (std::size_t p = 0; p < is_open.size(); ++p) {
    const std::int32_t group = groupOf(PostId{p});
    if (is_open[p] == 0 || group == Division::kNoGroup) continue;
    groups[static_cast<std::size_t>(group)].posts.emplace_back(p);
  }
  for (const PostId post : used) {
    const std::int32_t group = groupOf(post);
    if (group != Division::kNoGroup) --groups[static_cast<std::size_t>(group)].most;
  }
  std::erase_if(groups, [](const CappedGroup& group) {
    return group.posts.empty() || static_cast<std::int64_t>(group.posts.size()) <= group.most;
  });
  return groups;
}

}  // namespace cadre::propose
