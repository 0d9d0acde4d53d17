// The parts of the comparison view (compare.cpp combines them). The others are compared with the
// first selected scenario.
#pragma once

#include <imgui.h>

#include "ui/context.h"
#include "ui/views/analysis/compare_table.h"

namespace cadre::ui {

// Units and totals side by side where there is room, otherwise stacked. REQUIRES: a scenario in the
// table.
void drawCompareFigures(const Context& context, const CompareTable& table, ImVec2 size);
// Where the moves of the first two differ, with buttons that copy moves between the scenarios.
// REQUIRES: two scenarios in the table.
void drawCompareDifferences(const Context& context, const CompareTable& table);

}  // namespace cadre::ui
