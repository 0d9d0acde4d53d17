// Which moves of a round depend on each other: who follows whom.
//
// Move B waits for move A when B's destination is a post that A leaves. A set is a group of moves
// connected in this way (a cycle, a chain, or several that meet in an official who leaves several
// posts): either all of them happen or none. A relief, dismissal or resignation is certain if it
// needs no vacant post or has one: its destination is vacant before the round, is the official's
// own post, or is left by a move that is certain. No move depends on one that is certain.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/plan.h"
#include "simulate/timeline.h"

namespace cadre {

struct MoveSets {
  static constexpr std::int32_t kNone = -1;

  std::vector<std::vector<std::size_t>> sets;  // indices in the round's list, ascending
  std::vector<std::int32_t> set_of;            // by move; kNone: certain, or does not happen
  std::vector<std::uint8_t> is_certain;        // by move
};

// REQUIRES: `state` is the simulated round. Moves that do not happen in it are neither certain nor
// in a set.
[[nodiscard]] MoveSets moveSets(const Plan& plan, const Round& round, const RoundState& state);

}  // namespace cadre
