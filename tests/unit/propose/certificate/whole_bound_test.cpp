#include "propose/certificate/whole_bound.h"

#include <cstdint>
#include <limits>

#include <gtest/gtest.h>

namespace cadre::propose {
namespace {

// Least 3 x + 5 y with x + y >= 2 and x - y <= 1, both from 0 to 4: x = 1.5, y = 0.5 costs 7.
NamedProgramme twoVariables() {
  NamedProgramme out;
  const std::int32_t enough = out.program.addRow(2, 8);
  const std::int32_t near = out.program.addRow(-4, 1);
  out.program.addVariable(3, 0, 4);
  out.program.addEntry(enough, 1);
  out.program.addEntry(near, 1);
  out.program.addVariable(5, 0, 4);
  out.program.addEntry(enough, 1);
  out.program.addEntry(near, -1);
  out.variables = {"x", "y"};
  out.rows = {"enough", "near"};
  out.has_least = {1, 0};
  out.has_most = {0, 1};
  return out;
}

Box wholeBox() { return {{0, 0}, {4, 4}}; }

TEST(WholeBound, NoMultipliersSayWhatCostsSay) {
  const auto found = wholeBound(twoVariables(), wholeBox(), {0, 0}, 1);
  ASSERT_TRUE(found.has_value());
  EXPECT_TRUE(found->sum == 0);
  EXPECT_TRUE(found->reduced[0] == 3 && found->reduced[1] == 5);
}

TEST(WholeBound, TheRightOnesMeetTheOptimum) {
  const auto found = wholeBound(twoVariables(), wholeBox(), {4, -1}, 1);
  ASSERT_TRUE(found.has_value());
  EXPECT_TRUE(found->sum == 7);
  EXPECT_TRUE(found->reduced[0] == 0 && found->reduced[1] == 0);
}

TEST(WholeBound, TimesTheScale) {
  const auto found = wholeBound(twoVariables(), wholeBox(), {12, -3}, 3);
  ASSERT_TRUE(found.has_value());
  EXPECT_TRUE(found->sum == 21);
}

TEST(WholeBound, WhatIsNegativeCountsAtTheUpperBound) {
  const auto found = wholeBound(twoVariables(), {{0, 0}, {1, 4}}, {5, 0}, 1);
  ASSERT_TRUE(found.has_value());
  EXPECT_TRUE(found->sum == 10 - 2);  // x costs 3 - 5 and is 1 at most
}

TEST(WholeBound, ABoundThatTheModelDoesNotHaveIsNone) {
  EXPECT_FALSE(wholeBound(twoVariables(), wholeBox(), {-1, 0}, 1).has_value());
  EXPECT_FALSE(wholeBound(twoVariables(), wholeBox(), {0, 1}, 1).has_value());
}

TEST(WholeBound, ContradictionsHaveTheScaleZero) {
  // Nothing within x <= 0 and y <= 1 is enough.
  const auto found = wholeBound(twoVariables(), {{0, 0}, {0, 1}}, {1, 0}, 0);
  ASSERT_TRUE(found.has_value());
  EXPECT_TRUE(found->sum == 1);
  EXPECT_TRUE(wholeBound(twoVariables(), wholeBox(), {1, 0}, 0)->sum < 0);
}

TEST(WholeBound, WhatGetsTooLargeIsNone) {
  NamedProgramme large = twoVariables();
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  large.program.cost = {kMost, kMost};
  EXPECT_TRUE(wholeBound(large, wholeBox(), {kMost, 0}, kMost).has_value());
  large.program.cost = {-kMost, kMost};
  const Box wide = {{0, 0}, {std::numeric_limits<std::int32_t>::max(), 4}};
  EXPECT_FALSE(wholeBound(large, wide, {0, 0}, kMost).has_value());
}

}  // namespace
}  // namespace cadre::propose
