// Grades (mức xếp loại) that do not fit together, each with its figures: things to look into, never
// a verdict.
//
// Of an official, a period of a unit's evaluation ("2023-06") is answered by the grade of exactly
// that period or, failing that, of the year that contains the month ("2023"); of several for one
// period the last listed counts. The officials of a unit are those who hold posts in or under it in
// the given seating; grades of earlier periods follow them from where they were. Officials without
// a grade for the period are not held for or against anybody.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/id.h"
#include "model/plan.h"
#include "model/seating.h"

namespace cadre {

// The most that may be excellent of those graded at least good, in hundredths.
inline constexpr std::int32_t kMostExcellentPercent = 20;

enum class GradeFlagKind : std::uint8_t {
  kUnitBelowOfficials,  // the unit has not completed its work, all its officials are at least good
  kHeadAboveUnit,       // a head of the unit itself is graded above it
  kExcellentOfficials,  // too many excellent ones among the officials of a district
  kExcellentUnits       // too many excellent ones among the units directly under one unit
};

struct GradeFlag {
  GradeFlagKind kind{};
  UnitId unit;  // the unit, or the district or authority whose share it is
  std::string period;
  EvaluationGrade unit_grade{};  // of the first two kinds
  CadreId cadre;                 // of kHeadAboveUnit, with the post and the grade
  PostId post;
  EvaluationGrade grade{};
  std::int32_t all = 0;     // officials of the unit, or units under it
  std::int32_t graded = 0;  // of those, graded in the period
  std::int32_t good = 0;    // of those, at least good
  std::int32_t excellent = 0;
};

// The latest period first, then in the order of the kinds, then of the units in the file. Officials
// of a plan without districts are counted under their root.
[[nodiscard]] std::vector<GradeFlag> gradeFlags(const Plan& plan, const Seating& seating);

}  // namespace cadre
