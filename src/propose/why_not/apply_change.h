// To which values a setting of a plan can be changed, and the plan changed so.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "model/plan.h"
#include "propose/why_not/plan_change.h"
#include "propose/why_not/shortfall_search.h"
#include "rules/rule.h"

namespace cadre::propose {

// Values of the limit of a hard rule from the mildest change on (months: whole half years); the
// last lets everybody pass that the limit can let pass.
[[nodiscard]] std::vector<std::int32_t> relaxedLimits(const Plan& plan, const rules::RuleInfo& rule,
                                                      std::int32_t limit);

// Each cap that the plan has, with the values above it up to where it lets everything pass.
[[nodiscard]] std::vector<std::pair<Change, std::vector<std::int32_t>>> raisedCaps(
    const Plan& plan);

// Of pins and locks: the one that the change names, or all at once.
enum class Reach : std::uint8_t { kOne, kAll };

// Makes the change in the trial's own copies.
void applyChange(Trial& trial, const Change& change, Reach reach);

}  // namespace cadre::propose
