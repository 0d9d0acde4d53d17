// The parts of the view of comparison (compare.cpp puts them together). The first chosen scenario
// is what the others are measured against.
#pragma once

#include <imgui.h>

#include "ui/context.h"
#include "ui/views/analysis/compare_table.h"

namespace cadre::ui {

// Units and totals beside each other where there is room, else one below the other. REQUIRES: a
// scenario in the table.
void drawCompareFigures(const Context& context, const CompareTable& table, ImVec2 size);
// Where the moves of the first two differ, with buttons that put one into the other scenario.
// REQUIRES: two scenarios in the table.
void drawCompareDifferences(const Context& context, const CompareTable& table);

}  // namespace cadre::ui
