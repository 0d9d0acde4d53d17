#include "propose/search/large_search.h"

#include <gtest/gtest.h>

#include "propose/search/branch_and_bound.h"
#include "random_instance.h"

namespace cadre::propose {
namespace {

constexpr std::int32_t kAnyNumber = 1000;
constexpr std::uint32_t kInstances = 300;

Instance instanceOf(std::uint32_t seed) { return test::randomInstance(seed, 14, 5); }

std::optional<Solution> searchInSteps(const Instance& instance, std::size_t pivots) {
  LargeSearch search(instance, Order::kProposal);
  search.start(kAnyNumber);
  while (!search.step(pivots)) {
  }
  return search.solution();
}

TEST(LargeSearch, NeverClaimsMoreThanIsTrue) {
  std::uint32_t optimal = 0;
  for (std::uint32_t seed = 0; seed < kInstances; ++seed) {
    const Instance instance = instanceOf(seed);
    BranchAndBound exact(instance);
    const std::optional<Solution> best = exact.solve(kAnyNumber);
    const std::optional<Solution> found = searchInSteps(instance, 1'000'000);
    ASSERT_EQ(found.has_value(), best.has_value()) << "seed " << seed;
    if (!found) continue;
    const Selection& selection = found->best;
    EXPECT_EQ(selection.objective, objectiveOf(instance, selection.arcs, selection.leaves));
    EXPECT_GE(selection.objective, best->best.objective) << "seed " << seed;
    EXPECT_LE(found->bound, best->best.objective) << "seed " << seed;
    if (found->is_optimal) {
      EXPECT_EQ(selection.objective, best->best.objective) << "seed " << seed;
    }
    optimal += selection.objective == best->best.objective ? 1 : 0;
  }
  EXPECT_GT(optimal, kInstances / 2) << "and it finds the best one most of the time";
}

TEST(LargeSearch, IsTheSameHoweverItIsCutIntoSteps) {
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    const Instance instance = instanceOf(seed);
    const std::optional<Solution> whole = searchInSteps(instance, 1'000'000);
    const std::optional<Solution> sliced = searchInSteps(instance, 1);
    ASSERT_EQ(whole.has_value(), sliced.has_value());
    if (!whole) continue;
    EXPECT_EQ(whole->best.arcs, sliced->best.arcs) << "seed " << seed;
    EXPECT_EQ(whole->bound, sliced->bound) << "seed " << seed;
  }
}

TEST(LargeSearch, SaysHowFarItIs) {
  const Instance instance = instanceOf(1);
  LargeSearch search(instance, Order::kProposal);
  search.start(kAnyNumber);
  EXPECT_LT(search.progress(), 0.5);
  while (!search.step(1)) {
    EXPECT_GE(search.progress(), 0.0);
    EXPECT_LT(search.progress(), 1.0);
  }
  EXPECT_EQ(search.progress(), 1.0);
}

TEST(LargeSearch, StartsFromEverythingAsItIs) {
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    const Instance instance = instanceOf(seed);
    if (!instance.pinned_arcs.empty() || !instance.pinned_leaves.empty()) continue;
    LargeSearch search(instance, Order::kProposal);
    search.start(kAnyNumber);
    ASSERT_TRUE(search.solution().has_value());
    EXPECT_TRUE(search.solution()->best.arcs.empty());
  }
}

}  // namespace
}  // namespace cadre::propose
