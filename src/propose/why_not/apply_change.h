// The values to which a setting of a plan can be changed, and the change itself.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "model/plan.h"
#include "propose/why_not/plan_change.h"
#include "propose/why_not/shortfall_search.h"
#include "rules/rule.h"

namespace cadre::propose {

// Values for the limit of a hard rule, starting with the mildest change (months: multiples of half
// a year); at the last value, everybody passes whom the limit can let pass.
[[nodiscard]] std::vector<std::int32_t> relaxedLimits(const Plan& plan, const rules::RuleInfo& rule,
                                                      std::int32_t limit);

// Each cap that the plan has, with the values above it up to where it lets everything pass.
[[nodiscard]] std::vector<std::pair<Change, std::vector<std::int32_t>>> raisedCaps(
    const Plan& plan);

// For pins and locks: the one named by the change, or all at once.
enum class Reach : std::uint8_t { kOne, kAll };

// Makes the change in the trial's own copies.
void applyChange(Trial& trial, const Change& change, Reach reach);

}  // namespace cadre::propose
