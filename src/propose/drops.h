// Moves that stand in a round and that it would pay to drop: which they are, and what each gains.
//
// A proposal that somebody looks at keeps what stands. Beside it stand the moves that the best
// proposal would drop or change, each with what the best proposal is better by when that move alone
// need not be kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "model/plan.h"
#include "propose/proposal.h"
#include "propose/proposal_job.h"
#include "simulate/timeline.h"

namespace cadre::propose {

// Places of the round's moves that a proposal can keep as if they were pinned: they happen, are
// neither pinned nor facts, and whom they take the post from does not stay for another reason.
// `state` is the round's entry of its timeline.
[[nodiscard]] std::vector<std::size_t> standingMoves(const Plan& plan, const Round& round,
                                                     const RoundState& state);

// The scenario with those moves of the round pinned.
[[nodiscard]] Scenario keeping(const Scenario& scenario, std::size_t round,
                               const std::vector<std::size_t>& moves);

struct Drop {
  std::size_t move = 0;  // place in the round's list
  // By how much the best proposal is better when this move need not be kept and all others are,
  // part by part; nothing where that was not computed.
  std::optional<Objective> gain;
};

class DropsJob {
 public:
  // Of more drops than this the gains of the others are not computed.
  static constexpr std::size_t kMostGains = 40;

  // `standing` are the moves that `kept` was made with as pinned; `scenario` has none of them
  // pinned but for those that are. REQUIRES: kept is not infeasible.
  DropsJob(const Plan& plan, const Scenario& scenario, const Timeline& timeline, std::size_t round,
           const Question& question, std::vector<std::size_t> standing, const Proposal& kept);

  // As those of ProposalJob.
  bool step(std::size_t pivots);
  [[nodiscard]] bool done() const { return is_done_; }

  // In the order of the round; empty where nothing is better than keeping all. REQUIRES: done().
  [[nodiscard]] const std::vector<Drop>& drops() const { return drops_; }
  // By how much the best proposal that may drop any of them is better. REQUIRES: done().
  [[nodiscard]] const Objective& gainOfAll() const { return gain_of_all_; }

 private:
  void findDrops(const Proposal& free);
  void startNext();

  Plan plan_;
  Scenario scenario_;
  std::size_t round_;
  Question question_;
  std::vector<std::size_t> standing_;
  Objective kept_;
  std::unique_ptr<ProposalJob> job_;
  bool is_free_ = true;  // the job at hand may drop all
  std::vector<Drop> drops_;
  std::size_t next_ = 0;
  Objective gain_of_all_;
  bool is_done_ = false;
};

}  // namespace cadre::propose
