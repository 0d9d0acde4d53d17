// Applies all moves of a round at once: which of them happen, and the resulting seating.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/plan.h"
#include "model/seating.h"
#include "rules/finding.h"

namespace cadre {

// Ids of findings that are not rules: a move with one of these does not happen.
inline constexpr std::string_view kFindingGone = "gone";
inline constexpr std::string_view kFindingLocked = "locked";
inline constexpr std::string_view kFindingMovedTwice = "moved_twice";
inline constexpr std::string_view kFindingPostTaken = "post_taken";

struct AppliedMoves {
  Seating after;
  std::vector<std::uint8_t> happened;  // by index in the round's list
  std::vector<Finding> findings;       // one for each move that does not happen, in list order
};

// A move does not happen if the cadre is gone, if it leads into or out of a locked post, or if the
// cadre already moves in the round. All others are tried at once. While a post would have two
// holders, the latest move in the list into such a post is taken out, until no post has two.
[[nodiscard]] AppliedMoves applyMoves(const Plan& plan, const Round& round, const Seating& before);

}  // namespace cadre
