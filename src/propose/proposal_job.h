// Computes a proposal, or a frontier, in slices: step() works for a while and returns, so that the
// page stays responsive. An answer is available at any time, with a bound on its quality.
//
// Parts are solved one by one. If a cap over all parts binds, and for a frontier, their curves are
// joined (joined_parts.h). Deterministic: the way the work is cut into steps does not affect the
// result. Holds no references to its inputs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "model/plan.h"
#include "propose/model/build_instances.h"
#include "propose/model/question.h"
#include "propose/proposal.h"
#include "propose/search/joined_parts.h"
#include "propose/search/part_search.h"
#include "simulate/timeline.h"

namespace cadre::propose {

enum class Goal : std::uint8_t {
  kProposal,      // the best plan
  kFrontier,      // for each number of posts that may change hands, the best plan
  kCostFrontier,  // the same by shortfall and then cost only
};

class ProposalJob {
 public:
  // `round` is an index in the scenario's list of rounds. REQUIRES: the timeline belongs to the
  // scenario.
  ProposalJob(const Plan& plan, const Scenario& scenario, const Timeline& timeline,
              std::size_t round, const Question& question, Goal goal = Goal::kProposal);
  // The same for a problem that buildProblem() has built for the question.
  ProposalJob(Problem problem, const Question& question, Goal goal = Goal::kProposal);
  ProposalJob(const ProposalJob&) = delete;
  ProposalJob& operator=(const ProposalJob&) = delete;

  // Performs about that many simplex pivots (some microseconds each in a district); returns true
  // when the search is complete.
  bool step(std::size_t pivots);
  [[nodiscard]] bool done() const { return phase_ == Phase::kDone; }
  // There are too many possible moves; for a frontier, already when one part is too large to be
  // solved to optimality for every number of posts. Nothing is searched in that case.
  [[nodiscard]] bool isTooLarge() const { return is_too_large_; }
  // Cells that no plan can change; their shortfall is part of every objective.
  [[nodiscard]] const std::vector<FixedCell>& fixedCells() const { return problem_.fixed_cells; }
  // From 0 to 1.
  [[nodiscard]] double progress() const;

  // The best plan so far: status kFeasible until the search is done.
  [[nodiscard]] Proposal best() const;

  // The largest number of posts changing hands in a plan of the frontier; a larger number improves
  // nothing. REQUIRES: done(), goal is a frontier.
  [[nodiscard]] std::size_t frontierEnd() const;
  // The best plan with at most `most` posts changing hands; its status is kInfeasible when pinned
  // moves need more. REQUIRES: see frontierEnd().
  [[nodiscard]] Proposal withAtMost(std::size_t most) const;

 private:
  enum class Phase : std::uint8_t { kFree, kBounds, kExact, kDone };

  void stepFree(std::size_t pivots);
  void stepBounds();
  void stepExact(std::size_t pivots);
  void joinParts();
  // The smallest number of posts for which a plan is wanted.
  [[nodiscard]] std::size_t firstPoint() const { return goal_ == Goal::kProposal ? cap_ : 0; }
  void collect(const JoinedParts& joined);
  void finish(bool is_feasible);
  [[nodiscard]] Proposal assemble(const std::vector<const Solution*>& solutions) const;

  Goal goal_;
  bool is_calm_;
  Problem problem_;
  std::size_t cap_ = 0;  // on all parts together
  Phase phase_ = Phase::kFree;
  bool is_feasible_ = true;
  bool is_too_large_ = false;
  std::deque<PartSearch> searches_;  // a deque, because searches cannot be moved
  bool is_started_ = false;          // whether the search of the current part has started
  std::size_t part_ = 0;             // the current part, in kFree and kBounds
  std::vector<Curve> curves_;
  std::vector<std::vector<std::optional<Solution>>> solutions_;  // by part and most posts
  std::vector<Share> missing_;                                   // points still to solve, in kExact
  std::size_t next_missing_ = 0;
  std::optional<JoinedParts> joined_;
  std::size_t nodes_ = 0;
  std::size_t pivots_ = 0;
};

}  // namespace cadre::propose
