// The inverse of a small basis as a dense matrix: for the number of rows of a district, looking up
// entries is faster than applying a file of elementary columns.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "lp/sparse_vector.h"

namespace cadre::lp {

class ExplicitInverse {
 public:
  explicit ExplicitInverse(std::size_t rows)
      : rows_(rows), entries_(rows * rows, 0.0), work_(rows, 0.0) {}
  void setToZero() { std::fill(entries_.begin(), entries_.end(), 0.0); }

  // The element in row `row` of each column of the inverse.
  void row(std::size_t row, SparseVector& out) const;
  // Adds a column multiplied by `times` to x.
  void addColumn(std::size_t column, double times, std::vector<double>& x) const;
  [[nodiscard]] std::span<double> column(std::size_t column) {
    return std::span(entries_).subspan(column * rows_, rows_);
  }
  // One element of the product with x.
  [[nodiscard]] double productAt(std::size_t row, const SparseVector& x) const;

  // x becomes B⁻¹ x; y becomes B⁻ᵀ y. REQUIRES: their length is the number of rows.
  void solve(std::vector<double>& x);
  void solveTransposed(std::vector<double>& y);

  // Replaces the basis column in `row`; `solved` is the product of the inverse and the new column,
  // `rho` is row `row` of the inverse.
  void replace(std::size_t row, const SparseVector& solved, const SparseVector& rho);

 private:
  std::size_t rows_;
  std::vector<double> entries_;  // column by column
  std::vector<double> work_;
  std::vector<std::int32_t> sparse_;
};

}  // namespace cadre::lp
