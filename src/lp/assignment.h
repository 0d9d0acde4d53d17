// Minimum-cost assignment of each row of a square cost table to a column of its own, by shortest
// augmenting paths (Jonker and Volgenant 1987, "A shortest augmenting path algorithm for dense and
// sparse linear assignment problems").
//
// Uses integers, so that the sum of the duals equals the cost exactly. When costs change, the next
// solve() starts from the previous duals and assignment: few rows change. Deterministic.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace cadre::lp {

class Assignment {
 public:
  // Far more than any assignment costs, yet sums still fit in 64 bits.
  static constexpr std::int64_t kForbidden = std::int64_t{1} << 50U;

  // Initially everything is forbidden.
  explicit Assignment(std::size_t size);

  [[nodiscard]] std::size_t size() const { return size_; }
  // The costs of a row, by column: kForbidden, or a magnitude far below it.
  [[nodiscard]] std::int64_t* costs(std::size_t row) { return &cost_[row * size_]; }
  void solve();
  // The same when only the costs of one row have changed since the last solve().
  void solveAgain(std::size_t row);

  // After solve(): the cost of the assignment. If it uses a forbidden entry, no assignment exists.
  [[nodiscard]] std::int64_t cost() const { return cost_in_all_; }
  [[nodiscard]] std::size_t columnOf(std::size_t row) const { return column_of_[row]; }
  // A lower bound on the extra cost of an assignment that uses this entry. Not negative.
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
  // State of the path search: by column, its distance and the preceding row; and the columns,
  // starting with those finally reached.
  std::vector<std::int64_t> distance_;
  std::vector<std::uint32_t> before_;
  std::vector<std::uint32_t> columns_;
};

}  // namespace cadre::lp
