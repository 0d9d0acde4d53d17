#include "simulate/simulate.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "rules/rule.h"
#include "simulate/apply_moves.h"
#include "simulate/quota_cells.h"

namespace cadre {
namespace {

// Those whose service ends, or who leave, until the last round, in the order in which they leave.
class Leavers {
 public:
  Leavers(const Plan& plan, const Scenario& scenario) {
    Date last = plan.header->as_of;
    for (const Round& round : scenario.rounds) last = std::max(last, round.date);
    for (std::size_t i = 0; i < plan.roster->cadres.size(); ++i) {
      const std::optional<Date> ends = plan.roster->cadres[i].servesUntil();
      if (ends && *ends <= last) leavers_.emplace_back(*ends, CadreId{i});
    }
    std::sort(leavers_.begin(), leavers_.end());
  }

  // Removes everyone whose service has ended by `date`; one departure per post that falls vacant.
  std::vector<Departure> retireUntil(Date date, Seating& seating) {
    std::vector<Departure> out;
    for (; next_ < leavers_.size() && leavers_[next_].first <= date; ++next_) {
      const auto [ends, cadre] = leavers_[next_];
      for (PostId post = seating.firstPost(cadre); post; post = seating.nextPost(post)) {
        out.push_back({cadre, post, ends});
      }
      seating.retire(cadre);
    }
    return out;
  }

