// The discipline (kỷ luật) of everybody in the roster, in force or expired on a given day.
//
// An entry is in force for the number of months in the plan's rule discipline, or in the rule's
// default if the plan does not set it: the same months that block a move. It expires on the day
// that completes them. A decision dated after the given day is not in force yet.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/date.h"
#include "core/id.h"
#include "model/plan.h"
#include "rules/discipline.h"

namespace cadre {

using rules::DisciplineState;

struct DisciplineEntry {
  CadreId cadre;
  DisciplineKind kind{};
  Date on;     // date of the decision
  Date until;  // the first day no longer in force
  DisciplineState state{};
};

struct DisciplineCount {
  std::int32_t in_force = 0;
  std::int32_t out_of_force = 0;
  std::int32_t not_yet = 0;
  friend bool operator==(const DisciplineCount&, const DisciplineCount&) = default;
};

struct DisciplineRegister {
  Date date;
  std::int32_t months = 0;               // the limit used
  std::vector<DisciplineEntry> entries;  // in force first, then not yet; the latest decision first
  std::array<DisciplineCount, 4> by_kind;  // by DisciplineKind
};

[[nodiscard]] DisciplineRegister disciplineRegister(const Plan& plan, Date date);

}  // namespace cadre
