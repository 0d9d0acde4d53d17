// The search that fits an instance: to proven optimality, or for a large one as far as it gets.
#pragma once

#include <optional>

#include "propose/branch_and_bound.h"
#include "propose/instance.h"
#include "propose/large_search.h"

namespace cadre::propose {

class PartSearch {
 public:
  // Keeps a reference to the instance.
  PartSearch(const Instance& instance, Order order) {
    if (instance.arcs.size() > kMostArcsAtOnce) {
      large_.emplace(instance, order);
    } else {
      exact_.emplace(instance, order);
    }
  }

  // As those of BranchAndBound.
  void start(std::int32_t most_moves) {
    large_ ? large_->start(most_moves) : exact_->start(most_moves);
  }
  bool step(std::size_t pivots) { return large_ ? large_->step(pivots) : exact_->step(pivots); }
  [[nodiscard]] std::optional<Solution> solution() const {
    return large_ ? large_->solution() : exact_->solution();
  }
  [[nodiscard]] std::optional<Objective> bound(std::int32_t most_moves) {
    return large_ ? large_->bound(most_moves) : exact_->bound(most_moves);
  }
  // From 0 to 1; 0 where the search cannot tell.
  [[nodiscard]] double progress() const { return large_ ? large_->progress() : 0.0; }
  [[nodiscard]] std::size_t pivots() const { return large_ ? large_->pivots() : exact_->pivots(); }

 private:
  std::optional<BranchAndBound> exact_;
  std::optional<LargeSearch> large_;
};

}  // namespace cadre::propose
