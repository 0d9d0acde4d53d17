#include "propose/search/branch_and_bound.h"

#include <algorithm>
#include <optional>

#include <gtest/gtest.h>

#include "enumeration.h"
#include "random_instance.h"

namespace cadre::propose {
namespace {

using test::Enumeration;
using test::objectiveIn;
using test::words;

constexpr std::int32_t kAnyNumber = 1000;

TEST(BranchAndBound, FindsTheOptimumOfEverySmallInstance) {
  constexpr std::uint32_t kInstances = 2000;
  std::size_t impossible = 0;
  for (std::uint32_t seed = 0; seed < kInstances; ++seed) {
    const Instance instance = test::randomInstance(seed);
    const std::optional<Objective> expected = Enumeration(instance, kAnyNumber).best();
    const std::optional<Solution> found = BranchAndBound(instance).solve(kAnyNumber);
    ASSERT_EQ(words(objectiveIn(found)), words(expected)) << seed;
    if (!found) {
      ++impossible;
      continue;
    }
    ASSERT_TRUE(found->is_optimal) << seed;
    ASSERT_EQ(found->bound, *expected) << seed;
    ASSERT_EQ(objectiveOf(instance, found->best.arcs, found->best.leaves), *expected) << seed;
  }
  EXPECT_GT(impossible, 50U);
  EXPECT_LT(impossible, kInstances / 2);
}

TEST(BranchAndBound, KeepsToTheNumberOfMoves) {
  constexpr std::uint32_t kInstances = 300;
  for (std::uint32_t seed = 0; seed < kInstances; ++seed) {
    const Instance instance = test::randomInstance(seed);
    BranchAndBound search(instance);
    for (std::int32_t most = 4; most >= 0; --most) {
      ASSERT_EQ(words(objectiveIn(search.solve(most))), words(Enumeration(instance, most).best()))
          << seed << " with at most " << most;
    }
  }
}

TEST(BranchAndBound, OfNothingIsNothing) {
  const Instance instance;
  const std::optional<Solution> found = BranchAndBound(instance).solve(kAnyNumber);
  ASSERT_TRUE(found.has_value());
  EXPECT_TRUE(found->is_optimal);
  EXPECT_EQ(found->best.objective, Objective{});
}

TEST(BranchAndBound, TheSameInstanceGivesTheSamePlan) {
  for (std::uint32_t seed = 0; seed < 50; ++seed) {
    const Instance instance = test::randomInstance(seed);
    const std::optional<Solution> once = BranchAndBound(instance).solve(kAnyNumber);
    const std::optional<Solution> again = BranchAndBound(instance).solve(kAnyNumber);
    ASSERT_EQ(once.has_value(), again.has_value());
    if (once) {
      EXPECT_EQ(once->best.arcs, again->best.arcs);
    }
  }
}

TEST(BranchAndBound, TheLinearProgrammeDoesNotHalveTheCostOfBrokenContinuity) {
  const Instance instance = test::twoVacantHeads();
  BranchAndBound search(instance);
  EXPECT_EQ(search.bound(kAnyNumber), (Objective{0, 0, 0, 2, 40}));
}

TEST(BranchAndBound, WhoeverCannotBeReplacedDoesNotLeave) {
  Instance instance;  // nobody can come into the first post, so the second stays vacant
  instance.district_cap = {INT32_MAX};
  instance.posts = {{PostId{}, 0, -1, 0}, {PostId{}, -1, -1, 0}};
  instance.officials = {{CadreId{}, 0}};
  instance.arcs = {{0, 1, 5}};
  BranchAndBound search(instance);
  EXPECT_EQ(search.bound(kAnyNumber), (Objective{0, 1, 0, 0, 0}));
  instance.pinned_arcs = {0};
  EXPECT_FALSE(BranchAndBound(instance).solve(kAnyNumber).has_value()) << "unless it is pinned";
}

TEST(BranchAndBound, NothingThatTakesAMoveFurtherAwayIsBetterThanIsSaid) {
  std::uint32_t judged = 0;
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    const Instance instance = test::randomInstance(seed);
    if (!instance.pinned_arcs.empty() || !instance.pinned_leaves.empty()) continue;
    BranchAndBound search(instance);
    const Objective stay = objectiveOf(instance, {}, {});
    if (!search.bound(kAnyNumber)) continue;
    const BranchAndBound::Nearest nearest = search.nearestArcs(4, stay);
    EXPECT_LE(nearest.beyond, stay);
    for (std::int32_t a = 0; a < static_cast<std::int32_t>(instance.arcs.size()); ++a) {
      if (std::ranges::find(nearest.arcs, a) != nearest.arcs.end()) continue;
      Instance with = instance;
      with.pinned_arcs = {a};
      const std::optional<Objective> best = Enumeration(with, kAnyNumber).best();
      if (best) {
        EXPECT_GE(*best, nearest.beyond) << "seed " << seed << ", move " << a;
      }
      ++judged;
    }
  }
  EXPECT_GT(judged, 100U);
}

}  // namespace
}  // namespace cadre::propose
