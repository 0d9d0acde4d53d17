// What if this official refuses: what breaks, the quotas afterwards, and the best single repairs.
//
// If a move is taken out of a round, its official stays in the old post, so the next official
// cannot take that, and so on along the chain (chuỗi) or around the cycle (vòng). A repair is one
// more gesture: another official for the post left empty, another post for an official who is
// stuck, or giving up the broken moves. Pure; everything is tried in the round (round_trial.h).
#pragma once

#include <cstddef>
#include <vector>

#include "core/error.h"
#include "document/candidates.h"
#include "document/what_if.h"

namespace cadre {

// One repair. The command takes the refused move out of the round and makes the repair.
struct Repair {
  Command command;
  Candidate what;           // its effect is against the round as it stands, refused move included;
                            // cadre none: the broken moves are given up
  std::size_t dropped = 0;  // number of moves given up, including the refused one
};

struct Refusal {
  // The refused move and those connected with it, as indices in the round's list: from the move
  // into the last post of the chain back to the one that follows last.
  std::vector<std::size_t> linked;
  bool is_cycle = false;
  std::vector<std::size_t> broken;  // moves that no longer happen, without the refused one
  Effect effect;                    // of the refusal alone, compared with the present round
  // Best first, at most kMostRepairs, each for another official.
  std::vector<Repair> repairs;
};

inline constexpr std::size_t kMostRepairs = 3;

// REQUIRES: a round is selected in the stage (entry > 0). An error when the round has no such move.
[[nodiscard]] Expected<Refusal> ifRefused(const Stage& stage, std::size_t move);

}  // namespace cadre
