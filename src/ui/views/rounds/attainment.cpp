#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

#include <implot.h>

#include "icons/icons.h"
#include "kit/layout.h"
#include "kit/plot_zoom.h"
#include "kit/text.h"
#include "ui/view_memory.h"
#include "ui/views/pieces.h"
#include "ui/views/view.h"
#include "ui/views/views.h"

namespace cadre::ui {
namespace {

struct PlotMemory {
  PlotZoom plot_zoom;
};

using text::Str;

// Percentages over the entries of the timeline; entry i is at x = i.
struct Series {
  std::vector<double> x;
  std::vector<double> unit;
  std::vector<double> all;
  std::vector<double> target;
};

Series seriesOf(const Session& session) {
  Series out;
  const Timeline& timeline = session.timeline();
  const QuotaId quota = session.quotaId();
  const Quota& record = *session.quota();
  const UnitId unit = session.selection().unit;
  const Share target = unit ? record.targetOf(unit) : record.target;
  for (std::size_t entry = 0; entry < timeline.rounds.size(); ++entry) {
    std::int64_t attained = 0;
    std::int64_t posts = 0;
    double of_unit = 0;
    for (const Cell& cell : timeline.rounds[entry].cells) {
      if (cell.quota != quota) continue;
      attained += cell.attained;
      posts += cell.posts;
      if (cell.unit == unit) of_unit = percentOf(cell.attained, cell.posts);
    }
    out.x.push_back(static_cast<double>(entry));
    out.unit.push_back(of_unit);
    out.all.push_back(percentOf(attained, posts));
    out.target.push_back(percentOf(target.ten_thousandths, Share::kOne));
  }
  return out;
}

int percentTick(double value, char* buffer, int size, void* /*data*/) {
  return snprintf(buffer, static_cast<std::size_t>(size), "%d%%", static_cast<int>(value));
}

// The label is at the end of the line.
void drawTarget(const Context& context, double level, int count, const std::string& name) {
  constexpr float kDash = 7.0F;
  constexpr float kSpace = 5.0F;
  const ImVec2 from = {std::max(ImPlot::PlotToPixels(-0.5, level).x, ImPlot::GetPlotPos().x),
                       ImPlot::PlotToPixels(-0.5, level).y};
  const ImVec2 to = ImPlot::PlotToPixels(static_cast<double>(count) - 0.5, level);
  ImDrawList& list = *ImPlot::GetPlotDrawList();
  ImPlot::PushPlotClipRect();
  drawDashes(list, from, to.x, kDash, kSpace, context.theme.text, 1.5F);
  // Left of the first point, where there are never labels of points.
  const ImVec2 size = measure(context.fonts.small, name);
  drawText(list, context.fonts.small, {from.x + 6, from.y - size.y - 3}, context.theme.text, name);
  ImPlot::PopPlotClipRect();
}

void drawLines(const Context& context, const Series& series, const std::string& unit_name,
               const std::string& all_name, const std::string& target_name) {
  const int count = static_cast<int>(series.x.size());
  drawTarget(context, series.target.front(), count, target_name);
  ImPlot::SetNextLineStyle(vec(context.theme.muted), 1.5F);
  ImPlot::SetNextMarkerStyle(ImPlotMarker_Square, 3.0F, vec(context.theme.muted));
  ImPlot::PlotLine(all_name.c_str(), series.x.data(), series.all.data(), count);
  if (unit_name.empty()) return;
  ImPlot::SetNextLineStyle(vec(context.theme.accent), 2.5F);
  ImPlot::SetNextMarkerStyle(ImPlotMarker_Circle, 4.5F, vec(context.theme.accent));
  ImPlot::PlotLine(unit_name.c_str(), series.x.data(), series.unit.data(), count);
  constexpr float kAway = 14.0F;
  constexpr float kClose = 9.0F;
  const float target_y = ImPlot::PlotToPixels(0, series.target.front()).y;
  for (int i = 0; i < count; ++i) {
    const auto at = static_cast<std::size_t>(i);
    const std::string text = percentText(context, series.unit[at]);
    // Above its point, but not on the line of the target.
    const float label_y = ImPlot::PlotToPixels(series.x[at], series.unit[at]).y - kAway;
    const bool is_crossed = std::abs(label_y - target_y) < kClose;
    ImPlot::PlotText(text.c_str(), series.x[at], series.unit[at], {0, is_crossed ? kAway : -kAway});
  }
}

void drawAttainment(const Context& context, ImVec2 min, ImVec2 max) {
  beginPanel(context, "attainment", min, max, 4.0F);
  const Session& session = *context.session;
  if (session.quota() == nullptr) {
    paragraph(context, context.fonts.body, context.theme.muted, context.tr(Str::districts_empty));
    endPanel();
    return;
  }
  const Series series = seriesOf(session);
  std::vector<std::string> names = {std::string(context.tr(Str::term_baseline))};
  for (const Round& round : session.scenario().rounds) names.push_back(round.name);
  std::vector<const char*> ticks;
  for (const std::string& name : names) ticks.push_back(name.c_str());
  const UnitId unit = session.selection().unit;
  const std::string unit_name = unit ? session.plan().unit(unit).name : "";
  const double highest = *std::max_element(series.unit.begin(), series.unit.end());
  const double top = std::max({80.0, highest + 15.0, series.target.front() + 15.0});
  ImGui::PushFont(context.fonts.small);
  constexpr ImPlotFlags kFlags = ImPlotFlags_NoMenus | ImPlotFlags_NoBoxSelect |
                                 ImPlotFlags_NoMouseText | ImPlotFlags_NoInputs |
                                 ImPlotFlags_NoTitle;
  PlotZoom& zoom = context.memory.of<PlotMemory>().plot_zoom;
  takePlotZoom(context, zoom);
  if (ImPlot::BeginPlot("##attainment", ImGui::GetContentRegionAvail(), kFlags)) {
    constexpr ImPlotAxisFlags kAxis = ImPlotAxisFlags_NoGridLines | ImPlotAxisFlags_NoHighlight;
    ImPlot::SetupAxes(nullptr, nullptr, kAxis, ImPlotAxisFlags_NoHighlight);
    zoomAxis(zoom, ImAxis_X1, -0.5, static_cast<double>(ticks.size()) - 0.5);
    zoomAxis(zoom, ImAxis_Y1, 0, std::min(top, 115.0));
    ImPlot::SetupAxisTicks(ImAxis_X1, series.x.data(), static_cast<int>(ticks.size()),
                           ticks.data());
    ImPlot::SetupAxisFormat(ImAxis_Y1, percentTick);
    ImPlot::SetupLegend(ImPlotLocation_North, ImPlotLegendFlags_Horizontal |
                                                  ImPlotLegendFlags_Outside |
                                                  ImPlotLegendFlags_NoButtons);
    const std::string target_name =
        context.tr(Message{Str::plot_target, {{"target", permilleOf(series.target.front())}}});
    notePlotPlace(zoom);
    drawLines(context, series, unit_name, std::string(context.tr(Str::plot_all)), target_name);
    ImPlot::EndPlot();
  }
  ImGui::PopFont();
  drawPlotZoomReset(context, zoom);
  const ImVec2 corner = {ImGui::GetWindowPos().x + ImGui::GetWindowWidth(),
                         ImGui::GetWindowPos().y + ImGui::GetWindowHeight()};
  context.tree.add("img", context.tr(Str::view_attainment),
                   unit_name + " " + percentText(context, series.unit[session.entry()]),
                   ImGui::GetWindowPos(), corner);
  endPanel();
}

}  // namespace

const ViewInfo kAttainmentView = {.command = "go.plot",
                                  .title = text::Str::view_attainment,
                                  .icon = icons::kIconChartLine,
                                  .draw = drawAttainment};

}  // namespace cadre::ui
