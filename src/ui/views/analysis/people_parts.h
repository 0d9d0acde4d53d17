// The checks of people (people_checks.cpp puts them together), all of them of the chosen entry of
// the timeline. Each fills what is left of the current window.
#pragma once

#include <vector>

#include "analysis/discipline_register.h"
#include "analysis/grade_check.h"
#include "analysis/succession.h"
#include "ui/context.h"

namespace cadre::ui {

// How many could come to a post by its succession pool; posts with at most one stand beside.
void drawSuccession(const Context& context, const Succession& succession);
// Evaluation grades that do not fit together.
void drawGradeFlags(const Context& context, const std::vector<GradeFlag>& flags);
// Who is disciplined, and until when that keeps them from moving.
void drawDisciplineRegister(const Context& context, const DisciplineRegister& entries);

inline constexpr float kPersonLine = 40.0F;  // of two texts below each other

}  // namespace cadre::ui
