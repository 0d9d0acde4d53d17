// The forecast view: its settings, the overall result, and its parts.

#include <algorithm>
#include <string>

#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/layout.h"
#include "kit/text.h"
#include "ui/view_memory.h"
#include "ui/views/analysis/forecast_parts.h"
#include "ui/views/view.h"
#include "ui/views/views.h"

namespace cadre::ui {
namespace {

using text::Str;

void drawControls(const Context& context) {
  ForecastMemory& memory = context.memory.of<ForecastMemory>();
  const auto years = [&](std::int64_t count) {
    return context.tr(Message{Str::fact_years, {{"years", count}}});
  };
  const std::string three = years(3);
  const std::string five = years(5);
  const std::string ten = years(10);
  Row row(kSegmentHeight);
  row.next(kSegmentHeight);
  const int now = memory.years == 3 ? 0 : memory.years == 5 ? 1 : 2;
  constexpr int kYears[] = {3, 5, 10};
  memory.years =
      kYears[segmented(context, context.tr(Str::forecast_span), {three, five, ten}, now)];
  row.next(kSegmentHeight, 12.0F);
  memory.last_terms = segmented(context, context.tr(Str::forecast_counted),
                                {context.tr(Str::forecast_only_service),
                                 context.tr(Str::forecast_service_and_terms)},
                                memory.last_terms ? 1 : 0) == 1;
  tooltip(context, context.tr(Str::forecast_counted));
  row.end();
  ImGui::Dummy({0, 4});
}

void drawSums(const Context& context, const ForecastTable& table) {
  const std::string summary = context.tr(Message{Str::forecast_summary,
                                                 {{"date", table.forecast.horizon},
                                                  {"departures", std::int64_t{table.sum.service}},
                                                  {"terms", std::int64_t{table.sum.terms}},
                                                  {"limit", std::int64_t{table.last_terms}},
                                                  {"below", std::int64_t{table.falling}}}});
  paragraph(context, context.fonts.body, context.theme.text, summary);
  context.tree.addLastItem("status", context.tr(Str::work_forecast), summary);
  const Plan& plan = context.session->plan();
  for (const Deadline& deadline : table.forecast.deadlines) {
    const Quota& quota = plan.quota_set->quotas[deadline.quota.index()];
    const std::string& name = quota.name.in(context.preferences.language);
    const std::string line = context.tr(Message{Str::forecast_deadline,
                                                {{"quota", name},
                                                 {"date", deadline.by},
                                                 {"reached", std::int64_t{deadline.reached}},
                                                 {"units", std::int64_t{deadline.units}},
                                                 {"shortfall", deadline.shortfall}}});
    label(context, context.fonts.small,
          deadline.shortfall > 0 ? context.theme.hard : context.theme.muted,
          (deadline.shortfall > 0 ? "− " : "✓ ") + line);
    context.tree.addLastItem("deadline", name, line);
  }
}

void drawForecast(const Context& context, ImVec2 min, ImVec2 max) {
  constexpr float kListShare = 0.28F;
  beginPanel(context, "forecast", min, max);
  drawControls(context);
  if (context.session->quota() == nullptr) {
    paragraph(context, context.fonts.body, context.theme.muted, context.tr(Str::districts_empty));
    endPanel();
    return;
  }
  const ForecastTable& table = forecastTable(context);
  drawSums(context, table);
  ImGui::Dummy({0, 2});
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const float list_width = std::clamp(room.x * kListShare, 190.0F, 320.0F);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  drawForecastGrid(context, table, {room.x - list_width - kGrid, room.y});
  ImGui::SetCursorScreenPos({start.x + room.x - list_width, start.y});
  ImGui::BeginChild("list", {list_width, room.y}, 0, ImGuiWindowFlags_NavFlattened);
  drawForecastLeaves(context, table);
  endChild();
  endPanel();
}

}  // namespace

const ViewInfo kForecastView = {.command = "go.forecast",
                                .title = text::Str::work_forecast,
                                .icon = icons::kIconClock,
                                .draw = drawForecast};

}  // namespace cadre::ui
