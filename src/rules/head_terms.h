// How many terms in a row one may be head in one place: for whoever counts them beyond the rounds.
// The rule itself is in head_terms.cpp.
#pragma once

#include <cstdint>
#include <optional>

#include "model/plan.h"

namespace cadre::rules {

// Nothing where the plan does not ask.
[[nodiscard]] std::optional<std::int32_t> mostTermsAsHead(const Plan& plan);

}  // namespace cadre::rules