 private:
  std::vector<std::pair<Date, CadreId>> leavers_;
  std::size_t next_ = 0;  // all cadres before this one have left
};

// The cadre's move in the round, if it happened.
std::int32_t moveOf(const Round& round, const std::vector<std::uint8_t>& happened, CadreId cadre) {
  for (std::size_t i = 0; i < round.moves.size(); ++i) {
    if (happened[i] != 0 && round.moves[i].cadre == cadre) return static_cast<std::int32_t>(i);
  }
  return Finding::kNoMove;
}

// Work that need not be repeated.
struct Known {
  const RoundState& was;
  const std::vector<std::uint8_t>& is_same;
};

bool isKnown(const Known& known, const rules::RuleInfo& rule, const RoundState& now,
             std::size_t move) {
  return !rule.looks_at_others && rule.check_move != nullptr && move < known.was.happened.size() &&
         move < now.happened.size() && known.is_same[move] != 0 && known.was.happened[move] != 0 &&
         now.happened[move] != 0;
}

void checkMoves(const Plan& plan, const Round& round, const ConsultationIndex& views,
                const Seating& before, RoundState& state, const rules::RuleInfo& rule,
                const RuleSetting& setting, const Known* known) {
  for (std::size_t i = 0; i < round.moves.size(); ++i) {
    if (state.happened[i] == 0) continue;
    if (known != nullptr && isKnown(*known, rule, state, i)) continue;
    const Move& move = round.moves[i];
    const rules::MoveFacts facts{plan,        round.date, before,
                                 state.after, move,       views.viewsOf(move.cadre, move.to)};
    std::optional<Message> breach = rule.check_move(facts, setting);
    if (!breach) continue;
    state.findings.push_back({.severity = setting.severity,
                              .rule = rule.id,
                              .cadre = move.cadre,
                              .post = move.to ? move.to : facts.from(),
                              .move = static_cast<std::int32_t>(i),
                              .message = std::move(*breach),
                              .waived = waives(move, rule.id)});
  }
}

void checkRound(const Plan& plan, const Round& round, const Seating& before, RoundState& state,
                const rules::RuleInfo& rule, const RuleSetting& setting) {
  std::vector<const Move*> moves;
  for (std::size_t i = 0; i < round.moves.size(); ++i) {
    if (state.happened[i] != 0) moves.push_back(&round.moves[i]);
  }
  const rules::RoundFacts facts{plan, round.date, before, state.after, moves};
  rule.check_round(facts, setting, [&](rules::RoundBreach breach) {
    const std::int32_t move =
        breach.cadre ? moveOf(round, state.happened, breach.cadre) : Finding::kNoMove;
    state.findings.push_back(
        {.severity = setting.severity,
         .rule = rule.id,
         .cadre = breach.cadre,
         .post = breach.post,
         .move = move,
         .message = std::move(breach.message),
         .waived = move != Finding::kNoMove &&
                   waives(round.moves[static_cast<std::size_t>(move)], rule.id)});
  });
}

void checkRules(const Plan& plan, const Round& round, const ConsultationIndex& views,
                const Seating& before, RoundState& state, const Known* known) {
  for (const auto& [rule, setting] : rules::activeRules(plan)) {
    if (rule->check_move != nullptr) {
      checkMoves(plan, round, views, before, state, *rule, *setting, known);
    }
    if (rule->check_round != nullptr) checkRound(plan, round, before, state, *rule, *setting);
  }
}

// Everything except the cells.
RoundState play(const Plan& plan, const Round& round, const ConsultationIndex& views,
                const Seating& before, const Known* known) {
  RoundState state;
  state.date = round.date;
  AppliedMoves applied = applyMoves(plan, round, before);
  state.after = std::move(applied.after);
  state.happened = std::move(applied.happened);
  state.findings = std::move(applied.findings);
  state.moves =
      static_cast<std::int32_t>(std::count(state.happened.begin(), state.happened.end(), 1));
  checkRules(plan, round, views, before, state, known);
  return state;
}

// Every post that a move of the round leaves or enters.
std::vector<PostId> touchedPosts(const Round& round, const Seating& before) {
  std::vector<PostId> out;
  for (const Move& move : round.moves) {
    if (move.to) out.push_back(move.to);
    for (PostId post = before.firstPost(move.cadre); post; post = before.nextPost(post)) {
      out.push_back(post);
    }
  }
  return out;
}

}  // namespace

RoundState simulateRound(const Plan& plan, const QuotaCells& quota_cells, const Round& round,
                         const Seating& before, const std::vector<Cell>& last_cells,
                         const Seating& last) {
  RoundState state = play(plan, round, ConsultationIndex(round.consultations), before, nullptr);
  state.cells = quota_cells.recount(last_cells, last, state.after, round.date);
  return state;
}

RoundState simulateChangedRound(const Plan& plan, const QuotaCells& quota_cells, const Round& round,
                                const ConsultationIndex& views, const Seating& before,
                                const std::vector<Cell>& before_cells, const RoundState& was,
                                const std::vector<std::uint8_t>& is_same) {
  const Known known{was, is_same};
  RoundState state = play(plan, round, views, before, &known);
  state.cells = quota_cells.recount(before_cells, before, state.after, round.date,
                                    touchedPosts(round, before));
  return state;
}

bool isLeftOut(const Finding& finding, const RoundState& was, const RoundState& now,
               const std::vector<std::uint8_t>& is_same) {
  const rules::RuleInfo* rule = rules::findRule(finding.rule);
  if (rule == nullptr || finding.move == Finding::kNoMove) return false;
  return isKnown({was, is_same}, *rule, now, static_cast<std::size_t>(finding.move));
}

Timeline simulate(const Plan& plan, const Scenario& scenario) {
  const QuotaCells quota_cells(plan);
  Leavers leavers(plan, scenario);
  Timeline timeline;
  timeline.rounds.reserve(scenario.rounds.size() + 1);

  RoundState& baseline = timeline.rounds.emplace_back();
  baseline.date = plan.header->as_of;
  baseline.after = Seating(plan);
  baseline.departures = leavers.retireUntil(baseline.date, baseline.after);
  baseline.before = baseline.after;
  baseline.cells = quota_cells.count(baseline.after, baseline.date);

  for (const Round& round : scenario.rounds) {
    const RoundState& last = timeline.rounds.back();
    Seating before = last.after;
    std::vector<Departure> departures = leavers.retireUntil(round.date, before);
    RoundState state = simulateRound(plan, quota_cells, round, before, last.cells, last.after);
    state.before = std::move(before);
    state.departures = std::move(departures);
    timeline.rounds.push_back(std::move(state));
  }
  return timeline;
}

Timeline simulateBaseline(const Plan& plan) { return simulate(plan, Scenario{}); }

}  // namespace cadre
