// An instance as a square assignment table: the cost of giving an official a post.
//
// Rows are the posts, followed by enough rows for "no post" to make the table square. Columns are
// the officials, followed by one for each vacant post that stands for "nobody". An official with a
// post who is assigned a "no post" row leaves. In rows with pinned moves only those are possible.
// Quotas, soft continuity, relatives and caps are not in the table.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "lp/price_search.h"
#include "propose/model/instance.h"
#include "propose/model/selection.h"
#include "propose/model/valuation.h"

namespace cadre::propose {

class AssignmentTable {
 public:
  // Costs are in units fine enough to represent the usual fractions of a value.
  static constexpr std::int64_t kFine = 12;

  // `cells`: the cells used by helps(), in this order. Keeps a reference to the instance.
  AssignmentTable(const Instance& instance, const Weights& weights,
                  std::span<const QuotaCell* const> cells);

  [[nodiscard]] std::size_t size() const { return size_; }
  // By row and column: the cost, in fine units; lp::Assignment::kForbidden if impossible.
  [[nodiscard]] const std::vector<std::int64_t>& costs() const { return cost_; }
  // The constant cost of every assignment.
  [[nodiscard]] std::int64_t constant() const { return constant_; }

  // The arc that an entry stands for; -1 where the post stays as it is.
  [[nodiscard]] std::int32_t arc(std::size_t row, std::size_t column) const {
    return arc_[row * size_ + column];
  }
  [[nodiscard]] bool changes(std::size_t row, std::size_t column) const {
    return arc(row, column) >= 0;
  }

  // How an entry changes the counts of the cells, encoded as one number below kHelps.
  static constexpr std::size_t kHelps = 9;
  [[nodiscard]] const std::vector<std::uint8_t>& helps() const { return help_; }
  // The change in the cell's count: −1, 0 or 1.
  [[nodiscard]] static constexpr std::int32_t helpTo(std::size_t help, std::size_t cell) {
    return static_cast<std::int32_t>(cell == 0 ? help / 3 : help % 3) - 1;
  }

  // The selection that uses these columns, by post.
  [[nodiscard]] Selection selectionOf(std::span<const std::size_t> columns) const;

 private:
  static constexpr std::uint8_t kNoHelp = 4;
  static constexpr std::array<std::uint8_t, lp::PriceSearch::kMostPrices> kOneMore = {3, 1};

  void addMoves(const Weights& weights, std::span<const QuotaCell* const> cells);
  void addStaying(const Weights& weights);
  void pin();

  const Instance& instance_;
  std::size_t size_;
  std::vector<std::int64_t> leave_;  // by official: the cost of leaving
  std::vector<std::int64_t> cost_;
  std::vector<std::uint8_t> help_;
  std::vector<std::int32_t> arc_;
  std::int64_t constant_ = 0;
};

}  // namespace cadre::propose
