// A bound on the value of an instance's selections, from assignments of officials to posts alone,
// and good selections found along the way.
//
// Every official has at most one post and every post at most one official: without quotas,
// continuity and caps the best selection is a cheapest assignment, which takes microseconds. Quota
// shortfalls, and units in which too many head posts change hands, are then charged a price instead
// (Lagrangian relaxation: Fisher 1981, "The Lagrangian relaxation method for solving integer
// programming problems"). For any prices, no selection is better than the cheapest assignment under
// them. Caps and the exclusion of relatives are ignored. Integer arithmetic; deterministic.
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
  // True for few posts, and at most as many possibly short cells as lp::PriceSearch has prices.
  [[nodiscard]] static bool fits(const Instance& instance);

  // Searches for the highest bound. Keeps a reference to the instance. REQUIRES: fits().
  AssignmentRelaxation(const Instance& instance, const Valuation& valuation);

  // Whether an assignment with all pinned moves exists, with costs that are not huge. Otherwise the
  // results below are undefined.
  [[nodiscard]] bool isPossible() const { return is_possible_; }
  // No selection has a lower value.
  [[nodiscard]] std::int64_t bound() const { return roundedUp(highest_); }
  // The best selection found that keeps all limits, and its value.
  [[nodiscard]] std::optional<Selection> best() const;
  [[nodiscard]] std::int64_t bestValue() const { return best_value_; }
  // By arc: a lower bound on the value of all selections that use it; never below bound().
  [[nodiscard]] std::vector<std::int64_t> boundsWith() const;
  // Number of assignments solved.
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
  // An assignment: its cost without prices, and the resulting shortfall by cell.
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
  lp::Assignment assignment_;  // costs include the prices
  lp::PriceSearch search_;
  lp::PriceSearch::Prices prices_{};  // at the highest bound
  std::int64_t constant_ = 0;         // refunded by prices: quota needs, and one change
  std::int64_t highest_ = std::numeric_limits<std::int64_t>::min();  // the bound, in fine units
  bool is_possible_ = true;
  std::int64_t best_value_ = kNothing;
  std::vector<std::size_t> best_;  // by post: the column
  Changes changes_;                // scratch space for note()
  std::size_t assignments_ = 0;
};

}  // namespace cadre::propose
