// What a proposal may choose from, in one round: posts, officials, moves with their costs, quotas
// and caps, as the shared model of the optimiser says.
//
// Everything is an index into the instance's own vectors, so that the solver knows nothing of a
// plan. The state is the one just before the round, departures done. Pinned moves are arcs and
// leaves that every choice has to take. Parts that share no arc, quota cell or cap are separate
// instances.
#pragma once

#include <cstdint>
#include <vector>

#include "model/plan.h"
#include "propose/model/move_cost.h"
#include "simulate/timeline.h"

namespace cadre::propose {

// A post that may change hands.
struct OpenPost {
  PostId post;
  std::int32_t holder = -1;   // place in Instance::officials of whoever sits there; -1: vacant
  std::int32_t unit = -1;     // place among the head units when continuity concerns it; -1: none
  std::int32_t district = 0;  // place among the instance's districts, for their cap
};

struct Official {
  CadreId cadre;
  std::int32_t from = -1;  // place in Instance::posts; -1: a candidate without a post
};

// An official could take a post.
struct Arc {
  std::int32_t official;
  std::int32_t post;
  std::int32_t cost;
};

// What one quota cell counts: 1 for an official in a post.
struct QuotaCell {
  QuotaId quota;
  UnitId unit;
  std::int32_t missing = 0;            // needed − attained before any move of the proposal
  std::vector<std::int32_t> arcs;      // arcs into posts of the cell whose official counts there
  std::vector<std::int32_t> vacating;  // posts of the cell whose holder counts today
};

struct Instance {
  std::vector<OpenPost> posts;
  std::vector<Official> officials;
  std::vector<Arc> arcs;
  std::vector<QuotaCell> cells;
  std::vector<std::int32_t> pinned_arcs;
  std::vector<std::int32_t> pinned_leaves;  // posts whose holder leaves for no post
  // Continuity: at most one head post of a unit may change hands, or every unit above costs.
  std::size_t head_units = 0;
  bool continuity_is_hard = false;
  std::int32_t continuity_cost = 0;  // 0: off
  std::int32_t leave_cost = 0;
  // Most posts that may change hands: in each district (INT32_MAX: any number), and in all.
  std::vector<std::int32_t> district_cap;
  std::int32_t cap = INT32_MAX;

  [[nodiscard]] bool hasPins() const { return !pinned_arcs.empty() || !pinned_leaves.empty(); }
};

}  // namespace cadre::propose
