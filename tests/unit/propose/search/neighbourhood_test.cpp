#include "propose/search/neighbourhood.h"

#include <gtest/gtest.h>

#include "random_instance.h"

namespace cadre::propose {
namespace {

constexpr std::int32_t kAnyNumber = 1000;

std::vector<std::int32_t> allArcs(const Instance& instance) {
  std::vector<std::int32_t> out(instance.arcs.size());
  for (std::size_t a = 0; a < out.size(); ++a) out[a] = static_cast<std::int32_t>(a);
  return out;
}

// A selection to search around: the best one, with some instance of this seed.
struct Case {
  explicit Case(std::uint32_t seed) : instance(test::randomInstance(seed, 10, 4)) {
    BranchAndBound search(instance);
    if (const std::optional<Solution> solution = search.solve(kAnyNumber)) {
      selection = solution->best;
    } else {
      is_possible = false;
    }
  }
  Instance instance;
  Selection selection;
  bool is_possible = true;
};

TEST(Neighbourhood, WhatIsInsidePutBackIsTheSameSelection) {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    const Case c(seed);
    if (!c.is_possible) continue;
    const std::vector<std::int32_t> wanted = {0};
    const Neighbourhood part(c.instance, c.selection, wanted, allArcs(c.instance), kAnyNumber);
    const Selection same = part.with(c.instance, part.inside());
    EXPECT_EQ(same.arcs, c.selection.arcs) << "seed " << seed;
    EXPECT_EQ(same.leaves, c.selection.leaves) << "seed " << seed;
  }
}

TEST(Neighbourhood, OfAnOptimumHoldsNothingBetter) {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    const Case c(seed);
    if (!c.is_possible) continue;
    const std::vector<std::int32_t> wanted = {0};
    const Neighbourhood part(c.instance, c.selection, wanted, allArcs(c.instance), kAnyNumber);
    BranchAndBound search(part.instance());
    const std::optional<Solution> inside = search.solve(part.mostMoves());
    ASSERT_TRUE(inside.has_value()) << "seed " << seed;
    const Selection whole = part.with(c.instance, inside->best);
    EXPECT_EQ(whole.objective, c.selection.objective) << "seed " << seed;
  }
}

TEST(Neighbourhood, OfAllPostsIsTheWhole) {
  for (std::uint32_t seed = 0; seed < 100; ++seed) {
    const Case c(seed);
    if (!c.is_possible) continue;
    std::vector<std::int32_t> wanted;
    for (std::size_t p = 0; p < c.instance.posts.size(); ++p) {
      wanted.push_back(static_cast<std::int32_t>(p));
    }
    const Neighbourhood part(c.instance, c.selection, wanted, allArcs(c.instance), kAnyNumber);
    EXPECT_EQ(part.instance().arcs.size(), c.instance.arcs.size());
    EXPECT_EQ(part.instance().officials.size(), c.instance.officials.size());
    // Cells that nothing can change are omitted.
    Objective inside = objectiveOf(part.instance(), part.inside().arcs, part.inside().leaves);
    inside.shortfall = c.selection.objective.shortfall;
    EXPECT_EQ(inside, c.selection.objective) << "seed " << seed;
  }
}

}  // namespace
}  // namespace cadre::propose
