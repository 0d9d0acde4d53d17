// Units that lie in no group of a grouping, and so are in none of its cells, under none of its caps
// and within nothing of it (plan-format.md, "Meaning of version 2").
#pragma once

#include <string_view>
#include <vector>

#include "model/plan.h"
#include "rules/finding.h"

namespace cadre {

inline constexpr std::string_view kFindingUngrouped = "ungrouped";

// A soft finding for each unit with posts of its own and each grouping that leaves it out: grouping
// by grouping, units in file order.
[[nodiscard]] std::vector<Finding> ungroupedUnits(const Plan& plan);

}  // namespace cadre
