#include "ui/proposal_work.h"

#include <algorithm>

#include "document/round_trial.h"
#include "simulate/simulate.h"

namespace cadre::ui {
namespace {

// The preview of a running search is refreshed each time it has done this much more work.
constexpr std::chrono::milliseconds kShowEvery{400};

// The scenario in which the proposed moves that must be kept are pinned.
Scenario withPins(const Session& session, std::size_t place, const std::vector<ProposalPin>& pins) {
  Scenario out = session.scenario();
  Round& round = out.rounds[place];
  const Seating& before = session.timeline().rounds[place + 1].before;
  for (const auto& [cadre, to] : pins) {
    Move* known = round.moveOf(cadre);
    if (known == nullptr || known->to != to) {
      Move move = proposedMove(cadre, before.firstPost(cadre), to);
      if (known == nullptr) {
        round.moves.push_back(std::move(move));
        known = &round.moves.back();
      } else {
        *known = std::move(move);
      }
    }
    known->pinned = true;
  }
  return out;
}

// Calls `make` with the inputs of a job: the plan, the scenario with the pins asked for, and its
// timeline.
template <class Make>
auto withStart(const Session& session, const ProposalAsk& ask, Make&& make) {
  const std::size_t place = session.entry() - 1;
  if (ask.pins.empty() && ask.keeps.empty()) {
    return make(session.scenario(), session.timeline(), place);
  }
  const Scenario scenario = propose::keeping(withPins(session, place, ask.pins), place, ask.keeps);
  return make(scenario, simulate(session.plan(), scenario), place);
}

std::unique_ptr<propose::ProposalJob> jobFor(const Session& session, const ProposalAsk& ask,
                                             propose::Goal goal = propose::Goal::kProposal) {
  return withStart(session, ask,
                   [&](const Scenario& scenario, const Timeline& timeline, std::size_t place) {
                     return std::make_unique<propose::ProposalJob>(
                         session.plan(), scenario, timeline, place, ask.question, goal);
                   });
}

// What stands may be dropped.
ProposalAsk withoutKeeps(ProposalAsk ask) {
  ask.keeps.clear();
  return ask;
}

ProposalAsk withoutBound(ProposalAsk ask) {
  ask.question.most_moves.reset();
  return ask;
}

// Moves that were kept as if pinned and that the question does not touch stay, too.
void keepStanding(const Round& round, const std::vector<std::size_t>& keeps,
                  propose::Proposal& proposal) {
  for (const std::size_t i : keeps) {
    const bool is_proposed =
        std::any_of(proposal.moves.begin(), proposal.moves.end(),
                    [&](const auto& move) { return move.cadre == round.moves[i].cadre; });
    if (!is_proposed) proposal.kept.push_back(i);
  }
  std::sort(proposal.kept.begin(), proposal.kept.end());
}

bool isOff(const std::vector<ProposalPin>& unticked, const ProposedLine& line) {
  return std::find(unticked.begin(), unticked.end(), ProposalPin(line.cadre, line.to)) !=
         unticked.end();
}

}  // namespace

bool ProposalPreview::changesRound() const {
  return std::any_of(diff.groups.begin(), diff.groups.end(),
                     [](const ProposedGroup& group) { return group.changes_round; });
}

bool ProposalPreview::isAllTicked() const {
  return std::find(accepted.begin(), accepted.end(), std::uint8_t{0}) == accepted.end();
}

void Slices::adapt(Clock::duration took, Clock::duration room) {
  constexpr std::size_t kLeast = 1;
  constexpr std::size_t kMost = 1U << 20U;
  if (took * 4 < room) {
    pivots_ = std::min(pivots_ * 2, kMost);
  } else if (took * 2 > room) {
    pivots_ = std::max(pivots_ / 2, kLeast);
  }
}

void ProposalWork::start(const Session& session, ProposalAsk ask) {
  const Slices::Clock::time_point begin = Slices::Clock::now();
  asked_ = std::move(ask);
  job_.reset();
  drops_.reset();
  keeps_standing_ = true;
  if (frontierIsFor(*asked_)) {
    const std::size_t end = frontier_->frontierEnd();
    const std::int32_t most = asked_->question.most_moves.value_or(INT32_MAX);
    publish(session, frontier_->withAtMost(std::min(end, static_cast<std::size_t>(most))));
    return;
  }
  job_ = jobFor(session, *asked_);
  spent_ = Slices::Clock::now() - begin;
  shown_after_ = spent_;
}

void ProposalWork::startFrontier(const Session& session, ProposalAsk ask) {
  frontier_asked_ = withoutBound(std::move(ask));
  frontier_ = jobFor(session, *frontier_asked_, propose::Goal::kFrontier);
}

void ProposalWork::startWhyNot(const Session& session, ProposalAsk ask) {
  why_asked_ = withoutBound(std::move(ask));
  reasons_.clear();
  why_not_ = withStart(session, *why_asked_,
                       [&](const Scenario& scenario, const Timeline& timeline, std::size_t place) {
                         why_round_ = scenario.rounds[place];
                         for (const std::size_t kept : why_asked_->keeps) {
                           why_round_.moves[kept].pinned = false;
                         }
                         return std::make_unique<propose::WhyNotJob>(
                             session.plan(), scenario, timeline, place, why_asked_->question);
                       });
}

bool ProposalWork::isBusy() const {
  const bool weighs = drops_ != nullptr && !drops_->done();
  return job_ != nullptr || isTracing() || why_not_ != nullptr || weighs;
}

bool ProposalWork::isTracedFor(const ProposalAsk& now) const {
  return frontier_ != nullptr && frontier_->done() && *frontier_asked_ == withoutBound(now);
}

bool ProposalWork::frontierIsFor(const ProposalAsk& now) const {
  return isTracedFor(now) && !points_.empty();
}

bool ProposalWork::reasonsAreFor(const ProposalAsk& now) const {
  return why_asked_ && *why_asked_ == withoutBound(now);
}

// The search has priority, then the additional results.
void ProposalWork::advance(const Session& session) {
  const Slices::Clock::time_point begin = Slices::Clock::now();
  const Slices::Clock::time_point until = begin + kBudget;
  if (job_ != nullptr) {
    const bool is_over = slices_.work(*job_, until);
    spent_ += Slices::Clock::now() - begin;
    if (is_over) {
      finishSearch(session);
    } else if (spent_ - shown_after_ > kShowEvery) {
      shown_after_ = spent_;
      propose::Proposal best = job_->best();
      const bool says_more = preview_ == nullptr || preview_->ask != *asked_ ||
                             best.objective != preview_->proposal.objective;
      // A search that has hardly begun has no useful answer yet.
      const RoundFigures now =
          figuresOf(session.plan(), *session.round(), session.state().before, session.state(), {});
      const bool is_behind = best.objective.shortfall > now.shortfall;
      if (best.status != propose::Status::kInfeasible && says_more && !is_behind) {
        publish(session, std::move(best));
      }
    }
  }
  if (job_ == nullptr) advanceDrops(session, until);
  if (job_ == nullptr && isTracing() && frontier_slices_.work(*frontier_, until)) {
    points_.clear();
    const std::int64_t outside =
        shortfallOutside(session.plan(), session.state().cells, frontier_asked_->question.units);
    for (std::size_t most = 0; most <= frontier_->frontierEnd(); ++most) {
      const propose::Proposal plan = frontier_->withAtMost(most);
      const bool is_plan = plan.status != propose::Status::kInfeasible;
      points_.push_back(is_plan ? std::optional(plan.objective) : std::nullopt);
      if (is_plan) points_.back()->shortfall -= outside;
    }
    const bool has_plan = std::any_of(points_.begin(), points_.end(),
                                      [](const auto& point) { return point.has_value(); });
    if (!has_plan) points_.clear();
  }
  if (job_ == nullptr && why_not_ != nullptr && why_slices_.work(*why_not_, until)) {
    reasons_ = why_not_->reasons();
    why_not_.reset();
  }
}

void ProposalWork::finishSearch(const Session& session) {
  took_ = std::chrono::duration_cast<std::chrono::milliseconds>(spent_);
  // What stands may contradict caps or rules by itself: then it may be dropped.
  const bool is_stuck = job_->best().status == propose::Status::kInfeasible &&
                        !asked_->keeps.empty() && keeps_standing_ && !job_->isTooLarge();
  if (is_stuck) {
    keeps_standing_ = false;
    job_ = jobFor(session, withoutKeeps(*asked_));
    return;
  }
  stop(session);
}

// Once the proposal stands: what it would gain to drop moves that stand, where that is known soon.
void ProposalWork::advanceDrops(const Session& session, Slices::Clock::time_point until) {
  constexpr std::chrono::milliseconds kSoon{1000};
  const bool is_for = preview_ != nullptr && asked_ && preview_->ask == *asked_ &&
                      preview_->keeps_standing && !asked_->keeps.empty() && took_ < kSoon &&
                      preview_->proposal.status == propose::Status::kOptimal;
  if (!is_for) return;
  if (drops_ == nullptr || drops_asked_ != asked_) {
    drops_asked_ = asked_;
    const ProposalAsk free = withoutKeeps(*asked_);
    drops_ = withStart(
        session, free, [&](const Scenario& scenario, const Timeline& timeline, std::size_t place) {
          return std::make_unique<propose::DropsJob>(session.plan(), scenario, timeline, place,
                                                     free.question, asked_->keeps,
                                                     preview_->proposal);
        });
  }
  drops_slices_.work(*drops_, until);
}

void ProposalWork::stop(const Session& session) {
  if (job_ == nullptr) return;
  propose::Proposal best = job_->best();
  const bool is_over = job_->done();
  job_.reset();
  const auto hasNone = [&] { return best.status == propose::Status::kInfeasible; };
  if (!is_over && hasNone()) best = quickPlan(session);
  // A search that was stopped has not shown that there is none.
  if (!is_over && hasNone()) return;
  publish(session, std::move(best));
}

// A plan within the usual groups is one across them, too, and found at once. What it is worth
// beside the best is not known.
propose::Proposal ProposalWork::quickPlan(const Session& session) const {
  if (usualScope(session.plan()) == kWholePlan) return {};
  ProposalAsk within = *asked_;
  within.question.within.clear();
  propose::Proposal out = withStart(
      session, within, [&](const Scenario& scenario, const Timeline& timeline, std::size_t place) {
        return propose::propose(session.plan(), scenario, timeline, place, within.question);
      });
  if (out.status == propose::Status::kOptimal) out.status = propose::Status::kFeasible;
  out.bound = {};
  return out;
}

void ProposalWork::discard() { *this = ProposalWork(); }

void ProposalWork::keepFor(const Session& session, const ProposalAsk& now) {
  const auto is_overtaken = [&](const std::optional<ProposalAsk>& ask) {
    return ask && (ask->revision != now.revision || !ask->isSameRound(now));
  };
  if (is_overtaken(asked_)) {
    job_.reset();
    if (!asked_->isSameRound(now)) {
      discard();
      return;
    }
  }
  if (is_overtaken(why_asked_)) {
    why_not_.reset();
    why_asked_.reset();
    reasons_.clear();
  }
  if (is_overtaken(frontier_asked_) && isTracing()) frontier_.reset();
  // Undoing an import removes officials.
  if (preview_ == nullptr || preview_->ask.revision == now.revision) return;
  const std::size_t cadres = session.plan().roster->cadres.size();
  const bool fits =
      std::all_of(preview_->diff.lines.begin(), preview_->diff.lines.end(),
                  [&](const ProposedLine& line) { return line.cadre.index() < cadres; });
  if (!fits) preview_.reset();
}

void ProposalWork::publish(const Session& session, propose::Proposal proposal) {
  auto out = std::make_unique<ProposalPreview>();
  out->ask = *asked_;
  out->proposal = std::move(proposal);
  const bool is_plan = out->proposal.status != propose::Status::kInfeasible;
  if (is_plan) {
    // Kept as if pinned is not pinned.
    for (propose::ProposedMove& move : out->proposal.moves) {
      const Move* now = session.round()->moveOf(move.cadre);
      const bool is_pinned = now != nullptr && now->pinned && now->to == move.to;
      const auto& pins = asked_->pins;
      move.pinned = is_pinned || std::find(pins.begin(), pins.end(),
                                           ProposalPin(move.cadre, move.to)) != pins.end();
    }
    out->keeps_standing = keeps_standing_;
    if (keeps_standing_) keepStanding(*session.round(), asked_->keeps, out->proposal);
    out->diff = diffOf(session.plan(), *session.round(), session.state(), out->proposal);
    if (!asked_->question.most_moves) most_moves_ = out->proposal.objective.moves;
  }
  out->accepted.assign(out->diff.groups.size(), 1);
  for (const ProposedLine& line : out->diff.lines) {
    if (isOff(unticked_, line)) out->accepted[line.group] = 0;
  }
  const propose::Objective& best = out->proposal.objective;
  if (out->proposal.status == propose::Status::kOptimal && best.moves == 0 && best.shortfall > 0) {
    out->obstacle = propose::obstacleOf(session.plan(), session.scenario(), session.timeline(),
                                        session.entry() - 1, asked_->question);
  }
  preview_ = std::move(out);
  playTicked(session);
}

void ProposalWork::tick(const Session& session, std::size_t group, bool on) {
  if (preview_ == nullptr || group >= preview_->accepted.size()) return;
  preview_->accepted[group] = on ? 1 : 0;
  for (const std::size_t i : preview_->diff.groups[group].lines) {
    const ProposedLine& line = preview_->diff.lines[i];
    std::erase(unticked_, ProposalPin(line.cadre, line.to));
    if (!on) unticked_.emplace_back(line.cadre, line.to);
  }
  playTicked(session);
}

// The figures of the round as it is, and with the ticked moves.
void ProposalWork::playTicked(const Session& session) {
  ProposalPreview& preview = *preview_;
  const Plan& plan = session.plan();
  const Round& round = *session.round();
  const RoundState& now = session.state();
  const std::vector<UnitId>& units = preview.ask.question.units;
  preview.round = round;
  preview.version = ++versions_;
  preview.before = figuresOf(plan, round, now.before, now, units);
  preview.after = preview.before;
  preview.outside = shortfallOutside(plan, now.cells, units);
  preview.cells.clear();
  preview.cell_at.clear();
  preview.moves_into.clear();
  if (preview.proposal.status == propose::Status::kInfeasible) return;
  const Stage stage = session.stage(text::Language::kVietnamese);
  const RoundTrial trial(stage);
  Round changed = round;
  const AcceptProposal command = acceptCommand({}, preview.diff, preview.accepted);
  if (!addMoves(changed, command, plan)) return;
  preview.round = changed;
  const RoundState then = trial.play(changed);
  preview.after = figuresOf(plan, changed, now.before, then, units);
  if (preview.isAllTicked()) {
    const propose::Objective& proven = preview.proposal.objective;
    preview.after = {proven.shortfall - preview.outside, proven.vacant, proven.moves, proven.cost};
  }
  for (std::size_t i = 0; i < then.cells.size(); ++i) {
    if (now.cells[i] == then.cells[i]) continue;
    preview.cell_at[{now.cells[i].quota, now.cells[i].unit}] = preview.cells.size();
    preview.cells.push_back({now.cells[i], then.cells[i]});
  }
  for (const ProposedLine& line : preview.diff.lines) {
    const bool counts =
        line.kind != Proposed::kDropped && line.to && preview.accepted[line.group] != 0;
    if (counts) ++preview.moves_into[session.groupOf(line.to)];
  }
}

}  // namespace cadre::ui
