// Solves a small instance to proven optimality: usually by assignment_relaxation.h alone, when its
// best selection reaches the bound. Otherwise by branch and bound over the few moves that the bound
// does not rule out. Deterministic.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "propose/model/instance.h"
#include "propose/model/selection.h"
#include "propose/model/valuation.h"
#include "propose/search/assignment_relaxation.h"
#include "propose/search/branch_and_bound.h"
#include "propose/search/neighbourhood.h"

namespace cadre::propose {

class AssignmentSearch {
 public:
  // Whether it is suitable for the instance.
  [[nodiscard]] static bool fits(const Instance& instance) {
    return AssignmentRelaxation::fits(instance);
  }

  // Keeps a reference to the instance. REQUIRES: fits().
  AssignmentSearch(const Instance& instance, Order order);
  AssignmentSearch(const AssignmentSearch&) = delete;
  AssignmentSearch& operator=(const AssignmentSearch&) = delete;

  // See BranchAndBound; an assignment counts as one pivot.
  void start(std::int32_t most_moves);
  bool step(std::size_t pivots);
  [[nodiscard]] std::optional<Solution> solution() const;
  [[nodiscard]] std::optional<Objective> bound(std::int32_t most_moves);
  [[nodiscard]] std::size_t pivots() const { return pivots_; }

 private:
  enum class Phase : std::uint8_t { kRelaxation, kNearest, kWhole, kDone };

  void relax();
  void beginNearest();
  void beginWhole();
  void endNearest();
  BranchAndBound& whole();
  bool advance(BranchAndBound& search, std::size_t pivots);
  [[nodiscard]] std::int64_t value() const { return valuation_.valueOf(best_->objective); }

  const Instance& instance_;
  Order order_;
  Valuation valuation_;
  Phase phase_ = Phase::kDone;
  std::int32_t most_moves_ = 0;
  std::optional<AssignmentRelaxation> relaxation_;
  std::optional<Selection> best_;
  std::int64_t bound_ = 0;
  std::int64_t end_ = 0;  // moves used only by selections of this value or more are skipped
  std::optional<Neighbourhood> part_;
  std::optional<BranchAndBound> nearest_;  // of the part
  std::optional<BranchAndBound> whole_;    // over everything; created when first needed
  std::size_t nodes_ = 0;
  std::size_t pivots_ = 0;
  std::size_t pivots_before_ = 0;
};

}  // namespace cadre::propose
