#include "propose/search/assignment_relaxation.h"

#include <algorithm>
#include <optional>

#include <gtest/gtest.h>

#include "enumeration.h"
#include "random_instance.h"

namespace cadre::propose {
namespace {

constexpr std::int32_t kAnyNumber = 1000;
constexpr std::uint32_t kInstances = 600;

std::optional<std::int64_t> bestValue(const Instance& instance, const Valuation& valuation) {
  const std::optional<Objective> best = test::Enumeration(instance, kAnyNumber).best();
  return best ? std::optional(valuation.valueOf(*best)) : std::nullopt;
}

TEST(AssignmentRelaxation, NoSelectionIsBetterThanItsBound) {
  std::uint32_t met = 0;
  std::uint32_t judged = 0;
  for (std::uint32_t seed = 0; seed < kInstances; ++seed) {
    const Instance instance = test::randomInstance(seed);
    const Valuation valuation(instance, Order::kProposal);
    const AssignmentRelaxation relaxation(instance, valuation);
    const std::optional<std::int64_t> best = bestValue(instance, valuation);
    if (!best || !relaxation.isPossible()) continue;
    EXPECT_LE(relaxation.bound(), *best) << seed;
    met += relaxation.bestValue() == relaxation.bound() ? 1 : 0;
    ++judged;
  }
  EXPECT_GT(judged, kInstances / 2);
  EXPECT_GT(met, judged / 2) << "and most of the time it is the best selection's value";
}

TEST(AssignmentRelaxation, ItsBestSelectionIsWorthWhatItSaysAndKeepsAllLimits) {
  for (std::uint32_t seed = 0; seed < kInstances; ++seed) {
    const Instance instance = test::randomInstance(seed);
    const Valuation valuation(instance, Order::kProposal);
    const AssignmentRelaxation relaxation(instance, valuation);
    if (!relaxation.isPossible()) continue;
    const std::optional<Selection> found = relaxation.best();
    if (!found) continue;
    EXPECT_EQ(valuation.valueOf(found->objective), relaxation.bestValue()) << seed;
    // Pinned, its moves and leaves leave no other selection.
    Instance with = instance;
    with.pinned_arcs = found->arcs;
    with.pinned_leaves = found->leaves;
    const auto moves = static_cast<std::int32_t>(found->objective.moves);
    EXPECT_EQ(test::Enumeration(with, moves).best(), found->objective) << seed;
    for (const std::int32_t a : instance.pinned_arcs) {
      EXPECT_TRUE(std::ranges::binary_search(found->arcs, a)) << seed;
    }
  }
}

TEST(AssignmentRelaxation, NoSelectionWithAMoveIsBetterThanTheBoundWithIt) {
  std::uint32_t judged = 0;
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    const Instance instance = test::randomInstance(seed, 4);
    if (!instance.pinned_arcs.empty()) continue;
    const Valuation valuation(instance, Order::kProposal);
    const AssignmentRelaxation relaxation(instance, valuation);
    if (!relaxation.isPossible()) continue;
    const std::vector<std::int64_t> bounds = relaxation.boundsWith();
    for (std::int32_t a = 0; a < static_cast<std::int32_t>(bounds.size()); ++a) {
      Instance with = instance;
      with.pinned_arcs = {a};
      const std::optional<Objective> best = test::Enumeration(with, kAnyNumber).best();
      if (!best) continue;
      EXPECT_GE(valuation.valueOf(*best), bounds[static_cast<std::size_t>(a)]) << seed << " " << a;
      ++judged;
    }
  }
  EXPECT_GT(judged, 500U);
}

TEST(AssignmentRelaxation, PinsThatContradictEachOtherAreImpossible) {
  Instance instance;  // the only official cannot both take the post and leave for none
  instance.district_cap = {INT32_MAX};
  instance.posts = {{PostId{}, 0, -1, 0}, {PostId{}, -1, -1, 0}};
  instance.officials = {{CadreId{}, 0}};
  instance.arcs = {{0, 1, 5}};
  instance.pinned_arcs = {0};
  const Valuation valuation(instance, Order::kProposal);
  EXPECT_FALSE(AssignmentRelaxation(instance, valuation).isPossible())
      << "the post that is left would fall vacant";
}

TEST(AssignmentRelaxation, ContinuityCountsInTheBound) {
  const Instance instance = test::twoVacantHeads();
  const Valuation valuation(instance, Order::kProposal);
  const AssignmentRelaxation relaxation(instance, valuation);
  EXPECT_EQ(valuation.objectiveFrom(relaxation.bound()), (Objective{0, 0, 0, 2, 40}));
}

TEST(AssignmentRelaxation, IsNotForManyCellsNorForManyPosts) {
  Instance instance;
  EXPECT_TRUE(AssignmentRelaxation::fits(instance));
  QuotaCell cell;
  cell.missing = 1;
  instance.cells = {cell, cell};
  EXPECT_TRUE(AssignmentRelaxation::fits(instance));
  instance.cells.push_back(cell);
  EXPECT_FALSE(AssignmentRelaxation::fits(instance));
  instance.cells.back().missing = -1;
  EXPECT_TRUE(AssignmentRelaxation::fits(instance)) << "one cannot fall short";
  instance.posts.resize(300);
  EXPECT_FALSE(AssignmentRelaxation::fits(instance));
}

TEST(AssignmentRelaxation, HugeCostsAreLeftToOthers) {
  Instance instance;
  instance.district_cap = {INT32_MAX};
  instance.posts.resize(60);
  instance.officials.resize(1);
  instance.arcs = {{0, 0, INT32_MAX}};
  const Valuation valuation(instance, Order::kProposal);
  EXPECT_FALSE(AssignmentRelaxation(instance, valuation).isPossible());
}

}  // namespace
}  // namespace cadre::propose
