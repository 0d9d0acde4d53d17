#include <algorithm>
#include <memory>
#include <span>
#include <string_view>
#include <utility>

#include "core/refused.h"
#include "core/stable_sort.h"
#include "document/command.h"
#include "document/edit.h"
#include "model/limits.h"
#include "rules/rule.h"

namespace cadre {
namespace {

using text::Str;

std::unexpected<Error> noSuchMove(std::size_t index) {
  return notThere(Str::thing_move, std::to_string(index + 1));
}

bool isUnit(UnitId unit, const Plan& plan) { return unit.index() < plan.structure->units.size(); }

// Rounds by date; equal dates keep their order.
void sortRounds(Scenario& scenario) {
  stableSort(scenario.rounds, [](const Round& a, const Round& b) { return a.date < b.date; });
}

// Whether one more scenario may have that key.
Expected<void> checkNewScenario(const Plan& plan, std::string_view key) {
  if (key.empty() || plan.findScenario(key)) return refused(Str::error_key_in_use);
  const std::size_t count = plan.scenarios->size() + 1;
  if (count > limits::kScenarios) return limits::tooMany(count, limits::kScenarios);
  return {};
}

// The scenario at that place of the list, at most its end.
Plan withNewScenario(const Plan& plan, Scenario scenario, std::size_t at) {
  auto scenarios = copied(plan.scenarios);
  const auto place = static_cast<std::ptrdiff_t>(std::min(at, scenarios->size()));
  scenarios->insert(scenarios->begin() + place,
                    std::make_shared<const Scenario>(std::move(scenario)));
  Plan out = plan;
  out.scenarios = std::move(scenarios);
  return out;
}

// Whether the round may stand beside the others of its scenario.
Expected<void> checkNewRound(const Plan& plan, std::span<const Round> others, const Round& round) {
  if (round.moves.size() > limits::kMoves) {
    return limits::tooMany(round.moves.size(), limits::kMoves);
  }
  if (!std::all_of(round.moves.begin(), round.moves.end(),
                   [&](const Move& move) { return fits(move, plan); })) {
    return refused(Str::error_move_does_not_fit);
  }
  const bool in_use = std::any_of(others.begin(), others.end(),
                                  [&](const Round& other) { return other.key == round.key; });
  if (round.key.empty() || in_use) return refused(Str::error_key_in_use);
  return {};
}

Expected<Plan> apply(const Plan& plan, const RenamePlan& command) {
  auto header = copied(plan.header);
  header->title = command.title;
  Plan out = plan;
  out.header = std::move(header);
  return out;
}

Expected<Plan> apply(const Plan& plan, const BranchScenario& command) {
  if (Expected<void> may = checkNewScenario(plan, command.key); !may) {
    return std::unexpected(may.error());
  }
  Scenario branch;
  std::size_t at = 0;
  if (!command.from.empty()) {
    const std::optional<std::size_t> from = plan.findScenario(command.from);
    if (!from) return notThere(Str::thing_scenario, command.from);
    branch = *(*plan.scenarios)[*from];
    at = *from + 1;
  }
  branch.key = command.key;
  branch.name = command.name;
  branch.based_on = command.from;
  return withNewScenario(plan, std::move(branch), at);
}

Expected<Plan> apply(const Plan& plan, const RenameScenario& command) {
  return withScenario(plan, command.scenario, [&](Scenario& scenario) -> Expected<void> {
    scenario.name = command.name;
    return {};
  });
}

Expected<Plan> apply(const Plan& plan, const DeleteScenario& command) {
  const std::optional<std::size_t> place = plan.findScenario(command.scenario);
  if (!place) return notThere(Str::thing_scenario, command.scenario);
  const std::string base = (*plan.scenarios)[*place]->based_on;
  auto scenarios = copied(plan.scenarios);
  scenarios->erase(scenarios->begin() + static_cast<std::ptrdiff_t>(*place));
  for (std::shared_ptr<const Scenario>& scenario : *scenarios) {
    if (scenario->based_on != command.scenario) continue;
    auto changed = copied(scenario);
    changed->based_on = base;
    scenario = std::move(changed);
  }
  Plan out = plan;
  out.scenarios = std::move(scenarios);
  return out;
}

Expected<Plan> apply(const Plan& plan, const AddRound& command) {
  return withScenario(plan, command.scenario, [&](Scenario& scenario) -> Expected<void> {
    const std::size_t most = limits::mostRounds(plan);
    if (scenario.rounds.size() >= most) return limits::tooMany(scenario.rounds.size() + 1, most);
    if (Expected<void> may = checkNewRound(plan, scenario.rounds, command.round); !may) return may;
    scenario.rounds.push_back(command.round);
    sortRounds(scenario);
    return {};
  });
}

Expected<Plan> apply(const Plan& plan, const RenameRound& command) {
  return withRound(plan, command.round.scenario, command.round.round,
                   [&](Round& round) -> Expected<void> {
                     round.name = command.name;
                     return {};
                   });
}

Expected<Plan> apply(const Plan& plan, const SetRoundDate& command) {
  Expected<Plan> dated = withRound(plan, command.round.scenario, command.round.round,
                                   [&](Round& round) -> Expected<void> {
                                     round.date = command.date;
                                     return {};
                                   });
  if (!dated) return dated;
  return withScenario(*dated, command.round.scenario, [](Scenario& scenario) -> Expected<void> {
    sortRounds(scenario);
    return {};
  });
}

Expected<Plan> apply(const Plan& plan, const DeleteRound& command) {
  return withScenario(plan, command.round.scenario, [&](Scenario& scenario) -> Expected<void> {
    const auto erased = std::erase_if(
        scenario.rounds, [&](const Round& round) { return round.key == command.round.round; });
    if (erased == 0) return notThere(Str::thing_round, command.round.round);
    return {};
  });
}

Expected<Plan> apply(const Plan& plan, const AddMoves& command) {
  return withRound(plan, command.round.scenario, command.round.round,
                   [&](Round& round) { return addMoves(round, command, plan); });
}

Expected<Plan> apply(const Plan& plan, const RemoveMove& command) {
  return withRound(
      plan, command.round.scenario, command.round.round, [&](Round& round) -> Expected<void> {
        if (command.index >= round.moves.size()) return noSuchMove(command.index);
        round.moves.erase(round.moves.begin() + static_cast<std::ptrdiff_t>(command.index));
        return {};
      });
}

Expected<Plan> apply(const Plan& plan, const ReorderMove& command) {
  return withRound(
      plan, command.round.scenario, command.round.round, [&](Round& round) -> Expected<void> {
        if (command.from >= round.moves.size()) return noSuchMove(command.from);
        if (command.to >= round.moves.size()) return noSuchMove(command.to);
        Move move = std::move(round.moves[command.from]);
        round.moves.erase(round.moves.begin() + static_cast<std::ptrdiff_t>(command.from));
        round.moves.insert(round.moves.begin() + static_cast<std::ptrdiff_t>(command.to),
                           std::move(move));
        return {};
      });
}

Expected<Plan> apply(const Plan& plan, const ReplaceMove& command) {
  if (!fits(command.move, plan)) return refused(Str::error_move_does_not_fit);
  return withRound(plan, command.round.scenario, command.round.round,
                   [&](Round& round) -> Expected<void> {
                     if (command.index >= round.moves.size()) return noSuchMove(command.index);
                     round.moves[command.index] = command.move;
                     return {};
                   });
}

Expected<Plan> apply(const Plan& plan, const SetLock& command) {
  if (!command.post || command.post.index() >= plan.structure->posts.size()) {
    return notThere(Str::thing_post, "");
  }
  auto structure = copied(plan.structure);
  structure->posts[command.post.index()].locked = command.locked;
  Plan out = plan;
  out.structure = std::move(structure);
  return out;
}

Expected<Plan> apply(const Plan& plan, const SetLocality& command) {
  const double years = command.locality.residence_years;
  if (!(years >= 0 && years <= limits::kYears)) return refused(Str::error_value_does_not_fit);
  auto quota_set = copied(plan.quota_set);
  quota_set->locality = command.locality;
  Plan out = plan;
  out.quota_set = std::move(quota_set);
  return out;
}

Expected<Plan> apply(const Plan& plan, const SetTarget& command) {
  if (command.target && (*command.target < Share{0} || *command.target > Share{Share::kOne})) {
    return refused(Str::error_value_does_not_fit);
  }
  auto quota_set = copied(plan.quota_set);
  const auto quota = std::find_if(quota_set->quotas.begin(), quota_set->quotas.end(),
                                  [&](const Quota& q) { return q.key == command.quota; });
  if (quota == quota_set->quotas.end()) return notThere(Str::thing_quota, command.quota);
  if (!command.unit) {
    if (!command.target) return notThere(Str::thing_quota, command.quota);
    quota->target = *command.target;
  } else if (!isUnit(command.unit, plan)) {
    return notThere(Str::thing_unit, "");
  } else {
    const auto own = std::find_if(quota->overrides.begin(), quota->overrides.end(),
                                  [&](const auto& entry) { return entry.first == command.unit; });
    if (own != quota->overrides.end() && command.target) {
      own->second = *command.target;
    } else if (own != quota->overrides.end()) {
      quota->overrides.erase(own);
    } else if (command.target) {
      quota->overrides.emplace_back(command.unit, *command.target);
    }
  }
  Plan out = plan;
  out.quota_set = std::move(quota_set);
  return out;
}

// What a plan file may say of the parameter.
bool limitFits(const rules::RuleInfo& rule, std::int32_t limit) {
  switch (rule.parameter) {
    case rules::Parameter::kMonths:
      return limit >= 0 && limit <= limits::kRuleMonths;
    case rules::Parameter::kTerms:
      return limit >= 0 && limit <= limits::kRuleTerms;
    case rules::Parameter::kAtLeast:
      return limit >= 0 && limit <= static_cast<std::int32_t>(EvaluationGrade::kExcellent);
    case rules::Parameter::kNone:
      break;
  }
  return true;
}

Expected<Plan> apply(const Plan& plan, const SetRule& command) {
  const rules::RuleInfo* rule = rules::findRule(command.rule);
  if (rule == nullptr) return notThere(Str::thing_rule, command.rule);
  if (!limitFits(*rule, command.limit)) return refused(Str::error_value_does_not_fit);
  auto rule_set = copied(plan.rule_set);
  auto setting = std::find_if(rule_set->rules.begin(), rule_set->rules.end(),
                              [&](const RuleSetting& s) { return s.key == command.rule; });
  if (setting == rule_set->rules.end()) {
    setting = rule_set->rules.insert(setting, RuleSetting{});
    setting->key = command.rule;
  }
  setting->severity = command.severity;
  setting->limit = rule->parameter == rules::Parameter::kNone ? 0 : command.limit;
  setting->source = command.source;
  Plan out = plan;
  out.rule_set = std::move(rule_set);
  return out;
}

Expected<Plan> apply(const Plan& plan, const SetCaps& command) {
  const auto fits_cap = [](std::optional<std::int32_t> cap) {
    return !cap || (*cap >= 0 && *cap <= limits::kCap);
  };
  if (!fits_cap(command.moves_per_district_per_round) || !fits_cap(command.moves_per_round)) {
    return refused(Str::error_value_does_not_fit);
  }
  auto rule_set = copied(plan.rule_set);
  Caps caps = rule_set->caps.value_or(Caps{});
  caps.moves_per_district_per_round = command.moves_per_district_per_round;
  caps.moves_per_round = command.moves_per_round;
  const bool says_nothing =
      !caps.moves_per_district_per_round && !caps.moves_per_round && !caps.extra;
  rule_set->caps = says_nothing ? std::nullopt : std::optional<Caps>(std::move(caps));
  Plan out = plan;
  out.rule_set = std::move(rule_set);
  return out;
}

Expected<Plan> apply(const Plan& plan, const AddScenario& command) {
  const Scenario& scenario = command.scenario;
  if (Expected<void> may = checkNewScenario(plan, scenario.key); !may) {
    return std::unexpected(may.error());
  }
  if (!scenario.based_on.empty() && !plan.findScenario(scenario.based_on)) {
    return notThere(Str::thing_scenario, scenario.based_on);
  }
  const std::size_t most = limits::mostRounds(plan);
  if (scenario.rounds.size() > most) return limits::tooMany(scenario.rounds.size(), most);
  const std::span<const Round> rounds = scenario.rounds;
  for (std::size_t r = 0; r < rounds.size(); ++r) {
    if (Expected<void> may = checkNewRound(plan, rounds.first(r), rounds[r]); !may) {
      return std::unexpected(may.error());
    }
  }
  return withNewScenario(plan, scenario, command.at);
}

Expected<Plan> apply(const Plan& plan, const MergeRoster& command) {
  return roster::applyMerge(plan, command.merge);
}

}  // namespace

bool fits(const Move& move, const Plan& plan) {
  const auto is_post = [&](PostId post) { return post.index() < plan.structure->posts.size(); };
  return move.cadre && move.cadre.index() < plan.roster->cadres.size() &&
         (!move.to || is_post(move.to)) && move.keep.size() <= limits::kPostsOfCadre &&
         std::all_of(move.keep.begin(), move.keep.end(), is_post) &&
         std::all_of(
             move.waivers.begin(), move.waivers.end(),
             [](const Waiver& waiver) { return rules::findRule(waiver.rule) != nullptr; });
}

Expected<void> addMoves(Round& round, const AddMoves& command, const Plan& plan) {
  std::erase_if(round.moves, [&](const Move& move) {
    return std::find(command.without.begin(), command.without.end(), move.cadre) !=
           command.without.end();
  });
  for (const Move& move : command.moves) {
    if (!fits(move, plan)) return refused(Str::error_move_does_not_fit);
    if (Move* earlier = round.moveOf(move.cadre); earlier != nullptr) {
      *earlier = move;
    } else {
      round.moves.push_back(move);
    }
  }
  const std::size_t count = round.moves.size();
  if (count > limits::kMoves) return limits::tooMany(count, limits::kMoves);
  return {};
}

Expected<Plan> applyCommand(const Plan& plan, const Command& command) {
  return std::visit([&](const auto& c) { return apply(plan, c); }, command);
}

}  // namespace cadre
