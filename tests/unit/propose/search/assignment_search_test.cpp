#include "propose/search/assignment_search.h"

#include <algorithm>
#include <optional>

#include <gtest/gtest.h>

#include "core/places.h"
#include "enumeration.h"
#include "random_instance.h"

namespace cadre::propose {
namespace {

using test::objectiveIn;

constexpr std::int32_t kAnyNumber = 1000;

std::optional<Solution> solve(AssignmentSearch& search, std::int32_t most,
                              std::size_t pivots = 1'000'000) {
  search.start(most);
  while (!search.step(pivots)) {
  }
  return search.solution();
}

TEST(AssignmentSearch, FindsTheOptimumOfEverySmallInstance) {
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    const Instance instance = test::randomInstance(seed);
    ASSERT_TRUE(AssignmentSearch::fits(instance));
    AssignmentSearch search(instance, Order::kProposal);
    const std::optional<Solution> found = solve(search, kAnyNumber);
    const std::optional<Objective> expected = test::Enumeration(instance, kAnyNumber).best();
    ASSERT_EQ(test::words(objectiveIn(found)), test::words(expected)) << seed;
    if (!found) continue;
    ASSERT_TRUE(found->is_optimal) << seed;
    ASSERT_EQ(found->bound, *expected) << seed;
    ASSERT_EQ(objectiveOf(instance, found->best.arcs, found->best.leaves), *expected) << seed;
  }
}

TEST(AssignmentSearch, KeepsToTheNumberOfMovesAlsoWhenItIsStartedAgain) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    const Instance instance = test::randomInstance(seed);
    AssignmentSearch search(instance, Order::kProposal);
    for (const std::int32_t most : {4, 2, 3, 0, 1, -1}) {
      ASSERT_EQ(test::words(objectiveIn(solve(search, most))),
                test::words(most < 0 ? std::nullopt : test::Enumeration(instance, most).best()))
          << seed << " with at most " << most;
    }
  }
}

TEST(AssignmentSearch, SaysTheSameAsBranchAndBoundOfDistrictsOfUsualSize) {
  std::uint32_t judged = 0;
  for (const Order order : {Order::kProposal, Order::kShortfallThenCost}) {
    for (std::uint32_t seed = 0; seed < 150; ++seed) {
      const Instance instance = test::randomInstance(seed, 24);
      AssignmentSearch search(instance, order);
      const std::optional<Solution> found = solve(search, kAnyNumber);
      BranchAndBound exact(instance, order);
      const std::optional<Solution> expected = exact.solve(kAnyNumber);
      ASSERT_EQ(found.has_value(), expected.has_value()) << seed;
      if (!found) continue;
      EXPECT_EQ(inOrder(found->best.objective, order), inOrder(expected->best.objective, order))
          << seed;
      EXPECT_TRUE(found->is_optimal) << seed;
      EXPECT_EQ(found->bound, expected->bound) << seed;
      ++judged;
    }
  }
  EXPECT_GT(judged, 200U);
}

// A regression: pinned moves beyond a cap once gave a selection without them.
TEST(AssignmentSearch, PinsThatACapRulesOutAreImpossible) {
  std::uint32_t impossible = 0;
  for (std::uint32_t seed = 0; seed < 1000; ++seed) {
    Instance instance = test::randomInstance(seed, 8);
    if (instance.arcs.empty()) continue;
    instance.pinned_arcs = {place(seed % instance.arcs.size())};
    std::fill(instance.district_cap.begin(), instance.district_cap.end(), 1);
    AssignmentSearch search(instance, Order::kProposal);
    const std::optional<Solution> found = solve(search, kAnyNumber);
    BranchAndBound exact(instance);
    ASSERT_EQ(test::words(objectiveIn(found)), test::words(objectiveIn(exact.solve(kAnyNumber))))
        << seed;
    impossible += found ? 0 : 1;
  }
  EXPECT_GT(impossible, 100U);
}

TEST(AssignmentSearch, IsTheSameHoweverItIsCutIntoSteps) {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    const Instance instance = test::randomInstance(seed, 14);
    AssignmentSearch whole(instance, Order::kProposal);
    AssignmentSearch sliced(instance, Order::kProposal);
    const std::optional<Solution> at_once = solve(whole, kAnyNumber);
    const std::optional<Solution> in_steps = solve(sliced, kAnyNumber, 1);
    ASSERT_EQ(at_once.has_value(), in_steps.has_value());
    if (!at_once) continue;
    EXPECT_EQ(at_once->best.arcs, in_steps->best.arcs) << seed;
    EXPECT_EQ(at_once->bound, in_steps->bound) << seed;
  }
}

TEST(AssignmentSearch, StartsFromEverythingAsItIs) {
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    const Instance instance = test::randomInstance(seed);
    AssignmentSearch search(instance, Order::kProposal);
    search.start(kAnyNumber);
    const bool has_pins = !instance.pinned_arcs.empty() || !instance.pinned_leaves.empty();
    ASSERT_EQ(search.solution().has_value(), !has_pins);
    if (has_pins) continue;
    EXPECT_TRUE(search.solution()->best.arcs.empty());
    EXPECT_EQ(search.solution()->bound, Objective{});
  }
}

}  // namespace
}  // namespace cadre::propose
