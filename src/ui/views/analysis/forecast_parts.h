// The parts of the forecast view (forecast.cpp puts them together). Both follow the chosen unit and
// change it only after the frame's views.
#pragma once

#include <imgui.h>

#include "ui/context.h"
#include "ui/views/analysis/forecast_table.h"

namespace cadre::ui {

// Units down and years across: when each falls below its target, and what ends in a year.
void drawForecastGrid(const Context& context, const ForecastTable& table, ImVec2 size);
// Who leaves or ends a term in the chosen unit, by date, in what is left of the window.
void drawForecastLeaves(const Context& context, const ForecastTable& table);

}  // namespace cadre::ui
