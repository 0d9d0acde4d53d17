// All moves of one round at once: which of them happen, and the seating after.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/plan.h"
#include "model/seating.h"
#include "rules/finding.h"

namespace cadre {

// Ids of the findings that are not rules: such a move does not happen.
inline constexpr std::string_view kFindingGone = "gone";
inline constexpr std::string_view kFindingLocked = "locked";
inline constexpr std::string_view kFindingMovedTwice = "moved_twice";
inline constexpr std::string_view kFindingPostTaken = "post_taken";

struct AppliedMoves {
  Seating after;
  std::vector<std::uint8_t> happened;  // by place in the round's list
  std::vector<Finding> findings;       // one for each move that does not happen, in list order
};

// A move of someone who is gone, into or out of a locked post, or of a cadre who already moves in
// the round does not happen. Of those left, all are tried at once; while a post would have two
// holders, the latest move in the list into such a post is taken out, until all fit.
[[nodiscard]] AppliedMoves applyMoves(const Plan& plan, const Round& round, const Seating& before);

}  // namespace cadre
