#include "lp/basis_factor.h"

#include <cmath>

#include <gtest/gtest.h>

#include "support/random.h"

namespace cadre::lp {
namespace {

// A random basis of some structural columns and the logicals of the other rows.
struct Basis {
  Basis(std::uint32_t seed, std::size_t rows) : is_free(rows, 0) {
    test::Random random(seed);
    for (std::size_t i = 0; i < rows; ++i) {
      if (random.oneIn(3)) continue;
      is_free[i] = 1;
      std::vector<BasisFactor::Entry> column = {{static_cast<std::int32_t>(i), 1.0}};
      for (std::size_t k = 0; k < rows; ++k) {
        if (k == i || !random.oneIn(4)) continue;
        column.push_back({static_cast<std::int32_t>(k), random.oneIn(2) ? 1.0 : -1.0});
      }
      entries.push_back(std::move(column));
    }
    for (std::size_t j = 0; j < entries.size(); ++j) columns.push_back({j, entries[j]});
  }
  std::vector<std::uint8_t> is_free;
  std::vector<std::vector<BasisFactor::Entry>> entries;
  std::vector<BasisFactor::Column> columns;
};

constexpr std::size_t kRows = 12;

// As a file of etas and multiplied out.
class BasisFactorOf : public testing::TestWithParam<bool> {
 protected:
  [[nodiscard]] static BasisFactor factorOf(std::size_t rows) {
    return BasisFactor(rows, GetParam() ? rows : 0);
  }
};
INSTANTIATE_TEST_SUITE_P(Both, BasisFactorOf, testing::Bool());

TEST_P(BasisFactorOf, SolvesForEachOfItsColumnsToAUnitVector) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    const Basis basis(seed, kRows);
    BasisFactor factor = factorOf(kRows);
    const std::vector<std::int32_t> rows = factor.rebuild(basis.columns, basis.is_free);
    for (std::size_t j = 0; j < basis.columns.size(); ++j) {
      if (rows[j] == BasisFactor::kNoRow) continue;  // depends on the others
      std::vector<double> x(kRows, 0.0);
      for (const BasisFactor::Entry& entry : basis.entries[j]) {
        x[static_cast<std::size_t>(entry.row)] = entry.value;
      }
      factor.solve(x);
      for (std::size_t i = 0; i < kRows; ++i) {
        EXPECT_NEAR(x[i], static_cast<std::int32_t>(i) == rows[j] ? 1.0 : 0.0, 1e-9)
            << "seed " << seed;
      }
    }
  }
}

TEST_P(BasisFactorOf, TheTransposedSolutionPricesEachColumnAtItsCost) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    const Basis basis(seed, kRows);
    BasisFactor factor = factorOf(kRows);
    const std::vector<std::int32_t> rows = factor.rebuild(basis.columns, basis.is_free);
    std::vector<double> duals(kRows, 0.0);
    for (std::size_t i = 0; i < kRows; ++i) duals[i] = static_cast<double>(i + 1);
    const std::vector<double> costs = duals;
    factor.solveTransposed(duals);
    for (std::size_t j = 0; j < basis.columns.size(); ++j) {
      if (rows[j] == BasisFactor::kNoRow) continue;
      double price = 0.0;
      for (const BasisFactor::Entry& entry : basis.entries[j]) {
        price += duals[static_cast<std::size_t>(entry.row)] * entry.value;
      }
      EXPECT_NEAR(price, costs[static_cast<std::size_t>(rows[j])], 1e-8) << "seed " << seed;
    }
  }
}

TEST_P(BasisFactorOf, AColumnThatDependsOnOthersGetsNoRow) {
  const std::vector<BasisFactor::Entry> one = {{0, 1.0}, {1, 1.0}};
  const std::vector<BasisFactor::Column> columns = {{0, one}, {1, one}};
  BasisFactor factor = factorOf(2);
  const std::vector<std::int32_t> rows = factor.rebuild(columns, {1, 1});
  EXPECT_NE(rows[0], BasisFactor::kNoRow);
  EXPECT_EQ(rows[1], BasisFactor::kNoRow);
}

TEST_P(BasisFactorOf, AReplacedColumnIsSolvedFor) {
  BasisFactor factor = factorOf(2);
  const std::vector<BasisFactor::Entry> column = {{0, 2.0}, {1, 1.0}};
  SparseVector solved(2);
  factor.solveColumn(column, solved);
  SparseVector rho(2);
  factor.inverseRow(0, rho);
  factor.replace(0, solved, rho);
  std::vector<double> x = {4.0, 5.0};
  factor.solve(x);
  EXPECT_DOUBLE_EQ(x[0], 2.0);
  EXPECT_DOUBLE_EQ(x[1], 3.0);
}

TEST_P(BasisFactorOf, KnowsTheRowsOfTheInverseAfterColumnsWereReplaced) {
  for (std::uint32_t seed = 0; seed < 100; ++seed) {
    test::Random random(seed);
    BasisFactor factor = factorOf(kRows);
    std::vector<std::vector<BasisFactor::Entry>> basis(kRows);
    for (std::size_t i = 0; i < kRows; ++i) basis[i] = {{static_cast<std::int32_t>(i), 1.0}};
    SparseVector solved(kRows);
    SparseVector rho(kRows);
    for (std::size_t step = 0; step < 30; ++step) {
      const auto row = static_cast<std::size_t>(random.below(kRows));
      std::vector<BasisFactor::Entry> column = {{static_cast<std::int32_t>(row), 2.0}};
      for (std::size_t k = 0; k < kRows; ++k) {
        if (k != row && random.oneIn(4)) column.push_back({static_cast<std::int32_t>(k), 1.0});
      }
      factor.solveColumn(column, solved);
      if (std::abs(solved.values[row]) < 0.1) continue;
      factor.inverseRow(row, rho);
      factor.replace(row, solved, rho);
      basis[row] = column;
    }
    std::vector<double> squares(kRows);
    factor.squareRows(squares);
    for (std::size_t row = 0; row < kRows; ++row) {
      factor.inverseRow(row, rho);
      double square = 0.0;
      for (const double value : rho.values) square += value * value;
      EXPECT_NEAR(squares[row], square, 1e-6 * (1.0 + square));
      for (std::size_t j = 0; j < kRows; ++j) {  // multiplied by the basis, it is a unit vector
        double product = 0.0;
        for (const BasisFactor::Entry& entry : basis[j]) {
          product += rho.values[static_cast<std::size_t>(entry.row)] * entry.value;
        }
        EXPECT_NEAR(product, row == j ? 1.0 : 0.0, 1e-6) << "seed " << seed;
      }
      std::vector<double> out(kRows);
      const auto at = static_cast<std::int32_t>(row);
      factor.solveAt(rho, {&at, 1}, out);
      std::vector<double> whole = rho.values;
      factor.solve(whole);
      EXPECT_NEAR(out[row], whole[row], 1e-6 * (1.0 + std::abs(whole[row])));
    }
  }
}

}  // namespace
}  // namespace cadre::lp
