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
  bool may_leave = true;   // for no post; without a post it says nothing
  PostId left = {};        // where a pinned fact takes them from: a post that is vacant already
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

// Two officials who may not sit in one unit together once one of them was moved there: taken arcs,
// one more while `stays` does not change hands, and `outside` are no more than one. (Both have one
// arc at most, and whoever sits in `stays` takes one only by leaving it.)
struct Exclusion {
  std::vector<std::int32_t> arcs;  // of both, into posts of the unit
  std::int32_t stays = -1;         // the post of the unit in which one of them sits; -1: none
  std::int32_t outside = 0;        // 1: one of them sits there whatever is chosen
  std::int32_t pair = 0;           // several of one pair in one unit cost once, where they are soft
  CadreId one{};                   // the two
  CadreId other{};
};

// Posts of which only so many may change hands, besides the cap of their district.
struct CappedPosts {
  std::vector<std::int32_t> posts;
  std::int32_t most = 0;  // below 0 is as 0
};

struct Instance {
  std::vector<OpenPost> posts;
  std::vector<Official> officials;
  std::vector<Arc> arcs;
  std::vector<QuotaCell> cells;
  std::vector<std::int32_t> pinned_arcs;
  std::vector<std::int32_t> pinned_leaves;  // posts whose holder leaves for no post
  // By head unit: how many of its head posts may change hands (continuity); where it is not hard,
  // every unit above costs.
  std::vector<std::int32_t> head_limit;
  bool continuity_is_hard = false;
  std::int32_t continuity_cost = 0;  // 0: off
  std::int32_t leave_cost = 0;
  std::vector<Exclusion> exclusions;
  std::int32_t pairs = 0;  // how many Exclusion::pair there are
  bool exclusions_are_hard = false;
  std::int32_t exclusion_cost = 0;  // of a pair, where they are not
  // Moves that stand in the round and that it costs to drop (calm); one that is listed twice counts
  // twice.
  std::vector<std::int32_t> standing_arcs;
  std::vector<std::int32_t> standing_leaves;  // posts
  // Most posts that may change hands: in each district (INT32_MAX: any number), and in all.
  std::vector<std::int32_t> district_cap;
  std::vector<CappedPosts> group_caps;
  std::int32_t cap = INT32_MAX;

  [[nodiscard]] bool hasPins() const { return !pinned_arcs.empty() || !pinned_leaves.empty(); }
  [[nodiscard]] bool hasContinuity() const { return continuity_is_hard || continuity_cost > 0; }
  [[nodiscard]] std::int64_t standing() const {
    return static_cast<std::int64_t>(standing_arcs.size() + standing_leaves.size());
  }
};

}  // namespace cadre::propose
