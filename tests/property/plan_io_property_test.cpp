// Any plan: a saved plan opens again with the same content.
#include <gtest/gtest.h>

#include "plan_io/plan_io.h"
#include "plan_io_random.h"
#include "simulate/quota_cells.h"
#include "simulate/simulate.h"

namespace cadre::test {
namespace {

constexpr std::uint64_t kPlans = 200;

TEST(PlanIoProperty, ASavedPlanSavesToTheSameBytes) {
  for (std::uint64_t seed = 0; seed < kPlans; ++seed) {
    samples::Random random(seed);
    const Plan plan = randomPlan(random);
    const std::string text = plan_io::savePlan(plan);
    const auto again = plan_io::loadPlan(text);
    ASSERT_TRUE(again.has_value()) << "seed " << seed << ": " << again.error().front().place;
    ASSERT_EQ(plan_io::savePlan(*again), text) << "seed " << seed;
  }
}

TEST(PlanIoProperty, ASavedPlanSimulatesTheSame) {
  for (std::uint64_t seed = 0; seed < kPlans; ++seed) {
    samples::Random random(seed);
    const Plan plan = randomPlan(random);
    const auto again = plan_io::loadPlan(plan_io::savePlan(plan));
    ASSERT_TRUE(again.has_value());
    const Timeline before = simulate(plan, *plan.scenarios->front());
    const Timeline after = simulate(*again, *again->scenarios->front());
    ASSERT_EQ(before.rounds.size(), after.rounds.size());
    for (std::size_t i = 0; i < before.rounds.size(); ++i) {
      ASSERT_EQ(before.rounds[i].cells, after.rounds[i].cells) << "seed " << seed;
      ASSERT_EQ(before.rounds[i].moves, after.rounds[i].moves) << "seed " << seed;
      ASSERT_EQ(before.rounds[i].findings.size(), after.rounds[i].findings.size());
    }
  }
}

// Incremental counting of quota cells gives the same result as counting everything.
TEST(PlanIoProperty, CellsOfEveryRoundAreThoseOfItsSeating) {
  for (std::uint64_t seed = 0; seed < kPlans; ++seed) {
    samples::Random random(seed);
    const Plan plan = randomPlan(random);
    const QuotaCells cells(plan);
    const Timeline timeline = simulate(plan, *plan.scenarios->front());
    for (const RoundState& round : timeline.rounds) {
      ASSERT_EQ(round.cells, cells.count(round.after, round.date)) << "seed " << seed;
    }
  }
}

// Bytes changed, removed or inserted: gives a result, with at most twenty errors.
TEST(PlanIoProperty, ADamagedFileGivesAPlanOrErrors) {
  for (std::uint64_t seed = 0; seed < kPlans; ++seed) {
    samples::Random random(seed);
    const std::string whole = plan_io::savePlan(randomPlan(random));
    for (int i = 0; i < 20; ++i) {
      std::string text = whole;
      for (int k = random.between(1, 4); k > 0; --k) {
        const auto at = static_cast<std::size_t>(random.below(text.size()));
        const auto byte = static_cast<char>(random.below(256));
        if (random.chance(500)) {
          text[at] = byte;
        } else if (random.chance(500)) {
          text.erase(at, static_cast<std::size_t>(random.between(1, 30)));
        } else {
          text.insert(at, 1, byte);
        }
        if (text.empty()) text = "x";
      }
      const auto plan = plan_io::loadPlan(text);
      if (plan) {
        ASSERT_TRUE(plan_io::loadPlan(plan_io::savePlan(*plan)).has_value()) << "seed " << seed;
      } else {
        ASSERT_FALSE(plan.error().empty());
        ASSERT_LE(plan.error().size(), kMaxErrors);
      }
    }
  }
}

}  // namespace
}  // namespace cadre::test
