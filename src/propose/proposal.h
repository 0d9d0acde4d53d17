// The best round: the fewest shortfalls, vacancies, moves and costs, strictly in this order,
// proven.
//
// What is solved is described in instance.h and build_instances.h, how it is solved in
// proposal_job.h. The same plan gives the same proposal everywhere.
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
  kFeasible,    // a plan whose bound is not met
  kInfeasible,  // the pinned moves contradict each other, the caps or the plan
};

struct Proposal {
  Status status = Status::kInfeasible;
  Objective objective;
  Objective bound;                  // nothing is better
  std::vector<ProposedMove> moves;  // by official
  // Moves of the round that stay although they are not pinned, because the question does not touch
  // them: places in the round's list.
  std::vector<std::size_t> kept;
  std::optional<std::size_t> broken_pin;  // a pinned move that no plan can keep, where one is known
  bool is_calm = false;                   // the question was: Objective::dropped counts
  bool is_too_large = false;  // not infeasible but too much to solve: status says nothing
  std::size_t nodes = 0;
  std::size_t pivots = 0;
};

// The whole search at once; see ProposalJob for one
// in slices. `round` is a place in the scenario's list of rounds. REQUIRES: the timeline is the
// scenario's.
[[nodiscard]] Proposal propose(const Plan& plan, const Scenario& scenario, const Timeline& timeline,
                               std::size_t round, const Question& question);

// The round with the proposal in the place of its moves: pinned and kept ones stay as they are, and
// a move that is proposed again keeps what is known of it.
[[nodiscard]] Round roundWith(const Round& round, const Proposal& proposal);

}  // namespace cadre::propose
