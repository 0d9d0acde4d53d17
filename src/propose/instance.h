// What a proposal may choose from, in one round: posts, officials, moves with their costs, quotas
// and caps, as the shared model of the optimiser says.
//
// Built from a plan and its timeline: the state just before the round, departures and the round's
// pinned moves done. Everything is an index into the instance's own vectors, so that the solver
// knows nothing of a plan. Independent parts (districts, when moves stay within them) are separate
// instances.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/plan.h"
#include "propose/move_cost.h"
#include "simulate/timeline.h"

namespace cadre::propose {

enum class Within : std::uint8_t { kDistrict, kCity };

// A post that may change hands.
struct OpenPost {
  PostId post;
  std::int32_t holder = -1;  // place in Instance::officials of whoever sits there; -1: vacant
  std::int32_t unit = -1;    // place in Instance::head_units when continuity concerns it; -1: none
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
  UnitId district;  // none: of no district, or the whole city
  std::vector<OpenPost> posts;
  std::vector<Official> officials;
  std::vector<Arc> arcs;
  std::vector<QuotaCell> cells;
  // Continuity: the most of a unit's head posts that may change hands, or what more than one costs.
  std::size_t head_units = 0;
  std::vector<std::int32_t> changed_already;  // by head unit: by pinned moves
  bool continuity_is_hard = false;
  std::int32_t continuity_cost = 0;  // 0: off
  std::int32_t leave_cost = 0;
  std::int32_t cap = INT32_MAX;  // most posts that may change hands
};

struct Pins {
  std::vector<CadreId> cadres;  // move already in the round, or do not happen
  std::vector<PostId> posts;    // change hands by pinned moves
};

}  // namespace cadre::propose
