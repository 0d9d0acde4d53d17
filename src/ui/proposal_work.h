// The proposal shown by the work view: a search that runs for some milliseconds of each frame, its
// result as a preview, and alongside it the plans for every number of moves and the reasons for
// remaining shortfalls.
//
// A preview stays until the next one replaces it, so that the screen does not flicker while a
// target is dragged; isCurrent() says whether it answers the present question. Previews and asks
// hold ids and copies, no references.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "document/proposal_diff.h"
#include "document/what_if.h"
#include "propose/drops.h"
#include "propose/proposal_job.h"
#include "propose/why_not/obstacle.h"
#include "propose/why_not/why_not.h"
#include "ui/session.h"

namespace cadre::ui {

// A proposed move that the next proposal must keep, before it is accepted.
using ProposalPin = std::pair<CadreId, PostId>;

// All inputs of a proposal: equal asks have equal answers.
struct ProposalAsk {
  std::uint64_t revision = 0;
  std::string scenario;
  std::string round;
  propose::Question question;
  std::vector<ProposalPin> pins;
  std::vector<std::size_t>
      keeps;  // moves that stand and are kept as if pinned: places in the round

  [[nodiscard]] bool isSameRound(const ProposalAsk& other) const {
    return scenario == other.scenario && round == other.round;
  }
  friend bool operator==(const ProposalAsk&, const ProposalAsk&) = default;
};

struct ProposalPreview {
  ProposalAsk ask;
  propose::Proposal proposal;
  ProposalDiff diff;
  std::vector<std::uint8_t> accepted;  // by group: whether it is ticked
  Round round;                         // with what is ticked
  std::uint64_t version = 0;           // another one whenever `round` may have changed
  RoundFigures before;
  RoundFigures after;             // with what is ticked
  std::int64_t outside = 0;       // shortfall that the scope cannot change, part of the objective
  std::vector<CellChange> cells;  // that change with what is ticked, of every quota
  std::map<std::pair<QuotaId, UnitId>, std::size_t> cell_at;  // place in `cells`
  std::map<UnitId, std::int32_t> moves_into;  // ticked moves by the group that they end in
  propose::Obstacle obstacle =
      propose::Obstacle::kNone;  // where nothing moves though some is short
  bool keeps_standing = true;    // false: all that stands cannot be kept, and so may be dropped

  [[nodiscard]] bool changesRound() const;
  [[nodiscard]] bool isAllTicked() const;
};

// A job of src/propose, run in time slices measured by the clock.
class Slices {
 public:
  using Clock = std::chrono::steady_clock;
  // True when the job is done.
  template <class Job>
  bool work(Job& job, Clock::time_point until) {
    while (!job.done()) {
      const Clock::time_point start = Clock::now();
      if (start >= until) return false;
      job.step(pivots_);
      adapt(Clock::now() - start, until - start);
    }
    return true;
  }

 private:
  void adapt(Clock::duration took, Clock::duration room);
  std::size_t pivots_ = 64;
};

class ProposalWork {
 public:
  // The time per frame that a search may take.
  static constexpr std::chrono::milliseconds kBudget{6};

  // Starts the search for what is asked, replacing any running one. REQUIRES: the session is at the
  // ask's revision, scenario and round.
  void start(const Session& session, ProposalAsk ask);
  // The same question for every number of moves, and the reasons for remaining shortfalls. A limit
  // on moves that is only being tried is ignored by both.
  void startFrontier(const Session& session, ProposalAsk ask);
  void startWhyNot(const Session& session, ProposalAsk ask);
  // Works for the frame's share of time. REQUIRES: as for start(), while a search is running.
  void advance(const Session& session);
  // Stops the search; the best plan so far becomes the preview.
  void stop(const Session& session);
  // Stops the search and clears everything.
  void discard();
  // Drops results for another scenario or round, and searches made obsolete by a change of the
  // plan.
  void keepFor(const Session& session, const ProposalAsk& now);
  // Ticks or unticks a group.
  void tick(const Session& session, std::size_t group, bool on);

