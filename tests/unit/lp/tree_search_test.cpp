#include "lp/tree_search.h"

#include <gtest/gtest.h>

namespace cadre::lp {
namespace {

using Status = TreeSearch::Status;
constexpr std::size_t kAnyPivots = 1'000'000;

// Select as many of three mutually exclusive things as possible: one, although three halves fit.
LinearProgram triangle() {
  LinearProgram out;
  const std::int32_t ab = out.addRow(0, 1);
  const std::int32_t bc = out.addRow(0, 1);
  const std::int32_t ca = out.addRow(0, 1);
  for (const auto& [one, other] : {std::pair(ab, ca), std::pair(ab, bc), std::pair(bc, ca)}) {
    out.addVariable(-1, 0, 1);
    out.addEntry(one, 1);
    out.addEntry(other, 1);
  }
  return out;
}

Branching overAll(const LinearProgram& program) {
  Branching out;
  out.order = {{0, program.variables()}};
  return out;
}

// The objective of the variables' values.
std::int64_t cost(const LinearProgram& program, const TreeSearch& tree) {
  std::int64_t sum = 0;
  for (std::size_t j = 0; j < program.variables(); ++j) {
    sum += tree.isTaken(j) ? program.cost[j] : 0;
  }
  return sum;
}

TEST(TreeSearch, FindsTheBestWholeSolutionAndProvesIt) {
  const LinearProgram program = triangle();
  TreeSearch tree(program, {}, overAll(program));
  tree.start(std::nullopt);
  while (tree.step(kAnyPivots) == Status::kWhole) tree.found(cost(program, tree));
  EXPECT_TRUE(tree.isProven());
  EXPECT_EQ(tree.best(), -1);
  EXPECT_EQ(tree.bound(), -1);
}

TEST(TreeSearch, RoundsItsBoundUpToTheUnit) {
  LinearProgram program = triangle();
  for (std::int64_t& its_cost : program.cost) its_cost = -10;
  Branching branching = overAll(program);
  branching.unit = 10;  // so 15 at most means 10 at most
  TreeSearch tree(program, {}, branching);
  tree.start(std::nullopt);
  while (!tree.stepRoot(kAnyPivots)) {
  }
  EXPECT_EQ(tree.rootBound(), -10);
}

TEST(TreeSearch, CountsTheConstantIn) {
  const LinearProgram program = triangle();
  Branching branching = overAll(program);
  branching.constant = 7;
  TreeSearch tree(program, {}, branching);
  tree.start(std::nullopt);
  while (tree.step(kAnyPivots) == Status::kWhole) tree.found(7 + cost(program, tree));
  EXPECT_EQ(tree.best(), 6);
}

TEST(TreeSearch, StartedFromTheBestItFindsNothingBetter) {
  const LinearProgram program = triangle();
  TreeSearch tree(program, {}, overAll(program));
  tree.start(-1);
  EXPECT_EQ(tree.step(kAnyPivots), Status::kOver);
  EXPECT_TRUE(tree.isProven());
  EXPECT_EQ(tree.best(), -1);
}

TEST(TreeSearch, ASolutionThatIsNoneLeavesItsBoundOpen) {
  const LinearProgram program = triangle();
  TreeSearch tree(program, {}, overAll(program));
  tree.start(std::nullopt);
  std::size_t refused = 0;
  while (tree.step(kAnyPivots) == Status::kWhole) {
    EXPECT_FALSE(tree.found(std::nullopt));
    ++refused;
  }
  EXPECT_GT(refused, 0U);
  EXPECT_TRUE(tree.isOver());
  EXPECT_FALSE(tree.isProven());
  EXPECT_FALSE(tree.knowsAny());
  EXPECT_LE(tree.bound(), -1);
}

TEST(TreeSearch, BoundsAtTheRootCountUntilTheyAreChanged) {
  const LinearProgram program = triangle();
  TreeSearch tree(program, {}, overAll(program));
  const auto best = [&] {
    while (tree.step(kAnyPivots) == Status::kWhole) tree.found(cost(program, tree));
    return tree.best();
  };
  tree.start(std::nullopt);
  for (std::size_t j = 0; j < program.variables(); ++j) tree.setBounds(j, 0, 0);
  EXPECT_EQ(best(), 0);
  tree.start(std::nullopt);
  tree.setBounds(0, 0, 1);
  EXPECT_EQ(best(), -1);
}

TEST(TreeSearch, NothingFits) {
  LinearProgram program;
  const std::int32_t row = program.addRow(2, 3);
  program.addVariable(1, 0, 1);
  program.addEntry(row, 1);
  TreeSearch tree(program, {}, overAll(program));
  tree.start(std::nullopt);
  EXPECT_EQ(tree.step(kAnyPivots), Status::kOver);
  EXPECT_FALSE(tree.knowsAny());
  EXPECT_TRUE(tree.isProven());
}

}  // namespace
}  // namespace cadre::lp
