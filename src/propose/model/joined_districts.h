// Districts that belong into one part of a proposal or a roadmap, because moves, candidates or
// quota cells tie posts of them together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/disjoint_sets.h"
#include "model/plan.h"

namespace cadre::propose {

class JoinedDistricts {
 public:
  // Keeps a reference to the plan.
  explicit JoinedDistricts(const Plan& plan);

  // Places that districtOf() may give.
  [[nodiscard]] std::size_t count() const;
  // A unit that lies in no district counts as one of its own.
  [[nodiscard]] std::size_t districtOf(PostId post) const;
  // Whether it is a district, under a cap for districts.
  [[nodiscard]] bool isDistrict(std::size_t district) const;

  void join(std::size_t a, std::size_t b) { sets_.join(a, b); }
  // A quota cell with open posts (1 in `is_open`) of several districts ties them together.
  void joinCells(const std::vector<std::uint8_t>& is_open);

  // The same for all districts that are joined.
  [[nodiscard]] std::size_t find(std::size_t district) { return sets_.find(district); }

 private:
  const Plan& plan_;
  DisjointSets sets_;
};

}  // namespace cadre::propose
