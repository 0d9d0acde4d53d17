#include "model/division.h"

#include <algorithm>

#include "text/strings.h"

namespace cadre {

Division Division::whole(const Structure& structure) {
  Division out;
  out.group_of_.assign(structure.units.size(), 0);
  out.count_ = 1;
  out.is_whole_ = true;
  return out;
}

std::optional<Division> Division::find(const Structure& structure, std::string_view name) {
  if (name == kWholePlan) return whole(structure);
  const LevelId level = structure.findLevel(name);
  if (!level) return std::nullopt;
  Division out;
  out.group_of_.assign(structure.units.size(), kNoGroup);
  std::vector<std::int32_t> place(structure.unitCount(), kNoGroup);
  for (const UnitId group : structure.unitsOfLevel(level)) {
    place[group.index()] = static_cast<std::int32_t>(out.count_++);
  }
  for (std::size_t u = 0; u < structure.units.size(); ++u) {
    if (const UnitId group = structure.groupOf(level, UnitId{u})) {
      out.group_of_[u] = place[group.index()];
    }
  }
  return out;
}

std::string_view usualScope(const Plan& plan) {
  const Structure& structure = *plan.structure;
  const std::optional<std::string>& own = plan.rule_set->mobility;
  if (own && (*own == kWholePlan || structure.findLevel(*own))) return *own;
  if (structure.findLevel(kLevelDistrict)) return kLevelDistrict;
  if (plan.quota_set->quotas.empty()) return kWholePlan;
  const std::string_view level = plan.quota_set->quotas.front().group_level;
  const LevelId found = structure.findLevel(level);
  return found && structure.unitsOfLevel(found).size() > 1 ? level : kWholePlan;
}

MessageValue nameOfDivision(const Structure& structure, std::string_view name) {
  if (name == kLevelCommune) return text::Str::locality_level_commune;
  if (name == kLevelDistrict) return text::Str::locality_level_district;
  if (name == kWholePlan) return text::Str::propose_within_plan;
  if (const Grouping* grouping = structure.groupingOf(structure.findLevel(name))) {
    return BothLanguages{grouping->name.vi, grouping->name.en};
  }
  return std::string(name);
}

MessageValue nameOfLevel(const Structure& structure, const LocalityDefinition& locality) {
  if (locality.level == LocalityLevel::kGroup) return nameOfDivision(structure, locality.group);
  return labelOf(locality.level);
}

std::vector<std::string> scopesOf(const Plan& plan) {
  const Structure& structure = *plan.structure;
  std::vector<std::string> out = {std::string(usualScope(plan))};
  const auto add = [&](std::string_view name) {
    if (std::find(out.begin(), out.end(), name) == out.end()) out.emplace_back(name);
  };
  for (std::size_t l = 0; l < structure.levels.size(); ++l) {
    const std::vector<UnitId> groups = structure.unitsOfLevel(LevelId{l});
    const bool has_parts = std::any_of(groups.begin(), groups.end(), [&](UnitId group) {
      return !structure.children[group.index()].empty();
    });
    if (groups.size() > 1 && has_parts) add(structure.levels[l]);
  }
  if (out.front() != kWholePlan) add(kWholePlan);
  return out;
}

}  // namespace cadre
