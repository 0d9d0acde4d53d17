#include "propose/search/fewest_moves.h"

#include <gtest/gtest.h>

#include "random_instance.h"

namespace cadre::propose {
namespace {

class FewestMovesOf : public ::testing::TestWithParam<std::uint32_t> {};

// The first number of moves for which an exact search reaches the least shortfall.
TEST_P(FewestMovesOf, IsTheFirstNumberThatReachesTheLeastShortfall) {
  const Instance instance = test::randomInstance(GetParam());
  BranchAndBound search(instance);
  const auto all = static_cast<std::int32_t>(instance.posts.size());
  const std::optional<Solution> best = search.solve(all);
  if (!best) return;  // contradictory pins
  const Objective& objective = best->best.objective;
  std::int32_t expected = 0;
  for (;; ++expected) {
    const std::optional<Solution> with = search.solve(expected);
    if (with && with->best.objective.shortfall == objective.shortfall) break;
  }
  FewestMoves fewest(instance, objective.moves, objective.shortfall);
  for (std::size_t pivots = 3; !fewest.step(pivots); pivots = 3) {
  }
  EXPECT_EQ(fewest.moves(), expected);
}

INSTANTIATE_TEST_SUITE_P(Random, FewestMovesOf, ::testing::Range(0U, 60U));

}  // namespace
}  // namespace cadre::propose
