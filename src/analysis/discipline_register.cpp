#include "analysis/discipline_register.h"

#include <algorithm>
#include <cstddef>
#include <tuple>

#include "rules/rule.h"

namespace cadre {
namespace {

constexpr std::string_view kRule = "discipline";

std::int32_t limitOf(const Plan& plan) {
  const RuleSetting* setting = plan.rule_set->find(kRule);
  if (setting != nullptr) return setting->limit;
  const rules::RuleInfo* rule = rules::findRule(kRule);
  return rule == nullptr ? 0 : rule->default_limit;
}

DisciplineState stateOn(Date date, Date decision, std::int32_t months) {
  if (decision > date) return DisciplineState::kNotYet;
  return monthsBetween(decision, date) < months ? DisciplineState::kInForce
                                                : DisciplineState::kOutOfForce;
}

int order(DisciplineState state) {
  switch (state) {
    case DisciplineState::kInForce:
      return 0;
    case DisciplineState::kNotYet:
      return 1;
    case DisciplineState::kOutOfForce:
      break;
  }
  return 2;
}

void count(const DisciplineEntry& entry, DisciplineCount& out) {
  switch (entry.state) {
    case DisciplineState::kInForce:
      ++out.in_force;
      break;
    case DisciplineState::kOutOfForce:
      ++out.out_of_force;
      break;
    case DisciplineState::kNotYet:
      ++out.not_yet;
      break;
  }
}

}  // namespace

DisciplineRegister disciplineRegister(const Plan& plan, Date date) {
  DisciplineRegister out{.date = date, .months = limitOf(plan), .entries = {}, .by_kind = {}};
  for (std::size_t i = 0; i < plan.roster->cadres.size(); ++i) {
    for (const Discipline& entry : plan.roster->cadres[i].discipline) {
      out.entries.push_back({CadreId{i}, entry.kind, entry.on, addMonths(entry.on, out.months),
                             stateOn(date, entry.on, out.months)});
      count(out.entries.back(), out.by_kind.at(static_cast<std::size_t>(entry.kind)));
    }
  }
  std::stable_sort(out.entries.begin(), out.entries.end(), [](const auto& a, const auto& b) {
    return std::tuple(order(a.state), b.on) < std::tuple(order(b.state), a.on);
  });
  return out;
}

}  // namespace cadre
