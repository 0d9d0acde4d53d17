// An itemised account of a round: what contributes to each part of its objective.
//
// Computed from the simulated round rather than from a search, so that proposals can be verified
// against it and any other round can be measured the same way. The objective is defined as in the
// optimiser's model: facts cost nothing unless they lead to a post, and anything outside the scope
// is not counted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/plan.h"
#include "propose/model/move_cost.h"
#include "propose/model/objective.h"
#include "simulate/timeline.h"

namespace cadre::propose {

struct CellShort {
  QuotaId quota;
  UnitId unit;
  std::int32_t shortfall = 0;  // above 0
};

// The cost of one move of the round.
struct MoveBill {
  std::size_t move = 0;  // index in the round's list
  CostParts parts;
};

// Relatives brought together in one unit by a move.
struct Together {
  CadreId a;
  CadreId b;
  UnitId unit;
};

struct Books {
  std::vector<CellShort> cells;    // of the quotas that have posts in the scope
  std::vector<PostId> vacant;      // unlocked and vacant
  std::vector<PostId> changed;     // filled by another holder
  std::vector<MoveBill> moves;     // moves with a cost, in the round's order
  std::vector<Together> together;  // when the rule about relatives is soft
  std::vector<UnitId> heads;       // units with too many head changes, when soft
  std::int32_t soft_rule = 0;      // cost of each such pair and unit

  // The total; does not include `dropped`.
  [[nodiscard]] Objective objective() const;
};

// `played` is the round simulated from `before`. `units`: the scope; empty: all units.
[[nodiscard]] Books booksOf(const Plan& plan, const Round& round, const Seating& before,
                            const RoundState& played, const std::vector<UnitId>& units);

}  // namespace cadre::propose
