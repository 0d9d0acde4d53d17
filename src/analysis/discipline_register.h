// Discipline (kỷ luật) of everybody in the roster, in force and out of force on a day.
//
// An entry is in force until as many months are completed since its decision as the plan's rule
// discipline says, or the rule's default where the plan leaves it out: the same months that block a
// move. On the day that completes them it is out of force. A decision dated later than the day is
// not in force yet.
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
  Date on;     // the decision
  Date until;  // the first day out of force
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
  std::int32_t months = 0;               // the limit that was used
  std::vector<DisciplineEntry> entries;  // in force first, then not yet; the latest decision first
  std::array<DisciplineCount, 4> by_kind;  // by DisciplineKind
};

[[nodiscard]] DisciplineRegister disciplineRegister(const Plan& plan, Date date);

}  // namespace cadre
