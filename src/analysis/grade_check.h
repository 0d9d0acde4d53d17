// Evaluation grades (mức xếp loại) that contradict each other, with their figures: something to
// look into, not a verdict.
//
// For an official, the grade for a period of a unit's evaluation ("2023-06") is the one of exactly
// that period or, failing that, of the year that contains the month ("2023"); if several are
// recorded for a period, the last listed counts. The officials of a unit are those who hold posts
// in or under it in the given seating; grades of earlier periods stay with them even if they served
// elsewhere. Officials without a grade for the period are ignored.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/id.h"
#include "model/plan.h"
#include "model/seating.h"

namespace cadre {

// The maximum share of excellent grades among those at least good, in hundredths.
inline constexpr std::int32_t kMostExcellentPercent = 20;

enum class GradeFlagKind : std::uint8_t {
  kUnitBelowOfficials,  // the unit is graded not completed, all its officials at least good
  kHeadAboveUnit,       // a head of the unit is graded higher than the unit
  kExcellentOfficials,  // too many excellent officials in a district
  kExcellentUnits       // too many excellent units directly below one unit
};

struct GradeFlag {
  GradeFlagKind kind{};
  UnitId unit;  // the unit, or the district or authority whose share is meant
  std::string period;
  EvaluationGrade unit_grade{};  // for the first two kinds
  CadreId cadre;                 // for kHeadAboveUnit, with the post and the grade
  PostId post;
  EvaluationGrade grade{};
  std::int32_t all = 0;     // officials of the unit, or units below it
  std::int32_t graded = 0;  // those graded in the period
  std::int32_t good = 0;    // those graded at least good
  std::int32_t excellent = 0;
};

// The latest period first, then in the order of the kinds, then of the units in the file. In a plan
// without districts, officials are counted under their root.
[[nodiscard]] std::vector<GradeFlag> gradeFlags(const Plan& plan, const Seating& seating);

}  // namespace cadre
