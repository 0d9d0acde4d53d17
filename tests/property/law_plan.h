// Tiny random plans for the laws of proposals: two districts at most, a handful of posts and
// people, and of everything that a rule or the model looks at something by chance. The same for a
// seed on every machine.
#pragma once

#include <cstdint>
#include <string>

#include "model/plan.h"

namespace cadre::test {

struct LawPlan {
  Plan plan;           // with one scenario, whose last round is to be proposed for
  std::string within;  // a division of the plan
  bool calm = false;
};

[[nodiscard]] LawPlan lawPlan(std::uint32_t seed);

}  // namespace cadre::test
