// Small random plans for tests of proposals: the same for a seed on every machine.
#pragma once

#include <cstdint>
#include <random>

#include "support/plan_builder.h"

namespace cadre::test {

class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_(seed) {}
  std::int32_t below(std::int32_t count) {
    return static_cast<std::int32_t>(engine_() % static_cast<std::uint32_t>(count));
  }
  bool oneIn(std::int32_t count) { return below(count) == 0; }

 private:
  std::mt19937 engine_;
};

struct RandomPlanSize {
  std::int32_t districts = 2;
  std::int32_t communes = 3;  // of each district, with two posts each
  std::int32_t candidates = 2;
};

// Without scenarios. Rules, caps, locks, vacancies, relatives and service that ends are there by
// chance.
[[nodiscard]] PlanBuilder randomPlan(Random& random, const RandomPlanSize& size);

}  // namespace cadre::test
