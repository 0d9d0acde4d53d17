// The inverse of a simplex basis in product form: a file of elementary columns ("etas"), rebuilt
// from time to time with the columns ordered to limit fill-in (Maros, Computational Techniques of
// the Simplex Method, 2003, chapter 8). For small bases the file is multiplied out.
//
// A basis has one column per row; logical columns are unit columns and cost nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "lp/explicit_inverse.h"
#include "lp/sparse_vector.h"

namespace cadre::lp {

class BasisFactor {
 public:
  struct Entry {
    std::int32_t row;
    double value;
  };
  // A structural column of the basis.
  struct Column {
    std::size_t id;  // the caller's identifier
    std::span<const Entry> entries;
  };

  // A district has a few hundred rows; with many more the inverse is large and mostly zero.
  static constexpr std::size_t kMostExplicitRows = 300;
  // The unit basis.
  explicit BasisFactor(std::size_t rows, std::size_t most_explicit_rows = kMostExplicitRows);

  // Rebuilds the file from the structural columns of a basis; `row_is_free` says which rows have no
  // logical in it. Returns, in column order, the row in which each column is basic; a column that
  // depends on the others gets kNoRow, and the caller puts logicals into the remaining rows.
  static constexpr std::int32_t kNoRow = -1;
  std::vector<std::int32_t> rebuild(std::span<const Column> columns,
                                    const std::vector<std::uint8_t>& row_is_free);

  // x becomes B⁻¹ x.
  void solve(std::vector<double>& x);
  // y becomes B⁻ᵀ y.
  void solveTransposed(std::vector<double>& y);

  // Row `row` of the inverse.
  void inverseRow(std::size_t row, SparseVector& rho);
  // The product of the inverse and a column.
  void solveColumn(std::span<const Entry> column, SparseVector& solved);
  // The product of the inverse and x, for `rows` only; other entries of `out` are undefined.
  void solveAt(const SparseVector& x, std::span<const std::int32_t> rows, std::vector<double>& out);
  // The sum of squares of each row.
  void squareRows(std::vector<double>& sums);

  // The column that was solved for replaces the one basic in `row`; `rho` is that row of the
  // inverse. REQUIRES: solved.values[row] is not tiny.
  void replace(std::size_t row, const SparseVector& solved, const SparseVector& rho);

  [[nodiscard]] std::size_t updates() const { return updates_; }
  // Whether enough columns were replaced that the file should be rebuilt.
  [[nodiscard]] bool isFull() const;

 private:
  struct Eta {
    std::int32_t row;
    double inverse;   // of the pivot
    std::size_t end;  // end index of its entries; they begin at the previous end
  };

  void append(std::size_t row, const std::vector<double>& column);
  void solveFrom(std::size_t eta, std::vector<double>& x) const;
  void multiplyOut();
  void clearEtas();

  std::size_t rows_;
  bool is_explicit_;
  std::optional<ExplicitInverse> inverse_;  // when set, there are no etas
  std::vector<Eta> etas_;
  std::vector<std::int32_t> rows_of_;  // entries of the etas without their pivots
  std::vector<double> values_;
  std::size_t updates_ = 0;          // since the last rebuild
  std::size_t size_when_fresh_ = 0;  // number of eta entries then
};

}  // namespace cadre::lp
