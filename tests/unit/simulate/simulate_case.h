// Simulates one round of a plan, and gives its findings as short lines.
#pragma once

#include <string>

#include "simulate/timeline.h"
#include "support/plan_builder.h"

namespace cadre::test {

// One line per finding: "hard post_taken c0 → u1/chairman", with "(waived)" if it is waived; "-"
// stands for no cadre or no post.
[[nodiscard]] std::string lines(const Plan& plan, const RoundState& state);

// A state together with the plan that names its parts.
struct Played : RoundState {
  Plan plan;

  [[nodiscard]] std::string lines() const { return test::lines(plan, *this); }
};

[[nodiscard]] Played simulateRound(const Plan& plan, Round round);

}  // namespace cadre::test
