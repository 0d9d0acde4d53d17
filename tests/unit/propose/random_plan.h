// Small random plans for tests of proposals: the same for a seed on every machine.
#pragma once

#include <cstdint>

#include "support/plan_builder.h"
#include "support/random.h"

namespace cadre::test {

struct RandomPlanSize {
  std::int32_t districts = 2;
  std::int32_t communes = 3;  // of each district, with two posts each
  std::int32_t candidates = 2;
};

// Without scenarios. Rules, caps, locks, vacancies, relatives and service that ends are there by
// chance.
[[nodiscard]] PlanBuilder randomPlan(Random& random, const RandomPlanSize& size);

}  // namespace cadre::test
