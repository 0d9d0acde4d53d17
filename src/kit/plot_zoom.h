// A plot that zooms (zoom.h), done by hand and not by ImPlot, so that one finger scrolls past it
// and two zoom it. Per frame: takePlotZoom before BeginPlot, zoomAxis for each axis while it is set
// up, notePlotPlace inside of the plot, drawPlotZoomReset after EndPlot.
#pragma once

#include <imgui.h>
#include <implot.h>

#include "kit/zoom.h"

namespace cadre::kit {

struct Frame;

struct PlotZoom {
  Zoom zoom;
  ImVec2 min;  // where the plot was in the last frame
  ImVec2 max;

  [[nodiscard]] bool contains(ImVec2 at) const { return isInside(at, min, max); }
};

// As takeZoom: true while the plot is dragged and when the button is released then.
bool takePlotZoom(const Frame& frame, PlotZoom& plot);
// Shows of the axis, which runs from `low` to `high`, the part that the zoom leaves.
void zoomAxis(const PlotZoom& plot, ImAxis axis, double low, double high);
void notePlotPlace(PlotZoom& plot);
void drawPlotZoomReset(const Frame& frame, PlotZoom& plot);

}  // namespace cadre::kit
