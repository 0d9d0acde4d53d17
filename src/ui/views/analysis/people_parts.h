// The checks of people (people_checks.cpp combines them), all for the selected entry of the
// timeline. Each fills the rest of the current window.
#pragma once

#include <vector>

#include "analysis/discipline_register.h"
#include "analysis/grade_check.h"
#include "analysis/succession.h"
#include "ui/context.h"

namespace cadre::ui {

// How many successors each post has in its succession pool; lists posts with at most one.
void drawSuccession(const Context& context, const Succession& succession);
// Evaluation grades that contradict each other.
void drawGradeFlags(const Context& context, const std::vector<GradeFlag>& flags);
// Who is disciplined, and until when that keeps them from moving.
void drawDisciplineRegister(const Context& context, const DisciplineRegister& entries);

inline constexpr float kPersonLine = 40.0F;  // two lines of text

}  // namespace cadre::ui
