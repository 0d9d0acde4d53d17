#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

#include <implot.h>

#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/fields.h"
#include "kit/text.h"
#include "ui/view_memory.h"
#include "ui/views/proposal/parts.h"
#include "ui/views/proposal/proposal_memory.h"

namespace cadre::ui {
namespace {

using text::Str;

// Posts are integers.
int wholeTick(double value, char* buffer, int size, void* /*data*/) {
  if (std::abs(value - std::round(value)) > 1e-6) {
    buffer[0] = '\0';
    return 0;
  }
  return snprintf(buffer, static_cast<std::size_t>(size), "%.0f", value);
}

void chooseMost(const Context& context, std::optional<std::int32_t> most) {
  ProposalMemory& memory = context.memory.of<ProposalMemory>();
  memory.most_moves = most;
  memory.is_wanted = true;
  context.host.requestFrame();
}

// From none to as many as the best plan needs, which means no limit.
void drawMost(const Context& context, const ProposalFrame& frame) {
  const ProposalMemory& memory = context.memory.of<ProposalMemory>();
  const std::optional<std::int64_t> end = frame.work.mostMoves();
  if (!end || *end <= 0) return;
  const int most = static_cast<int>(*end);
  const int now = std::min(memory.most_moves.value_or(most), most);
  const bool is_open = !memory.most_moves || *memory.most_moves >= most;
  const std::string shown =
      is_open ? std::string(context.tr(Str::rules_cap_none)) : context.count(now);
  heading(context, context.tr(Str::propose_most));
  const std::optional<int> changed = slider(context, context.tr(Str::propose_most), now, 0, most,
                                            shown, ImGui::GetContentRegionAvail().x - 4);
  if (!changed) return;
  chooseMost(context, *changed >= most ? std::nullopt : std::optional<std::int32_t>(*changed));
}

struct Lines {
  std::vector<double> moves;
  std::vector<double> shortfall;
  std::vector<double> cost;
  std::vector<std::size_t> most;  // by point
};

Lines linesOf(const ProposalWork::Points& points) {
  Lines out;
  for (std::size_t most = 0; most < points.size(); ++most) {
    if (!points[most]) continue;
    out.most.push_back(most);
    out.moves.push_back(static_cast<double>(most));
    out.shortfall.push_back(static_cast<double>(points[most]->shortfall));
    out.cost.push_back(static_cast<double>(points[most]->cost));
  }
  return out;
}

std::string pointText(const Context& context, const propose::Objective& objective) {
  return context.tr(Message{Str::propose_frontier_value,
                            {{"shortfall", objective.shortfall},
                             {"vacant", objective.vacant},
                             {"cost", objective.cost}}});
}

std::string pointName(const Context& context, std::size_t most) {
  return context.tr(
      Message{Str::propose_frontier_point, {{"moves", static_cast<std::int64_t>(most)}}});
}

// Index in `lines` of the column that the cursor is in; empty when it is elsewhere.
std::optional<std::size_t> hoveredPoint(const Lines& lines, ImVec2 min, ImVec2 max) {
  if (!ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows) ||
      !ImGui::IsMouseHoveringRect(min, max)) {
    return std::nullopt;
  }
  const double x = ImPlot::GetPlotMousePos().x;
  const auto nearest =
      std::min_element(lines.moves.begin(), lines.moves.end(),
                       [x](double a, double b) { return std::abs(a - x) < std::abs(b - x); });
  return static_cast<std::size_t>(nearest - lines.moves.begin());
}

// Every visible point has a label at its position.
void reportPoints(const Context& context, const Lines& lines, const ProposalWork::Points& points,
                  std::optional<std::size_t> chosen) {
  constexpr float kReach = 7.0F;
  for (std::size_t i = 0; i < lines.most.size(); ++i) {
    const ImVec2 at = ImPlot::PlotToPixels(lines.moves[i], lines.shortfall[i]);
    if (!context.memory.of<ProposalMemory>().frontier_zoom.contains(at)) continue;
    const std::string mark = chosen == lines.most[i] ? "; ✓" : "";
    context.tree.add("point", pointName(context, lines.most[i]),
                     pointText(context, *points[lines.most[i]]) + mark,
                     {at.x - kReach, at.y - kReach}, {at.x + kReach, at.y + kReach});
  }
}

void drawCurves(const Context& context, const Lines& lines, std::optional<std::size_t> chosen) {
  const int count = static_cast<int>(lines.moves.size());
  const std::string cost(context.tr(Str::propose_figure_cost));
  const std::string shortfall(context.tr(Str::compare_shortfall));
  ImPlot::SetAxes(ImAxis_X1, ImAxis_Y2);
  ImPlot::SetNextLineStyle(vec(context.theme.muted), 1.5F);
  ImPlot::PlotLine(cost.c_str(), lines.moves.data(), lines.cost.data(), count);
  ImPlot::SetAxes(ImAxis_X1, ImAxis_Y1);
  ImPlot::SetNextLineStyle(vec(context.theme.accent), 2.0F);
  const bool has_room = count <= 60;
  ImPlot::SetNextMarkerStyle(has_room ? ImPlotMarker_Circle : ImPlotMarker_None, 3.5F,
                             vec(context.theme.accent));
  ImPlot::PlotLine(shortfall.c_str(), lines.moves.data(), lines.shortfall.data(), count);
  const auto at = std::find(lines.most.begin(), lines.most.end(), chosen.value_or(SIZE_MAX));
  if (at == lines.most.end()) return;
  const auto i = static_cast<std::size_t>(at - lines.most.begin());
  const ImVec2 point = ImPlot::PlotToPixels(lines.moves[i], lines.shortfall[i]);
  ImDrawList& list = *ImPlot::GetPlotDrawList();
  ImPlot::PushPlotClipRect(8.0F);
  list.AddCircleFilled(point, 5.0F, context.theme.text, 20);
  list.AddCircle(point, 9.0F, context.theme.text, 24, 2.0F);
  ImPlot::PopPlotClipRect();
}

void pointTooltip(const Context& context, std::size_t most, const propose::Objective& objective) {
  if (!ImGui::BeginTooltip()) return;
  label(context, context.fonts.body_bold, context.theme.text, pointName(context, most));
  label(context, context.fonts.small, context.theme.text, pointText(context, objective));
  ImGui::EndTooltip();
}

void drawPlot(const Context& context, const ProposalWork::Points& points,
              std::optional<std::size_t> chosen) {
  const Lines lines = linesOf(points);
  if (lines.moves.empty()) return;
  const double end = lines.moves.back();
  const double highest = *std::max_element(lines.shortfall.begin(), lines.shortfall.end());
  const double dearest = *std::max_element(lines.cost.begin(), lines.cost.end());
  ImGui::PushFont(context.fonts.small);
  constexpr ImPlotFlags kFlags = ImPlotFlags_NoMenus | ImPlotFlags_NoBoxSelect |
                                 ImPlotFlags_NoMouseText | ImPlotFlags_NoInputs |
                                 ImPlotFlags_NoTitle;
  const ImVec2 room = ImGui::GetContentRegionAvail();
  PlotZoom& zoom = context.memory.of<ProposalMemory>().frontier_zoom;
  const bool dragged = takePlotZoom(context, zoom);
  if (ImPlot::BeginPlot("##frontier", {room.x, std::max(120.0F, room.y)}, kFlags)) {
    constexpr ImPlotAxisFlags kAxis = ImPlotAxisFlags_NoHighlight;
    const std::string moves(context.tr(Str::propose_axis_moves));
    ImPlot::SetupAxes(moves.c_str(), nullptr, kAxis | ImPlotAxisFlags_NoGridLines, kAxis);
    ImPlot::SetupAxis(ImAxis_Y2, nullptr,
                      kAxis | ImPlotAxisFlags_NoGridLines | ImPlotAxisFlags_Opposite);
    const double margin = std::max(0.4, end * 0.03);
    zoomAxis(zoom, ImAxis_X1, -margin, std::max(end, 1.0) + margin);
    zoomAxis(zoom, ImAxis_Y1, -std::max(highest, 1.0) * 0.06, std::max(highest, 1.0) * 1.12);
    zoomAxis(zoom, ImAxis_Y2, -std::max(dearest, 1.0) * 0.06, std::max(dearest, 1.0) * 1.12);
    ImPlot::SetupAxisFormat(ImAxis_X1, wholeTick);
    ImPlot::SetupAxisFormat(ImAxis_Y1, wholeTick);
    ImPlot::SetupAxisFormat(ImAxis_Y2, wholeTick);
    ImPlot::SetupLegend(ImPlotLocation_North, ImPlotLegendFlags_Horizontal |
                                                  ImPlotLegendFlags_Outside |
                                                  ImPlotLegendFlags_NoButtons);
    drawCurves(context, lines, chosen);
    notePlotPlace(zoom);
    const std::optional<std::size_t> hovered = hoveredPoint(lines, zoom.min, zoom.max);
    reportPoints(context, lines, points, chosen);
    if (hovered) {
      const std::size_t most = lines.most[*hovered];
      const ImVec2 at = ImPlot::PlotToPixels(lines.moves[*hovered], lines.shortfall[*hovered]);
      ImPlot::GetPlotDrawList()->AddCircle(at, 8.0F, context.theme.accent, 24, 2.0F);
      const bool is_pressed_here = ImGui::IsMouseReleased(ImGuiMouseButton_Left) &&
                                   zoom.contains(ImGui::GetIO().MouseClickedPos[0]);
      if (is_pressed_here && !dragged) {
        const bool is_end = most + 1 >= points.size();
        chooseMost(context, is_end ? std::nullopt : std::optional(static_cast<std::int32_t>(most)));
      }
    }
    ImPlot::EndPlot();
    if (hovered) pointTooltip(context, lines.most[*hovered], *points[lines.most[*hovered]]);
  }
  ImGui::PopFont();
  drawPlotZoomReset(context, zoom);
}

}  // namespace

