#include "model/division.h"

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
  std::vector<std::int32_t> group(structure.units.size(), kNoGroup);
  for (const UnitId unit : structure.unitsOfLevel(level)) {
    group[unit.index()] = static_cast<std::int32_t>(out.count_++);
  }
  for (std::size_t u = 0; u < group.size(); ++u) {
    for (UnitId at{u}; at && out.group_of_[u] == kNoGroup; at = structure.unit(at).parent) {
      out.group_of_[u] = group[at.index()];
    }
  }
  return out;
}

std::string_view usualScope(const Plan& plan) {
  const Structure& structure = *plan.structure;
  if (structure.findLevel(kLevelDistrict)) return kLevelDistrict;
  if (plan.quota_set->quotas.empty()) return kWholePlan;
  const std::string_view level = plan.quota_set->quotas.front().group_level;
  const LevelId found = structure.findLevel(level);
  return found && structure.unitsOfLevel(found).size() > 1 ? level : kWholePlan;
}

}  // namespace cadre
