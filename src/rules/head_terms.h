// The limit on consecutive terms as head in one place, for code that counts them beyond the rounds.
// The rule itself is in head_terms.cpp.
#pragma once

#include <cstdint>
#include <optional>

#include "model/plan.h"

namespace cadre::rules {

// Empty when the plan does not use the rule.
[[nodiscard]] std::optional<std::int32_t> mostTermsAsHead(const Plan& plan);

}  // namespace cadre::rules
