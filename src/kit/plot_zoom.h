// A zoomable plot (zoom.h), implemented here instead of by ImPlot so that one finger scrolls past
// it and two fingers zoom it. Per frame: takePlotZoom before BeginPlot, zoomAxis for each axis
// during setup, notePlotPlace inside the plot, drawPlotZoomReset after EndPlot.
#pragma once

#include <imgui.h>
#include <implot.h>

#include "kit/zoom.h"

namespace cadre::kit {

struct Frame;

struct PlotZoom {
  Zoom zoom;
  ImVec2 min;  // the plot's rectangle in the last frame
  ImVec2 max;

  [[nodiscard]] bool contains(ImVec2 at) const { return isInside(at, min, max); }
};

// Like takeZoom: true while the plot is dragged and when the button is then released.
bool takePlotZoom(const Frame& frame, PlotZoom& plot);
// Restricts the axis, which runs from `low` to `high`, to the part that the zoom shows.
void zoomAxis(const PlotZoom& plot, ImAxis axis, double low, double high);
void notePlotPlace(PlotZoom& plot);
void drawPlotZoomReset(const Frame& frame, PlotZoom& plot);

}  // namespace cadre::kit
