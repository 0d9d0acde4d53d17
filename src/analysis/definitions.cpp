#include "analysis/definitions.h"

#include <cstddef>
#include <memory>

#include "simulate/quota_cells.h"

namespace cadre {
namespace {

// The plan reduced to that quota, with that definition.
Plan planWith(const Plan& plan, QuotaId quota, const LocalityDefinition& locality) {
  auto quotas = std::make_shared<QuotaSet>();
  quotas->locality = locality;
  quotas->quotas.push_back(plan.quota_set->quotas[quota.index()]);
  Plan out = plan;
  out.quota_set = std::move(quotas);
  return out;
}

DefinitionTotal totalOf(const Plan& plan, const Seating& seating, Date date) {
  DefinitionTotal out;
  for (const Cell& cell : QuotaCells(plan).count(seating, date)) {
    out.posts += cell.posts;
    out.attained += cell.attained;
    out.needed += cell.needed;
    out.vacant += cell.vacant;
    out.unknown += cell.unknown;
    out.shortfall += cell.shortfall();
    ++out.units;
    if (cell.shortfall() == 0) ++out.reached;
  }
  return out;
}

}  // namespace

std::vector<DefinitionTotal> definitionTotals(const Plan& plan, QuotaId quota,
                                              const Seating& seating, Date date) {
  std::vector<DefinitionTotal> out;
  if (!quota || quota.index() >= plan.quota_set->quotas.size()) return out;
  const LocalityDefinition& own = plan.quota_set->locality;
  std::vector<LocalityLevel> levels = {LocalityLevel::kCommune, LocalityLevel::kDistrict};
  if (own.level == LocalityLevel::kGroup) levels.push_back(LocalityLevel::kGroup);
  for (std::size_t b = 0; b < names<LocalityBasis>().size(); ++b) {
    for (const LocalityLevel level : levels) {
      LocalityDefinition locality = own;
      locality.basis = static_cast<LocalityBasis>(b);
      locality.level = level;
      if (level != LocalityLevel::kGroup) locality.group.clear();
      DefinitionTotal total = totalOf(planWith(plan, quota, locality), seating, date);
      total.basis = locality.basis;
      total.level = locality.level;
      total.in_use = locality.basis == own.basis && locality.level == own.level;
      out.push_back(total);
    }
  }
  return out;
}

}  // namespace cadre
