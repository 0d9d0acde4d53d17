// The fewest posts that must change hands to reach an instance's least shortfall, by binary search:
// each step is an exact search with a limit on moves.
#pragma once

#include <cstddef>
#include <cstdint>

#include "propose/model/instance.h"
#include "propose/search/branch_and_bound.h"

namespace cadre::propose {

class FewestMoves {
 public:
  // `enough` moves are known to reach `shortfall`, the least possible for the instance. Keeps a
  // reference to the instance.
  FewestMoves(const Instance& instance, std::int64_t enough, std::int64_t shortfall)
      : search_(instance), shortfall_(shortfall), enough_(enough) {}

  // Performs about that many pivots and subtracts those used; returns true when done.
  bool step(std::size_t& pivots);
  // Valid after the end.
  [[nodiscard]] std::int64_t moves() const { return enough_; }

 private:
  BranchAndBound search_;
  std::int64_t shortfall_;
  std::int64_t too_few_ = -1;
  std::int64_t enough_;
  bool is_started_ = false;  // whether the search with the middle number has started
};

}  // namespace cadre::propose
