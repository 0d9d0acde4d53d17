// What a proposal changes in a round, move by move and why, and how all or some of it is accepted.
//
// Moves that share a post hang together in a group (a swap, a chain, a cycle, with the round's own
// moves that they replace): a group is accepted as a whole or not at all, so that no post is filled
// twice and nobody is left without one by a choice of moves. Values that refer to nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "document/command.h"
#include "model/plan.h"
#include "propose/model/move_cost.h"
#include "propose/proposal.h"
#include "simulate/timeline.h"

namespace cadre {

enum class Proposed : std::uint8_t {
  kNew,
  kChanged,  // the round sends the official elsewhere
  kKept,     // in the round already
  kDropped,  // in the round, not in the proposal
};

struct CellGain {
  QuotaId quota;
  UnitId unit;
  std::int32_t change = 0;  // by this move alone
};

struct ProposedLine {
  CadreId cadre;
  PostId from;  // just before the round; none: held no post
  PostId to;    // none: leaves for no post
  Proposed kind = Proposed::kNew;
  PostId instead_of;  // of a changed move: where the round sends the official
  std::int32_t cost = 0;
  propose::CostParts parts;  // what the cost is made of; empty for a dropped move
  bool pinned = false;
  CadreId makes_room_for;       // who comes to the post that is left
  CadreId follows;              // who leaves the post that is taken
  std::vector<CellGain> gains;  // quota cells that the move itself raises or lowers
  std::size_t group = 0;
};

enum class Shape : std::uint8_t { kSingle, kChain, kSwap, kCycle };

struct ProposedGroup {
  Shape shape = Shape::kSingle;
  bool changes_round = false;      // has a move that is not kept
  std::vector<std::size_t> lines;  // along the chain: who comes first, then who takes their post
};

struct ProposalDiff {
  std::vector<ProposedLine> lines;  // group by group
  std::vector<ProposedGroup> groups;
  // Moves that accepting the groups puts into the round, and takes out of it.
  [[nodiscard]] std::int32_t changedMoves(const std::vector<std::uint8_t>& accepted) const;
};

// `state` is the round's entry of the timeline; `round` the round as it stands in the plan, whose
// moves the proposal was made for (but for pins). REQUIRES: the proposal is not infeasible.
[[nodiscard]] ProposalDiff diffOf(const Plan& plan, const Round& round, const RoundState& state,
                                  const propose::Proposal& proposal);

// The command that accepts some groups (`accepted` by place, 0 or 1).
[[nodiscard]] AcceptProposal acceptCommand(const RoundRef& ref, const ProposalDiff& diff,
                                           const std::vector<std::uint8_t>& accepted);

// What a round comes to, in the terms of a proposal.
struct RoundFigures {
  std::int64_t shortfall = 0;  // over the quota cells that have posts of the scope
  std::int64_t vacant = 0;     // unlocked posts of the scope
  std::int64_t moves = 0;      // posts of the scope that change hands
  std::int64_t cost = 0;
};

// Shortfall that no move of the scope can change. `units` is the scope (none: all posts).
[[nodiscard]] std::int64_t shortfallOutside(const Plan& plan, const std::vector<Cell>& cells,
                                            const std::vector<UnitId>& units);

[[nodiscard]] RoundFigures figuresOf(const Plan& plan, const Round& round, const Seating& before,
                                     const RoundState& played, const std::vector<UnitId>& units);

}  // namespace cadre
