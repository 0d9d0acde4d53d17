// The parts of the forecast view (forecast.cpp combines them). Both follow the selected unit and
// change the selection only after the frame's views.
#pragma once

#include <imgui.h>

#include "ui/context.h"
#include "ui/views/analysis/forecast_table.h"

namespace cadre::ui {

// One row per unit, one column per year: when each drops below its target, and what ends.
void drawForecastGrid(const Context& context, const ForecastTable& table, ImVec2 size);
// Who leaves or ends a term in the selected unit, by date; fills the rest of the window.
void drawForecastLeaves(const Context& context, const ForecastTable& table);

}  // namespace cadre::ui