void drawFrontier(const Context& context, const ProposalFrame& frame) {
  ProposalMemory& memory = context.memory.of<ProposalMemory>();
  drawMost(context, frame);
  if (frame.work.isTracing()) {
    drawSearchProgress(context, frame.work.frontierProgress());
  } else if (frame.work.isTracedFor(frame.ask) && !frame.work.frontierIsFor(frame.ask)) {
    paragraph(context, context.fonts.small, context.theme.soft,
              context.tr(isAcrossPlan(memory) ? Str::error_proposal_too_large
                                              : Str::proposal_infeasible));
  } else if (!frame.work.frontierIsFor(frame.ask)) {
    paragraph(context, context.fonts.small, context.theme.muted,
              context.tr(Str::propose_frontier_empty));
    if (button(context, icons::kIconChartLine, context.tr(Str::propose_frontier_run))) {
      memory.wants_frontier = true;
      frame.work.startFrontier(*context.session, frame.ask);
      context.host.requestFrame();
    }
  }
  const ProposalWork::Points* points = frame.work.frontier();
  if (points == nullptr) return;
  ImGui::PushStyleVar(ImGuiStyleVar_Alpha, frame.work.frontierIsFor(frame.ask) ? 1.0F : 0.5F);
  const std::size_t end = points->size() - 1;
  drawPlot(context, *points,
           memory.most_moves ? std::min(static_cast<std::size_t>(*memory.most_moves), end) : end);
  ImGui::PopStyleVar();
}

}  // namespace cadre::ui
