// The fewest posts that have to change hands for the least shortfall of one instance, by halving:
// each half is an exact search with fewer moves allowed.
#pragma once

#include <cstddef>
#include <cstdint>

#include "propose/model/instance.h"
#include "propose/search/branch_and_bound.h"

namespace cadre::propose {

class FewestMoves {
 public:
  // `enough` moves are known to reach `shortfall`, the least that the instance can have. Keeps a
  // reference to the instance.
  FewestMoves(const Instance& instance, std::int64_t enough, std::int64_t shortfall)
      : search_(instance), shortfall_(shortfall), enough_(enough) {}

  // Works for about so many pivots and takes them off; true when it is done.
  bool step(std::size_t& pivots);
  // After the end.
  [[nodiscard]] std::int64_t moves() const { return enough_; }

 private:
  BranchAndBound search_;
  std::int64_t shortfall_;
  std::int64_t too_few_ = -1;
  std::int64_t enough_;
  bool is_started_ = false;  // the search with the number in the middle
};

}  // namespace cadre::propose
