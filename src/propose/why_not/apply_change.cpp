#include "propose/why_not/apply_change.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "model/limits.h"
#include "simulate/simulate.h"

namespace cadre::propose {
namespace {

void relaxRule(Plan& plan, const Change& change) {
  auto rules = std::make_shared<RuleSet>(*plan.rule_set);
  for (RuleSetting& rule : rules->rules) {
    if (rule.key != change.rule) continue;
    if (change.kind == ChangeKind::kSoftRule) {
      rule.severity = Severity::kSoft;
    } else {
      rule.limit = change.to;
    }
  }
  plan.rule_set = std::move(rules);
}

void raiseCap(Plan& plan, const Change& change) {
  auto rules = std::make_shared<RuleSet>(*plan.rule_set);
  Caps& caps = *rules->caps;
  if (change.kind == ChangeKind::kDistrictCap) {
    caps.moves_per_district_per_round = change.to;
  } else if (change.kind == ChangeKind::kGroupCap) {
    caps.per_group->most = change.to;
  } else {  // both caps of the round, as far as there are two
    if (caps.moves_per_round) caps.moves_per_round = std::max(*caps.moves_per_round, change.to);
    if (caps.per_round) caps.per_round = std::max(*caps.per_round, change.to);
  }
  plan.rule_set = std::move(rules);
}

void unpin(Trial& trial, const Change& change, Reach reach) {
  auto scenario = std::make_shared<Scenario>(*trial.scenario);
  std::vector<Move>& moves = scenario->rounds[trial.round].moves;
  for (std::size_t i = 0; i < moves.size(); ++i) {
    if (reach == Reach::kAll || i == change.move) moves[i].pinned = false;
  }
  trial.scenario = std::move(scenario);
}

// Moves of earlier rounds may now happen that did not before.
void unlock(Trial& trial, const Change& change, Reach reach) {
  auto structure = std::make_shared<Structure>(*trial.plan.structure);
  for (std::size_t p = 0; p < structure->posts.size(); ++p) {
    if (reach == Reach::kAll || PostId{p} == change.post) structure->posts[p].locked = false;
  }
  trial.plan.structure = std::move(structure);
  trial.timeline = std::make_shared<const Timeline>(simulate(trial.plan, *trial.scenario));
}

}  // namespace

std::vector<std::int32_t> relaxedLimits(const Plan& plan, const rules::RuleInfo& rule,
                                        std::int32_t limit) {
  constexpr std::int32_t kHalfYear = 6;
  std::vector<std::int32_t> out;
  if (rule.parameter == rules::Parameter::kMonths) {
    for (std::int32_t v = (limit - 1) / kHalfYear * kHalfYear; limit > 0 && v >= 0;
         v -= kHalfYear) {
      out.push_back(v);
    }
  } else if (rule.parameter == rules::Parameter::kTerms) {
    std::int32_t most = 0;  // the longest that anybody has served
    for (const Cadre& cadre : plan.roster->cadres) {
      most = std::max(most, cadre.terms_as_head_here.value_or(0));
    }
    for (std::int32_t v = limit + 1; v <= std::min(most + 1, limits::kRuleTerms); ++v) {
      out.push_back(v);
    }
  } else if (rule.parameter == rules::Parameter::kAtLeast) {
    for (std::int32_t v = limit - 1; v >= 0; --v) out.push_back(v);
  }
  return out;
}

std::vector<std::pair<Change, std::vector<std::int32_t>>> raisedCaps(const Plan& plan) {
  std::vector<std::pair<Change, std::vector<std::int32_t>>> out;
  const std::optional<Caps>& caps = plan.rule_set->caps;
  if (!caps) return out;
  const Structure& structure = *plan.structure;
  const auto add = [&](ChangeKind kind, std::int32_t cap, std::size_t most) {
    std::vector<std::int32_t> values;
    for (std::size_t v = static_cast<std::size_t>(cap) + 1; v <= most; ++v) {
      values.push_back(static_cast<std::int32_t>(v));
    }
    out.emplace_back(Change{.kind = kind, .from = cap}, std::move(values));
  };
  const auto largest = [&](std::string_view level) {
    std::size_t most = 0;
    for (const UnitId unit : structure.unitsOfLevel(structure.findLevel(level))) {
      most = std::max(most, structure.postsUnder(unit).size());
    }
    return most;
  };
  if (const auto cap = caps->moves_per_district_per_round) {
    add(ChangeKind::kDistrictCap, *cap, largest(kLevelDistrict));
  }
  if (const std::optional<GroupCap>& cap = caps->per_group) {
    add(ChangeKind::kGroupCap, cap->most, largest(cap->by));
  }
  if (const std::int32_t cap = plan.rule_set->roundCap(); cap != INT32_MAX) {
    add(ChangeKind::kRoundCap, cap, structure.posts.size());
  }
  return out;
}

void applyChange(Trial& trial, const Change& change, Reach reach) {
  switch (change.kind) {
    case ChangeKind::kRuleLimit:
    case ChangeKind::kSoftRule:
      return relaxRule(trial.plan, change);
    case ChangeKind::kDistrictCap:
    case ChangeKind::kGroupCap:
    case ChangeKind::kRoundCap:
      return raiseCap(trial.plan, change);
    case ChangeKind::kUnpin:
      return unpin(trial, change, reach);
    case ChangeKind::kUnlock:
      return unlock(trial, change, reach);
    case ChangeKind::kCandidate:
      trial.candidate = change.title;
      return;
    case ChangeKind::kAcrossCity:
      trial.question.within = kWholePlan;
      return;
  }
}

}  // namespace cadre::propose
