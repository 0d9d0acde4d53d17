#include "propose/dual_simplex.h"

#include <gtest/gtest.h>

namespace cadre::propose {
namespace {

constexpr std::int64_t kNoCutoff = 1'000'000'000;

// minimise −x − 2y with x + y ≤ 3, x ≤ 2, y ≤ 2.
LinearProgram corner() {
  LinearProgram out;
  const std::int32_t row = out.addRow(-10, 3);
  out.addVariable(-1, 0, 2);
  out.addEntry(row, 1);
  out.addVariable(-2, 0, 2);
  out.addEntry(row, 1);
  return out;
}

TEST(DualSimplex, FindsTheCorner) {
  const LinearProgram program = corner();
  DualSimplex simplex(program, {});
  ASSERT_EQ(simplex.solve(kNoCutoff, 1000), DualSimplex::Status::kOptimal);
  EXPECT_NEAR(simplex.value(0), 1.0, 1e-9);
  EXPECT_NEAR(simplex.value(1), 2.0, 1e-9);
  EXPECT_EQ(simplex.prove(), -5);
}

TEST(DualSimplex, GoesOnWhenBoundsChange) {
  const LinearProgram program = corner();
  DualSimplex simplex(program, {});
  simplex.solve(kNoCutoff, 1000);
  simplex.setBounds(1, 0, 1);
  ASSERT_EQ(simplex.solve(kNoCutoff, 1000), DualSimplex::Status::kOptimal);
  EXPECT_NEAR(simplex.value(0), 2.0, 1e-9);
  EXPECT_NEAR(simplex.value(1), 1.0, 1e-9);
  EXPECT_EQ(simplex.prove(), -4);
  simplex.setBounds(1, 0, 2);
  simplex.solve(kNoCutoff, 1000);
  EXPECT_EQ(simplex.prove(), -5);
}

TEST(DualSimplex, SaysWhenNothingFits) {
  LinearProgram program;
  const std::int32_t row = program.addRow(3, 5);
  program.addVariable(1, 0, 1);
  program.addEntry(row, 1);
  program.addVariable(1, 0, 1);
  program.addEntry(row, 1);
  DualSimplex simplex(program, {});
  EXPECT_EQ(simplex.solve(kNoCutoff, 1000), DualSimplex::Status::kInfeasible);
}

TEST(DualSimplex, TheBoundHoldsWithoutAnyPivot) {
  const LinearProgram program = corner();
  DualSimplex simplex(program, {});
  EXPECT_LE(simplex.prove(), -5);
}

TEST(DualSimplex, AProgrammeWithoutRowsIsDecidedByItsCosts) {
  LinearProgram program;
  program.addVariable(-3, -1, 4);
  program.addVariable(2, -1, 4);
  DualSimplex simplex(program, {});
  ASSERT_EQ(simplex.solve(kNoCutoff, 1000), DualSimplex::Status::kOptimal);
  EXPECT_EQ(simplex.value(0), 4.0);
  EXPECT_EQ(simplex.value(1), -1.0);
  EXPECT_EQ(simplex.prove(), -14);
}

}  // namespace
}  // namespace cadre::propose
