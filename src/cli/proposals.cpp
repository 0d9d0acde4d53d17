#include "cli/proposals.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>
#include <vector>

#include "cli/password.h"
#include "cli/shared.h"
#include "cli/verify.h"
#include "document/edit.h"
#include "model/limits.h"
#include "plan_io/plan_io.h"
#include "propose/certificate/make_certificate.h"
#include "propose/proposal.h"
#include "propose/proposal_job.h"
#include "propose/roadmap/roadmap.h"
#include "propose/run_to_end.h"
#include "propose/why_not/obstacle.h"
#include "propose/why_not/why_not.h"
#include "report/frontier_text.h"
#include "report/proposal_text.h"
#include "report/roadmap_text.h"
#include "simulate/simulate.h"

namespace cadre::cli {
namespace {

using propose::Goal;
using propose::Proposal;
using propose::ProposalJob;
using propose::Status;
using text::Str;

class Clock {
 public:
  [[nodiscard]] double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

// What a command for one round is about.
struct Subject {
  std::size_t round = 0;
  UnitId unit;  // none: all
  propose::Question question;
};

// What --within says: a level of the plan, a grouping, or all of it ("plan", and "city" as it has
// always been).
Expected<std::string> withinOf(const Plan& plan, const std::string& name) {
  constexpr std::string_view kCity = "city";
  if (name == kCity) return std::string(kWholePlan);
  if (name.empty() || Division::find(*plan.structure, name)) return name;
  std::string expected;
  for (const std::string& level : plan.structure->levels) {
    if (level != kWholePlan) expected += level + ", ";
  }
  expected += kWholePlan;
  return std::unexpected(
      Error{ErrorCode::kUsage,
            "--within",
            {Str::error_unknown_within, {{"found", name}, {"expected", std::move(expected)}}}});
}

Expected<Subject> subjectOf(const Plan& plan, const Scenario& scenario,
                            const Arguments& arguments) {
  Subject out;
  while (out.round < scenario.rounds.size() && scenario.rounds[out.round].key != *arguments.round) {
    ++out.round;
  }
  if (out.round == scenario.rounds.size()) {
    return std::unexpected(notInFile("/scenarios", Str::thing_round, *arguments.round));
  }
  Expected<std::string> within = withinOf(plan, arguments.within);
  if (!within) return std::unexpected(within.error());
  out.question.within = *std::move(within);
  // What others have seen is not thrown over unasked.
  out.question.calm = arguments.calm || scenario.rounds[out.round].status != RoundStatus::kDraft;
  if (!arguments.unit) return out;
  out.unit = plan.structure->findUnit(*arguments.unit);
  if (!out.unit) return std::unexpected(notInFile("/units", Str::thing_unit, *arguments.unit));
  out.question.units = {out.unit};
  return out;
}

Outcome writePlan(const Arguments& arguments, const Expected<Plan>& changed, Outcome outcome) {
  if (!changed) return fileErrors(arguments.file, {changed.error()}, arguments.language);
  const Expected<void> written = writeOut(plan_io::savePlan(*changed), arguments);
  if (!written) return fileErrors(*arguments.out, {written.error()}, arguments.language);
  return outcome;
}

// Of cells that have no post in common with the unit.
std::int64_t shortfallElsewhere(const Structure& structure, const ProposalJob& job, UnitId unit) {
  std::int64_t sum = 0;
  for (const propose::FixedCell& cell : job.fixedCells()) {
    if (!structure.overlap(unit, cell.unit)) sum += cell.shortfall;
  }
  return sum;
}

// Points up to the last that makes anything better.
std::vector<report::FrontierPoint> pointsOf(const ProposalJob& cheapest,
                                            const ProposalJob& proposals) {
  std::vector<report::FrontierPoint> out;
  const std::size_t end = std::max(cheapest.frontierEnd(), proposals.frontierEnd());
  for (std::size_t k = 0; k <= end; ++k) {
    out.push_back({cheapest.withAtMost(k), proposals.withAtMost(k)});
  }
  const auto is_same = [](const Proposal& a, const Proposal& b) {
    return a.status == b.status && a.objective == b.objective;
  };
  while (out.size() > 1) {
    const report::FrontierPoint& last = out.back();
    const report::FrontierPoint& before = out[out.size() - 2];
    if (!is_same(last.cheapest, before.cheapest) || !is_same(last.proposal, before.proposal)) break;
    out.pop_back();
  }
  return out;
}

Outcome tooLarge(const Arguments& arguments) {
  return fileErrors(arguments.file,
                    {Error{ErrorCode::kTooLarge, "", {Str::error_proposal_too_large, {}}}},
                    arguments.language);
}

// Moves that stand and that the proposal does not have; on demand with what each gains against a
// proposal that keeps all that stands.
std::vector<propose::Drop> dropsOf(const Plan& plan, const Scenario& scenario,
                                   const Timeline& timeline, std::size_t at,
                                   const propose::Question& question, const Proposal& proposal,
                                   bool with_gains) {
  const Round& round = scenario.rounds[at];
  std::vector<propose::Drop> out;
  for (std::size_t i = 0; i < round.moves.size(); ++i) {
    if (!propose::leavesAsItIs(proposal, round, i)) out.push_back({i, std::nullopt});
  }
  if (!with_gains || out.empty()) return out;
  const std::vector<std::size_t> standing =
      propose::standingMoves(plan, round, timeline.rounds[at + 1]);
  const Scenario keeps = propose::keeping(scenario, at, standing);
  const Proposal kept = propose::propose(plan, keeps, simulate(plan, keeps), at, question);
  propose::DropsJob job(plan, scenario, timeline, at, question, standing, kept);
  propose::runToEnd(job);
  for (propose::Drop& drop : out) {
    for (const propose::Drop& known : job.drops()) {
      if (known.move == drop.move) drop.gain = known.gain;
    }
  }
  return out;
}

}  // namespace

Outcome proposeOne(const Plan& plan, const Scenario& scenario, const Arguments& arguments) {
  const Clock clock;
  const Expected<Subject> subject = subjectOf(plan, scenario, arguments);
  if (!subject) return fileErrors(arguments.file, {subject.error()}, arguments.language);
  const auto& [at, unit, question] = *subject;
  const Timeline timeline = simulate(plan, scenario);
  const Proposal proposal = propose::propose(plan, scenario, timeline, at, question);
  if (proposal.is_too_large) return tooLarge(arguments);
  report::ProposalNotes notes;
  if (proposal.moves.empty()) {
    notes.obstacle = propose::obstacleOf(plan, scenario, timeline, at, question);
  }
  propose::Books books;
  Round proposed;
  if (proposal.status != Status::kInfeasible) {
    Scenario changed = scenario;
    changed.rounds[at] = proposed = propose::roundWith(scenario.rounds[at], proposal);
    const RoundState state = simulate(plan, changed).rounds[at + 1];
    books = propose::booksOf(plan, proposed, state.before, state, question.units);
    notes.books = &books;
    notes.proposed = &proposed;
  }
  std::vector<propose::Reason> reasons;
  if (arguments.why) {
    reasons = propose::whyNot(plan, scenario, timeline, at, question);
    notes.why_not = &reasons;
  }
  if (proposal.status != Status::kInfeasible) {
    notes.drops = dropsOf(plan, scenario, timeline, at, question, proposal, arguments.why);
  }
  Outcome out;
  const Round& round = scenario.rounds[at];
  out.out = arguments.json ? report::proposalJson(plan, round, proposal, notes, clock.seconds())
                           : report::proposalText(plan, round, proposal, notes, arguments.language);
  out.status = proposal.status == Status::kInfeasible ? kNotGood : kDone;
  if (arguments.certificate && out.status == kDone) {
    const auto certificate =
        propose::makeCertificate(plan, scenario, timeline, at, question, proposal);
    const Expected<void> written = writeCertificate(certificate, proposal, arguments, out);
    if (!written) return fileErrors(*arguments.certificate, {written.error()}, arguments.language);
  }
  if (!arguments.out || out.status != kDone) return out;
  const auto put = [&](Round& found) -> Expected<void> {
    found = propose::roundWith(found, proposal);
    return {};
  };
  return writePlan(arguments, withRound(plan, scenario.key, round.key, put), std::move(out));
}

Outcome frontierOne(const Plan& plan, const Scenario& scenario, const Arguments& arguments) {
  const Clock clock;
  const Expected<Subject> subject = subjectOf(plan, scenario, arguments);
  if (!subject) return fileErrors(arguments.file, {subject.error()}, arguments.language);
  const auto& [at, unit, question] = *subject;
  const Timeline timeline = simulate(plan, scenario);
  ProposalJob cheapest(plan, scenario, timeline, at, question, Goal::kCostFrontier);
  ProposalJob proposals(plan, scenario, timeline, at, question, Goal::kFrontier);
  if (cheapest.isTooLarge()) return tooLarge(arguments);
  propose::runToEnd(cheapest);
  propose::runToEnd(proposals);
  report::FrontierTable table;
  table.unit = unit;
  if (unit) table.elsewhere = shortfallElsewhere(*plan.structure, cheapest, unit);
  table.points = pointsOf(cheapest, proposals);
  table.status = Status::kInfeasible;
  for (const report::FrontierPoint& point : table.points) {
    if (point.cheapest.status == Status::kInfeasible) continue;
    const bool is_proven =
        point.cheapest.status == Status::kOptimal && point.proposal.status == Status::kOptimal;
    if (table.status != Status::kFeasible) {
      table.status = is_proven ? Status::kOptimal : Status::kFeasible;
    }
  }
  if (table.status == Status::kInfeasible) table.points.clear();
  Outcome out;
  out.out = arguments.json ? report::frontierJson(plan, table, clock.seconds())
                           : report::frontierText(plan, table, arguments.language);
  out.status = table.status == Status::kInfeasible ? kNotGood : kDone;
  return out;
}

Outcome roadmapOne(const Plan& plan, const Scenario& scenario, const Arguments& arguments) {
  const Clock clock;
  propose::RoadmapQuestion question;
  question.rounds = static_cast<std::size_t>(*arguments.rounds);
  question.every = *arguments.every;
  question.language = arguments.language;
  const Expected<std::string> within = withinOf(plan, arguments.within);
  if (!within) return fileErrors(arguments.file, {within.error()}, arguments.language);
  question.within = *within;
  const std::size_t rounds = scenario.rounds.size() + question.rounds;
  if (const std::size_t most = limits::mostRounds(plan); rounds > most) {
    return fileErrors(arguments.file,
                      {Error{ErrorCode::kTooLarge,
                             "/scenarios",
                             {Str::error_too_many_entries,
                              {{"found", static_cast<std::int64_t>(rounds)},
                               {"most", static_cast<std::int64_t>(most)}}}}},
                      arguments.language);
  }
  const propose::Roadmap found = propose::roadmap(plan, scenario, question);
  if (found.is_too_large) return tooLarge(arguments);
  const Scenario played = propose::withRoadmap(plan, scenario, question, found);
  Outcome out;
  out.out = arguments.json ? report::roadmapJson(plan, played, found, clock.seconds())
                           : report::roadmapText(plan, played, found, arguments.language);
  if (!arguments.out) return out;
  const auto put = [&](Scenario& changed) -> Expected<void> {
    changed = played;
    return {};
  };
  return writePlan(arguments, withScenario(plan, scenario.key, put), std::move(out));
}

}  // namespace cadre::cli
