#include "lp/dual_simplex.h"

#include <gtest/gtest.h>

#include "support/random.h"

namespace cadre::lp {
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

// Random integers; each variable is in a few rows.
LinearProgram randomProgram(std::uint32_t seed) {
  test::Random random(seed);
  LinearProgram out;
  const std::int32_t rows = 1 + random.below(8);
  for (std::int32_t i = 0; i < rows; ++i) {
    const std::int32_t least = random.below(6) - 3;
    out.addRow(least, least + random.below(5));
  }
  for (std::int32_t j = 4 + random.below(20); j > 0; --j) {
    out.addVariable(random.below(30), 0, 1 + random.below(2));
    for (std::int32_t i = 0; i < rows; ++i) {
      if (random.oneIn(3)) out.addEntry(i, random.oneIn(2) ? 1 : -1);
    }
  }
  return out;
}

TEST(DualSimplex, VariablesThatWaitChangeNothing) {
  std::size_t called_in = 0;
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    const LinearProgram program = randomProgram(seed);
    DualSimplex at_once(program, {});
    DualSimplex sifting(program, {}, {0, program.variables(), {}});
    const DualSimplex::Status status = at_once.solve(kNoCutoff, 10'000);
    ASSERT_EQ(sifting.solve(kNoCutoff, 10'000), status) << "seed " << seed;
    if (status == DualSimplex::Status::kOptimal) {
      EXPECT_EQ(sifting.prove(), at_once.prove()) << "seed " << seed;
    }
    for (std::size_t j = 0; j < program.variables(); ++j)
      called_in += sifting.takesPart(j) ? 1U : 0U;
  }
  EXPECT_GT(called_in, 0U);
}

TEST(DualSimplex, APauseChangesNothing) {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    const LinearProgram program = randomProgram(seed);
    DualSimplex whole(program, {});
    DualSimplex sliced(program, {});
    const DualSimplex::Status status = whole.solve(kNoCutoff, 10'000);
    DualSimplex::Status last = DualSimplex::Status::kPaused;
    for (int i = 0; i < 10'000 && last == DualSimplex::Status::kPaused; ++i) {
      last = sliced.solve(kNoCutoff, 1);
    }
    ASSERT_EQ(last, status) << "seed " << seed;
    if (status == DualSimplex::Status::kOptimal) {
      EXPECT_EQ(sliced.prove(), whole.prove()) << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace cadre::lp
