// Which moves of a round hang together: who follows whom.
//
// Move B waits for move A when B's destination is a post that A leaves. A set is what hangs
// together in this way (a cycle, a chain, or several that meet in an official who leaves several
// posts): all of it happens or none. A relief, dismissal or resignation is certain where it needs
// no room or finds it: its destination is vacant before the round, the official's own, or left by a
// move that is certain. Nothing is tied to what is certain.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/plan.h"
#include "simulate/timeline.h"

namespace cadre {

struct MoveSets {
  static constexpr std::int32_t kNone = -1;

  std::vector<std::vector<std::size_t>> sets;  // places in the round's list, in order
  std::vector<std::int32_t> set_of;            // by move; kNone: certain, or does not happen
  std::vector<std::uint8_t> is_certain;        // by move
};

// REQUIRES: `state` is the round as the simulation plays it. Moves that do not happen there are
// neither certain nor in a set.
[[nodiscard]] MoveSets moveSets(const Plan& plan, const Round& round, const RoundState& state);

}  // namespace cadre
