// What each definition of "local" would make of one quota at one moment, next to each other.
//
// Six rows: every basis at every level, with the plan's own years of residence. Nothing of the plan
// changes. For a quota that does not count locality all rows are the same.
#pragma once

#include <cstdint>
#include <vector>

#include "core/date.h"
#include "core/id.h"
#include "model/plan.h"
#include "model/seating.h"

namespace cadre {

// Sums over the cells of the quota.
struct DefinitionTotal {
  LocalityBasis basis{};
  LocalityLevel level{};
  bool in_use = false;  // the definition that the plan has
  std::int64_t posts = 0;
  std::int64_t attained = 0;
  std::int64_t needed = 0;
  std::int64_t vacant = 0;
  std::int64_t unknown = 0;  // the data that the basis asks for are absent
  std::int64_t shortfall = 0;
  std::int32_t units = 0;
  std::int32_t reached = 0;  // units without a shortfall
  friend bool operator==(const DefinitionTotal&, const DefinitionTotal&) = default;
};

// By basis, then level, in the order of their names in files. Empty when there is no such quota.
[[nodiscard]] std::vector<DefinitionTotal> definitionTotals(const Plan& plan, QuotaId quota,
                                                            const Seating& seating, Date date);

}  // namespace cadre
