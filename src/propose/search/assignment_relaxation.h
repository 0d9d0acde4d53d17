// A bound on what selections of an instance are worth, from assignments of officials to posts
// alone, and good selections with it.
//
// Every official has one post at most and every post one official: without quotas, continuity and
// caps the best selection is a cheapest assignment, which takes microseconds. What is missing for a
// quota, and a unit of which more head posts change hands than may, then cost a price instead
// (Lagrangian relaxation: Fisher 1981, "The Lagrangian relaxation method for solving integer
// programming problems"); whatever the prices are, no selection is better than the cheapest
// assignment under them. Caps and relatives who may not sit together stay out. All in whole
// numbers; deterministic.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "lp/assignment.h"
#include "lp/price_search.h"
#include "propose/model/instance.h"
#include "propose/model/selection.h"
#include "propose/model/valuation.h"
#include "propose/search/assignment_table.h"

namespace cadre::propose {

class AssignmentRelaxation {
 public:
  // Few posts, and no more quota cells that may fall short than lp::PriceSearch has prices.
  [[nodiscard]] static bool fits(const Instance& instance);

  // Looks for the highest bound. Keeps a reference to the instance. REQUIRES: fits().
  AssignmentRelaxation(const Instance& instance, const Valuation& valuation);

  // There is an assignment with all pinned moves, and its costs are not huge. Without that nothing
  // below is said.
  [[nodiscard]] bool isPossible() const { return is_possible_; }
  // No selection has a lower value.
  [[nodiscard]] std::int64_t bound() const { return roundedUp(highest_); }
  // The best selection met that keeps all limits, and its value.
  [[nodiscard]] std::optional<Selection> best() const;
  [[nodiscard]] std::int64_t bestValue() const { return best_value_; }
  // By arc: no selection that takes it has a lower value; never below bound().
  [[nodiscard]] std::vector<std::int64_t> boundsWith() const;
  // Assignments solved.
  [[nodiscard]] std::size_t assignments() const { return assignments_; }

 private:
  static constexpr std::int64_t kNothing = std::numeric_limits<std::int64_t>::max();

  [[nodiscard]] static std::vector<const QuotaCell*> cellsOf(const Instance& instance);
  [[nodiscard]] bool isMet() const { return best_value_ <= bound(); }
  bool priceQuotas();
  bool assign(const lp::PriceSearch::Prices& prices);
  void priceContinuity();
  bool priceUnit(const std::vector<std::size_t>& posts, std::int64_t limit, std::int64_t most);
  void raise(const std::vector<std::size_t>& posts, std::int64_t limit, std::int64_t by);
  void turnPosts();
  // What is assigned: its cost without prices and how many are missing then, by cell.
  struct Assigned {
    std::int64_t cost;
    std::array<std::int32_t, lp::PriceSearch::kMostPrices> missing;
  };
  [[nodiscard]] Assigned assigned() const;
  void note(const Assigned& assigned);
  [[nodiscard]] std::vector<std::uint8_t> takenArcs() const;
  [[nodiscard]] std::int64_t value() const { return assignment_.cost() + constant_; }
  [[nodiscard]] std::int64_t changing(const std::vector<std::size_t>& posts) const;
  [[nodiscard]] std::int64_t roundedUp(std::int64_t fine) const;

  const Instance& instance_;
  const Valuation& valuation_;
  std::vector<const QuotaCell*> cells_;  // those that may fall short
  AssignmentTable table_;
  lp::Assignment assignment_;  // its costs include the prices
  lp::PriceSearch search_;
  lp::PriceSearch::Prices prices_{};  // of the highest bound
  std::int64_t constant_ = 0;         // what prices give back: what the quotas need, and one change
  std::int64_t highest_ = std::numeric_limits<std::int64_t>::min();  // the bound, in fine units
  bool is_possible_ = true;
  std::int64_t best_value_ = kNothing;
  std::vector<std::size_t> best_;  // by post: the column
  Changes changes_;                // room for note()
  std::size_t assignments_ = 0;
};

}  // namespace cadre::propose
