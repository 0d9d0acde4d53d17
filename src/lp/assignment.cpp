#include "lp/assignment.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace cadre::lp {

Assignment::Assignment(std::size_t size)
    : size_(size),
      cost_(size * size, kForbidden),
      row_dual_(size, 0),
      column_dual_(size, 0),
      column_of_(size, kNone),
      row_of_(size, kNone),
      distance_(size),
      before_(size),
      columns_(size) {
  std::iota(columns_.begin(), columns_.end(), 0U);
}

// The largest values that the column duals allow.
void Assignment::price(std::uint32_t row) {
  const std::int64_t* cost = costs(row);
  std::int64_t least = std::numeric_limits<std::int64_t>::max();
  for (std::size_t c = 0; c < size_; ++c) least = std::min(least, cost[c] - column_dual_[c]);
  row_dual_[row] = least;
}

// Rows keep their column while it is still the best.
void Assignment::start() {
  std::fill(row_of_.begin(), row_of_.end(), kNone);
  for (std::uint32_t r = 0; r < size_; ++r) {
    price(r);
    const std::uint32_t c = std::exchange(column_of_[r], kNone);
    if (c == kNone || reducedCost(r, c) != 0) continue;
    column_of_[r] = c;
    row_of_[c] = r;
  }
}

// Complementary slackness: the sum of the duals equals the cost.
void Assignment::addUp() {
  cost_in_all_ = std::accumulate(row_dual_.begin(), row_dual_.end(), std::int64_t{0}) +
                 std::accumulate(column_dual_.begin(), column_dual_.end(), std::int64_t{0});
}

void Assignment::solve() {
  start();
  for (std::uint32_t r = 0; r < size_; ++r) {
    if (column_of_[r] == kNone) augment(r);
  }
  addUp();
}

void Assignment::solveAgain(std::size_t row) {
  const auto r = static_cast<std::uint32_t>(row);
  row_of_[column_of_[r]] = kNone;
  column_of_[r] = kNone;
  price(r);
  augment(r);
  addUp();
}

// Dijkstra's algorithm from the row to the nearest free column, by reduced costs.
void Assignment::augment(std::uint32_t row) {
  std::uint32_t end = kNone;
  std::size_t reached = 0;
  std::int64_t length = 0;
  std::uint32_t from = row;
  std::fill(distance_.begin(), distance_.end(), std::numeric_limits<std::int64_t>::max());
  while (true) {
    // Advances one step from the row `from`, and finds the nearest unreached column in the same
    // pass.
    const std::int64_t* cost = costs(from);
    const std::int64_t base = length - row_dual_[from];
    std::int64_t nearest = std::numeric_limits<std::int64_t>::max();
    std::size_t place = reached;
    for (std::size_t k = reached; k < size_; ++k) {
      const std::uint32_t c = columns_[k];
      std::int64_t distance = base + cost[c] - column_dual_[c];
      if (distance < distance_[c]) {
        distance_[c] = distance;
        before_[c] = from;
      } else {
        distance = distance_[c];
      }
      if (distance < nearest) {
        nearest = distance;
        place = k;
      }
      if (distance == length && row_of_[c] == kNone) {
        nearest = distance;
        place = k;
        break;
      }
    }
    length = nearest;
    std::swap(columns_[place], columns_[reached]);
    const std::uint32_t column = columns_[reached];
    from = row_of_[column];
    if (from == kNone) {
      end = column;
      break;
    }
    ++reached;
  }
  row_dual_[row] += length;
  for (std::size_t k = 0; k < reached; ++k) {
    const std::uint32_t c = columns_[k];
    column_dual_[c] -= length - distance_[c];
    row_dual_[row_of_[c]] += length - distance_[c];
  }
  for (std::uint32_t column = end;;) {
    const std::uint32_t r = before_[column];
    row_of_[column] = r;
    std::swap(column, column_of_[r]);
    if (r == row) break;
  }
}

}  // namespace cadre::lp
