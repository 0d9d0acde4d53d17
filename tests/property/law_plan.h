// Tiny random plans for the laws of proposals: at most two districts, a handful of posts and
// officials, and a random selection of everything that rules and the model consider. The same seed
// gives the same plan on every machine.
#pragma once

#include <cstdint>
#include <string>

#include "model/plan.h"

namespace cadre::test {

struct LawPlan {
  Plan plan;           // with one scenario, whose last round is to be proposed
  std::string within;  // a division of the plan
  bool calm = false;
};

[[nodiscard]] LawPlan lawPlan(std::uint32_t seed);

}  // namespace cadre::test
