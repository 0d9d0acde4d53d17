// The cheapest assignment of every row to a column of its own, for a square table of costs: by
// shortest augmenting paths (Jonker and Volgenant 1987, "A shortest augmenting path algorithm for
// dense and sparse linear assignment problems").
//
// In whole numbers, so that the sum of the duals is the cost exactly. When the costs change, the
// next solve() starts from the duals and the assignment before: few rows change hands.
// Deterministic.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace cadre::lp {

class Assignment {
 public:
  // Far more than any assignment costs, and its sums stay in 64 bits.
  static constexpr std::int64_t kForbidden = std::int64_t{1} << 50U;

  // Everything is forbidden at first.
  explicit Assignment(std::size_t size);

  [[nodiscard]] std::size_t size() const { return size_; }
  // The costs of a row, by column: kForbidden, or less than that by far either way.
  [[nodiscard]] std::int64_t* costs(std::size_t row) { return &cost_[row * size_]; }
  void solve();
  // The same when only the costs of one row have changed since then.
  void solveAgain(std::size_t row);

  // After solve().
  // What the assignment costs; where it takes something forbidden, there is none.
  [[nodiscard]] std::int64_t cost() const { return cost_in_all_; }
  [[nodiscard]] std::size_t columnOf(std::size_t row) const { return column_of_[row]; }
  // How much more an assignment costs, at least, that takes this. Not negative.
  [[nodiscard]] std::int64_t reducedCost(std::size_t row, std::size_t column) const {
    return cost_[row * size_ + column] - row_dual_[row] - column_dual_[column];
  }

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  void start();
  void price(std::uint32_t row);
  void augment(std::uint32_t row);
  void addUp();

  std::size_t size_;
  std::vector<std::int64_t> cost_;
  std::int64_t cost_in_all_ = 0;
  std::vector<std::int64_t> row_dual_;
  std::vector<std::int64_t> column_dual_;
  std::vector<std::uint32_t> column_of_;
  std::vector<std::uint32_t> row_of_;
  // Of the path that is looked for: by column, how far it is and the row before it; and the
  // columns, those first that were reached for good.
  std::vector<std::int64_t> distance_;
  std::vector<std::uint32_t> before_;
  std::vector<std::uint32_t> columns_;
};

}  // namespace cadre::lp
