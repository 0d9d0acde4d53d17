#include "analysis/discipline_register.h"

#include <algorithm>
#include <cstddef>
#include <tuple>

#include "core/stable_sort.h"

namespace cadre {
namespace {

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
  DisciplineRegister out{
      .date = date, .months = rules::monthsInForce(plan), .entries = {}, .by_kind = {}};
  for (std::size_t i = 0; i < plan.roster->cadres.size(); ++i) {
    for (const Discipline& entry : plan.roster->cadres[i].discipline) {
      const auto [until, state] = rules::standingOf(entry, out.months, date);
      out.entries.push_back({CadreId{i}, entry.kind, entry.on, until, state});
      count(out.entries.back(), out.by_kind.at(static_cast<std::size_t>(entry.kind)));
    }
  }
  stableSort(out.entries, [](const auto& a, const auto& b) {
    return std::tuple(order(a.state), b.on) < std::tuple(order(b.state), a.on);
  });
  return out;
}

}  // namespace cadre
