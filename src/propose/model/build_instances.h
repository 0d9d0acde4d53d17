// From a plan, a scenario and one of its rounds to the instances that a proposal solves.
//
// What the round offers is found in round_start.h and possible_moves.h; here it is dealt to
// instances. Posts that a move, a candidate, a quota cell or a cap ties together are in one
// instance.
//
// Where only some units are asked for, moves of the round that touch none of their posts are kept
// and count as done: for quotas and for caps.
#pragma once

#include <optional>
#include <vector>

#include "core/error.h"
#include "model/plan.h"
#include "propose/model/instance.h"
#include "propose/model/question.h"
#include "simulate/timeline.h"

namespace cadre::propose {

// A cell that no part can change.
struct FixedCell {
  UnitId unit;
  std::int32_t shortfall = 0;
};

// Pairs of a mover and a post that memory holds with ease, also in a browser.
inline constexpr std::size_t kMostWays = 1'500'000;

struct Problem {
  std::vector<Instance> parts;
  // Shortfall of cells that no part can change, and these cells.
  std::int64_t fixed_shortfall = 0;
  std::vector<FixedCell> fixed_cells;
  // Of continuity where it is soft: units that are above already. And, where it is asked to be
  // calm, standing moves that no proposal can make.
  std::int64_t fixed_cost = 0;
  std::int64_t fixed_dropped = 0;
  std::int32_t round_cap = INT32_MAX;  // most posts that may change hands over all parts
  // Moves that stay although they are not pinned, untouched ones and facts; places in the round.
  std::vector<std::size_t> kept;
  // More ways to move than memory should hold (kMostWays): nothing else is filled.
  bool is_too_large = false;
  // A pinned move that no plan can keep (its place in the round's list): there is no proposal.
  std::optional<std::size_t> broken_pin;
};

// `round` is a place in the scenario's list of rounds. REQUIRES: the timeline is the scenario's.
[[nodiscard]] Problem buildProblem(const Plan& plan, const Scenario& scenario,
                                   const Timeline& timeline, std::size_t round,
                                   const Question& question);

}  // namespace cadre::propose
