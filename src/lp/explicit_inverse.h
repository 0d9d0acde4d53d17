// The inverse of a small basis, entry by entry: for as many rows as a district has, looking entries
// up is quicker than to go through a file of elementary columns.
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

  // What is in row `row` of each column of the inverse.
  void row(std::size_t row, SparseVector& out) const;
  // Adds `times` a column to x.
  void addColumn(std::size_t column, double times, std::vector<double>& x) const;
  [[nodiscard]] std::span<double> column(std::size_t column) {
    return std::span(entries_).subspan(column * rows_, rows_);
  }
  // One value of the product with x.
  [[nodiscard]] double productAt(std::size_t row, const SparseVector& x) const;

  // x becomes B⁻¹ x; y becomes B⁻ᵀ y. REQUIRES: as long as there are rows.
  void solve(std::vector<double>& x);
  void solveTransposed(std::vector<double>& y);

  // The column of the basis in `row` is replaced by one of which `solved` is the product with the
  // inverse; `rho` is the row `row` of the inverse.
  void replace(std::size_t row, const SparseVector& solved, const SparseVector& rho);

 private:
  std::size_t rows_;
  std::vector<double> entries_;  // column by column
  std::vector<double> work_;
  std::vector<std::int32_t> sparse_;
};

}  // namespace cadre::lp
