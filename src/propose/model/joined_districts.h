// Districts that belong into one part of a proposal or a roadmap, because moves, candidates or
// quota cells tie posts of them together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/disjoint_sets.h"
#include "model/plan.h"

namespace cadre::propose {

// Open posts of one group of a division that the plan caps, and how many of them may still change
// hands (below 0: more do already).
struct CappedGroup {
  std::vector<PostId> posts;
  std::int32_t most = 0;
};

// The groups whose cap is less than their open posts (1 in `is_open`). Posts of `used` change hands
// already.
[[nodiscard]] std::vector<CappedGroup> bindingCaps(const Plan& plan,
                                                   const std::vector<std::uint8_t>& is_open,
                                                   const std::vector<PostId>& used);

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

  // A cap of a group that fewer than its open posts may use up ties their districts together.
  // `used` are posts that change hands already.
  void joinCapped(const std::vector<std::uint8_t>& is_open, const std::vector<PostId>& used);

  // The same for all districts that are joined.
  [[nodiscard]] std::size_t find(std::size_t district) { return sets_.find(district); }

 private:
  const Plan& plan_;
  DisjointSets sets_;
};

}  // namespace cadre::propose
