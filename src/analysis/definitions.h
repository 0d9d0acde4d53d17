// Compares the definitions of "local": the result of each for one quota at one moment.
//
// Six rows: every basis at every level, with the plan's own years of residence. The plan itself is
// not changed. For a quota that does not count locality, all rows are equal.
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
  bool in_use = false;  // whether it is the plan's definition
  std::int64_t posts = 0;
  std::int64_t attained = 0;
  std::int64_t needed = 0;
  std::int64_t vacant = 0;
  std::int64_t unknown = 0;  // without the data that the basis needs
  std::int64_t shortfall = 0;
  std::int32_t units = 0;
  std::int32_t reached = 0;  // units without a shortfall
  friend bool operator==(const DefinitionTotal&, const DefinitionTotal&) = default;
};

// By basis, then level, in the order of their names in files. Empty if there is no such quota.
[[nodiscard]] std::vector<DefinitionTotal> definitionTotals(const Plan& plan, QuotaId quota,
                                                            const Seating& seating, Date date);

}  // namespace cadre
