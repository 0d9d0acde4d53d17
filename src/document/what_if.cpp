#include "document/what_if.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/refused.h"
#include "simulate/simulate.h"
#include "text/format.h"

namespace cadre {
namespace {

using text::Str;

// A move of the cadre that keeps the settings of an earlier one in the round.
Move moveTo(const Round* round, const Seating& before, CadreId cadre, PostId to) {
  const PostId from = before.firstPost(cadre);
  const Move* earlier = round == nullptr ? nullptr : round->moveOf(cadre);
  if (earlier == nullptr) return newMove(cadre, from, to);
  Move move = *earlier;
  move.waivers.clear();  // they were for the other destination
  if (!move.to) move.type = usualType(from);
  move.to = to;
  return move;
}

struct StagedRound {
  const Round* round = nullptr;  // null: a round must be created first
  const Seating& before;
  const Seating& after;
};

StagedRound stagedRound(const Stage& stage) {
  const std::size_t entry = entryOf(stage);
  if (entry == 0) {
    const RoundState& baseline = stage.timeline.rounds.front();
    return {nullptr, baseline.after, baseline.after};
  }
  const RoundState& state = stage.timeline.rounds[entry];
  return {&stage.scenario.rounds[entry - 1], state.before, state.after};
}

Command commandFor(const Stage& stage, const StagedRound& staged, std::vector<Move> moves,
                   std::vector<CadreId> without) {
  if (staged.round == nullptr) {
    Round round = nextRound(stage.plan, stage.scenario, stage.language);
    round.moves = std::move(moves);
    return AddRound{stage.scenario.key, std::move(round)};
  }
  return AddMoves{{stage.scenario.key, staged.round->key}, std::move(moves), std::move(without)};
}

bool sameFinding(const Finding& a, const Finding& b) {
  return a.cadre == b.cadre && a.post == b.post && a.severity == b.severity &&
         a.waived == b.waived && a.rule == b.rule && a.message == b.message;
}

// The findings in `of` that are not in `others`.
std::vector<Finding> missingFrom(const std::vector<Finding>& of,
                                 const std::vector<Finding>& others) {
  std::vector<Finding> out;
  for (const Finding& finding : of) {
    const bool known = std::any_of(others.begin(), others.end(), [&](const Finding& other) {
      return sameFinding(finding, other);
    });
    if (!known) out.push_back(finding);
  }
  return out;
}

// The increase in vacant posts in `now`.
std::int32_t vacancyChange(const Seating& then, const Seating& now) {
  std::int32_t change = 0;
  for (std::size_t p = 0; p < now.postCount(); ++p) {
    change += (now.holder(PostId{p}) ? 0 : 1) - (then.holder(PostId{p}) ? 0 : 1);
  }
  return change;
}

Effect countsBetween(const RoundState& then, const RoundState& now) {
  Effect out;
  for (std::size_t i = 0; i < std::min(then.cells.size(), now.cells.size()); ++i) {
    if (then.cells[i] != now.cells[i]) out.cells.push_back({then.cells[i], now.cells[i]});
  }
  out.vacancies = vacancyChange(then.after, now.after);
  return out;
}

}  // namespace

std::size_t entryOf(const Stage& stage) {
  return stage.entry == 0 && !stage.scenario.rounds.empty() ? 1 : stage.entry;
}

Expected<Command> moveOnto(const Stage& stage, CadreId cadre, PostId to, Onto onto) {
  const StagedRound staged = stagedRound(stage);
  if (!cadre || !to || staged.after.holder(to) == cadre) {
    return refused(Str::error_nothing_to_move);
  }
  std::vector<Move> moves;
  std::vector<CadreId> without;
  const auto put = [&](CadreId who, PostId where) {
    if (staged.before.holder(where) == who) {
      without.push_back(who);
    } else {
      moves.push_back(moveTo(staged.round, staged.before, who, where));
    }
  };
  put(cadre, to);
  const PostId from = staged.after.firstPost(cadre);
  const CadreId sitting = staged.after.holder(to);
  if (sitting && from && onto == Onto::kSwap) put(sitting, from);
  return commandFor(stage, staged, std::move(moves), std::move(without));
}

Expected<Command> moveOut(const Stage& stage, CadreId cadre, MoveType type) {
  const StagedRound staged = stagedRound(stage);
  if (!cadre || !staged.before.firstPost(cadre)) {
    return refused(Str::error_nothing_to_move);
  }
  Move move = moveTo(staged.round, staged.before, cadre, PostId{});
  move.type = type;
  return commandFor(stage, staged, {std::move(move)}, {});
}

Round nextRound(const Plan& plan, const Scenario& scenario, text::Language language) {
  const Date last = scenario.rounds.empty() ? plan.header->as_of : scenario.rounds.back().date;
  const int months_to_quarter = 3 - (last.month - 1) % 3;
  Round round;
  round.date = addMonths(makeDate(last.year, last.month, 1).value_or(last), months_to_quarter);
  const auto in_year =
      std::count_if(scenario.rounds.begin(), scenario.rounds.end(),
                    [&](const Round& other) { return other.date.year == round.date.year; });
  round.name = text::render(
      Message{Str::round_name,
              {{"number", std::int64_t{in_year + 1}}, {"year", std::to_string(round.date.year)}}},
      language);
  const auto in_use = [&](const std::string& key) {
    return std::any_of(scenario.rounds.begin(), scenario.rounds.end(),
                       [&](const Round& other) { return other.key == key; });
  };
  for (std::size_t n = scenario.rounds.size() + 1; round.key.empty(); ++n) {
    const std::string key = "r" + std::to_string(n);
    if (!in_use(key)) round.key = key;
  }
  return round;
}

FreeKey freeScenarioKey(const Plan& plan) {
  const auto keyOf = [](std::size_t number) { return "s" + std::to_string(number); };
  std::size_t number = plan.scenarios->size() + 1;
  while (plan.findScenario(keyOf(number))) ++number;
  return {keyOf(number), static_cast<std::int64_t>(number)};
}

Expected<Effect> effectOf(const Stage& stage, const Command& command) {
  const Expected<Plan> changed = applyCommand(stage.plan, command);
  if (!changed) return std::unexpected(changed.error());
  const std::optional<std::size_t> scenario = changed->findScenario(stage.scenario.key);
  if (!scenario) {
    return refused(Str::error_nothing_to_move);
  }
  const Timeline after = simulate(*changed, *(*changed->scenarios)[*scenario]);
  const std::size_t entry_before = entryOf(stage);
  // A round created by the command is last; its changes are compared with the baseline.
  const std::size_t entry_after = std::max<std::size_t>(entry_before, 1);
  const RoundState& then = stage.timeline.rounds[entry_before];
  if (entry_after >= after.rounds.size()) return Effect{};
  return changeBetween(then, after.rounds[entry_after]);
}

Effect changeBetween(const RoundState& then, const RoundState& now) {
  Effect out = countsBetween(then, now);
  out.findings = missingFrom(now.findings, then.findings);
  out.resolved = static_cast<std::int32_t>(missingFrom(then.findings, now.findings).size());
  return out;
}

Effect changeBetween(const RoundState& then, const RoundState& now,
                     const std::vector<std::uint8_t>& is_same) {
  Effect out = countsBetween(then, now);
  out.findings = missingFrom(now.findings, then.findings);
  // Findings left out are present both before and after.
  std::vector<const Finding*> left_out;
  std::vector<const Finding*> asked_again;
  for (const Finding& finding : then.findings) {
    (isLeftOut(finding, then, now, is_same) ? left_out : asked_again).push_back(&finding);
  }
  for (const Finding* finding : asked_again) {
    const auto is_same_as = [&](const Finding& other) { return sameFinding(*finding, other); };
    const bool stays = std::any_of(now.findings.begin(), now.findings.end(), is_same_as) ||
                       std::any_of(left_out.begin(), left_out.end(),
                                   [&](const Finding* other) { return is_same_as(*other); });
    if (!stays) ++out.resolved;
  }
  return out;
}

Expected<Command> copyMove(const Scenario& into, const Round& from, const Move& move) {
  Round round = from;
  round.moves = {move};
  std::erase_if(round.consultations,
                [&](const Consultation& entry) { return entry.cadre != move.cadre; });
  return copyRound(into, round);
}

Expected<Command> copyRound(const Scenario& into, const Round& from) {
  const auto find = [&](auto&& fits) {
    return std::find_if(into.rounds.begin(), into.rounds.end(), fits);
  };
  auto same = find([&](const Round& round) { return round.key == from.key; });
  if (same == into.rounds.end()) {
    same = find([&](const Round& round) { return round.date == from.date; });
  }
  if (same != into.rounds.end()) {
    if (from.moves.empty()) {
      return refused(Str::error_nothing_to_move);
    }
    return AddMoves{{into.key, same->key}, from.moves, {}, from.consultations};
  }
  return AddRound{into.key, from};
}

}  // namespace cadre
