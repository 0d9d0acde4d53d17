// Proposes the best round: the fewest shortfalls, vacancies, moves and costs, strictly in this
// order, with a proof.
//
// instance.h and build_instances.h describe the problem, proposal_job.h the method. The same plan
// gives the same proposal on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "model/plan.h"
#include "propose/model/objective.h"
#include "propose/model/question.h"
#include "simulate/timeline.h"

namespace cadre::propose {

struct ProposedMove {
  CadreId cadre;
  PostId from;  // none: holds no post
  PostId to;    // none: leaves for no post
  std::int32_t cost = 0;
  bool pinned = false;
};

enum class Status : std::uint8_t {
  kOptimal,
  kFeasible,    // a plan that is not proven to be optimal
  kInfeasible,  // the pinned moves contradict each other, the caps or the plan
};

struct Proposal {
  Status status = Status::kInfeasible;
  Objective objective;
  Objective bound;                  // proven: no plan is better
  std::vector<ProposedMove> moves;  // by official
  // Moves of the round that stay although they are not pinned, because they are outside the scope:
  // indices in the round's list.
  std::vector<std::size_t> kept;
  std::optional<std::size_t> broken_pin;  // a pinned move that cannot be kept, if known
  bool is_calm = false;                   // the question asked for calm: Objective::dropped counts
  bool is_too_large = false;  // not infeasible but too large to solve: status is meaningless
  std::size_t nodes = 0;
  std::size_t pivots = 0;
};

// Runs the whole search at once; ProposalJob runs one in slices. `round` is an index in the
// scenario's list of rounds. REQUIRES: the timeline belongs to the scenario.
[[nodiscard]] Proposal propose(const Plan& plan, const Scenario& scenario, const Timeline& timeline,
                               std::size_t round, const Question& question);

// Whether the proposal leaves that move of the round as it is: kept, or proposed again.
[[nodiscard]] bool leavesAsItIs(const Proposal& proposal, const Round& round, std::size_t move);

// The round with its moves replaced by the proposal: pinned and kept moves stay as they are, and a
// move that is proposed again keeps its recorded details.
[[nodiscard]] Round roundWith(const Round& round, const Proposal& proposal);

}  // namespace cadre::propose
