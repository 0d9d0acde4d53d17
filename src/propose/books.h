// The open books of a round: what each figure of its objective is made of.
//
// Counted from the round as the simulation plays it and not from a search, so that a proposal can
// be checked against its own books, and a round that nobody proposed has the same ones. The words
// of the objective are those of the optimiser's model: facts cost nothing but where they lead to a
// post, what is outside of the units that were asked about is not counted.
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

// What one move of the round costs.
struct MoveBill {
  std::size_t move = 0;  // place in the round's list
  CostParts parts;
};

// Relatives in one unit whom a move brought together.
struct Together {
  CadreId a;
  CadreId b;
  UnitId unit;
};

struct Books {
  std::vector<CellShort> cells;    // of the quotas that have posts of the units asked about
  std::vector<PostId> vacant;      // unlocked and vacant
  std::vector<PostId> changed;     // somebody came
  std::vector<MoveBill> moves;     // those that cost, in the round's order
  std::vector<Together> together;  // where the rule about relatives is soft
  std::vector<UnitId> heads;       // more head posts changed than may, where that is soft
  std::int32_t soft_rule = 0;      // what each pair and each such unit costs

  // All together; `dropped` is not theirs.
  [[nodiscard]] Objective objective() const;
};

// `played` is the round as it was played from `before`. `units`: what was asked about; none: all.
[[nodiscard]] Books booksOf(const Plan& plan, const Round& round, const Seating& before,
                            const RoundState& played, const std::vector<UnitId>& units);

}  // namespace cadre::propose