  [[nodiscard]] bool isSearching() const { return job_ != nullptr; }
  [[nodiscard]] bool isBusy() const;
  [[nodiscard]] double progress() const { return job_ == nullptr ? 1.0 : job_->progress(); }
  // The last question, answered or not.
  [[nodiscard]] const std::optional<ProposalAsk>& asked() const { return asked_; }
  [[nodiscard]] const ProposalPreview* preview() const { return preview_.get(); }
  [[nodiscard]] bool isCurrent(const ProposalAsk& now) const {
    return preview_ != nullptr && preview_->ask == now;
  }
  // How long the last completed search took.
  [[nodiscard]] std::chrono::milliseconds lastTook() const { return took_; }
  // Posts that change hands in the best plan without a limit on them; empty until one is known.
  [[nodiscard]] std::optional<std::int64_t> mostMoves() const { return most_moves_; }

  // The best objective by number of moves, once all are known, with the shortfall of the scope; an
  // entry is empty where pins need more moves.
  using Points = std::vector<std::optional<propose::Objective>>;
  [[nodiscard]] const Points* frontier() const { return points_.empty() ? nullptr : &points_; }
  // Whether the results are known for that ask. They may have been computed and not exist, if pins
  // contradict each other or the problem is too large.
  [[nodiscard]] bool frontierIsFor(const ProposalAsk& now) const;
  [[nodiscard]] bool isTracedFor(const ProposalAsk& now) const;
  [[nodiscard]] bool isTracing() const { return frontier_ != nullptr && !frontier_->done(); }
  [[nodiscard]] double frontierProgress() const {
    return frontier_ == nullptr ? 0.0 : frontier_->progress();
  }

  // Moves that stand and that it would pay to drop, once they are known for that question.
  [[nodiscard]] const propose::DropsJob* dropsFor(const ProposalAsk& now) const {
    return drops_ != nullptr && drops_->done() && drops_asked_ == now ? drops_.get() : nullptr;
  }

  [[nodiscard]] const std::vector<propose::Reason>& reasons() const { return reasons_; }
  // The round that the reasons refer to: with the moves pinned in the preview.
  [[nodiscard]] const Round& whyRound() const { return why_round_; }
  [[nodiscard]] bool reasonsAreFor(const ProposalAsk& now) const;
  [[nodiscard]] bool isExplaining() const { return why_not_ != nullptr; }
  [[nodiscard]] double whyNotProgress() const {
    return why_not_ == nullptr ? 1.0 : why_not_->progress();
  }

 private:
  void publish(const Session& session, propose::Proposal proposal);
  void playTicked(const Session& session);
  void finishSearch(const Session& session);
  [[nodiscard]] propose::Proposal quickPlan(const Session& session) const;
  void advanceDrops(const Session& session, Slices::Clock::time_point until);

  std::optional<ProposalAsk> asked_;
  std::unique_ptr<propose::ProposalJob> job_;
  Slices slices_;
  Slices::Clock::duration spent_{};        // time spent on the search so far
  Slices::Clock::duration shown_after_{};  // when the preview was last refreshed
  std::chrono::milliseconds took_{0};
  std::unique_ptr<ProposalPreview> preview_;
  std::vector<ProposalPin> unticked_;  // moves of groups that are off; kept across previews
  std::optional<std::int64_t> most_moves_;

  bool keeps_standing_ = true;
  std::uint64_t versions_ = 0;

  std::optional<ProposalAsk> drops_asked_;
  std::unique_ptr<propose::DropsJob> drops_;
  Slices drops_slices_;

  std::optional<ProposalAsk> frontier_asked_;  // without a bound on moves
  std::unique_ptr<propose::ProposalJob> frontier_;
  Slices frontier_slices_;
  Points points_;

  std::optional<ProposalAsk> why_asked_;
  std::unique_ptr<propose::WhyNotJob> why_not_;
  Slices why_slices_;
  Round why_round_;
  std::vector<propose::Reason> reasons_;
};

}  // namespace cadre::ui
