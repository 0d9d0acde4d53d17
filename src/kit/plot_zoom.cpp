#include "kit/plot_zoom.h"

#include <algorithm>

namespace cadre::kit {

bool takePlotZoom(const Frame& frame, PlotZoom& plot) {
  return takeZoom(frame, plot.min, plot.max, plot.zoom);
}

void zoomAxis(const PlotZoom& plot, ImAxis axis, double low, double high) {
  const double length = high - low;
  const double shown = length / static_cast<double>(plot.zoom.scale);
  if (axis < ImAxis_Y1) {
    const float width = std::max(1.0F, plot.max.x - plot.min.x);
    const double first = low + length * static_cast<double>(plot.zoom.firstX(width));
    ImPlot::SetupAxisLimits(axis, first, first + shown, ImPlotCond_Always);
  } else {
    const float height = std::max(1.0F, plot.max.y - plot.min.y);
    const double last = high - length * static_cast<double>(plot.zoom.firstY(height));
    ImPlot::SetupAxisLimits(axis, last - shown, last, ImPlotCond_Always);
  }
}

void notePlotPlace(PlotZoom& plot) {
  plot.min = ImPlot::GetPlotPos();
  const ImVec2 size = ImPlot::GetPlotSize();
  plot.max = {plot.min.x + size.x, plot.min.y + size.y};
}

void drawPlotZoomReset(const Frame& frame, PlotZoom& plot) {
  drawZoomReset(frame, plot.min, plot.max, plot.zoom);
}

}  // namespace cadre::kit
