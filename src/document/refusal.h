// "And if this one refuses?": what breaks, the quotas afterwards, and the best single repairs.
//
// A move that is taken out of a round leaves its official in the old post, so whoever was to come
// there cannot, and so on along the chain (chuỗi) or around the cycle (vòng). A repair is one more
// gesture: another official for the place that stays empty, another place for one who is stuck, or
// giving up what broke. Pure; everything is tried in the round (round_trial.h).
#pragma once

#include <cstddef>
#include <vector>

#include "core/error.h"
#include "document/candidates.h"
#include "document/what_if.h"

namespace cadre {

// One way out. The command takes the refused move out of the round and does the repair.
struct Repair {
  Command command;
  Candidate what;           // its effect is against the round as it stands, refused move included;
                            // cadre none: the broken moves are given up
  std::size_t dropped = 0;  // how many moves are given up, the refused one counted
};

struct Refusal {
  // The refused move and those that hang together with it, as places in the round's list: from the
  // move into the last post of the chain back to the one that follows last.
  std::vector<std::size_t> linked;
  bool is_cycle = false;
  std::vector<std::size_t>
      broken;     // moves that happened and then no longer do; not the refused one
  Effect effect;  // of the refusal alone, against the round as it stands
  // Best first, at most kMostRepairs, each of another official.
  std::vector<Repair> repairs;
};

inline constexpr std::size_t kMostRepairs = 3;

// REQUIRES of the stage: a round is chosen (entry > 0). An error when the round has no such move.
[[nodiscard]] Expected<Refusal> ifRefused(const Stage& stage, std::size_t move);

}  // namespace cadre
