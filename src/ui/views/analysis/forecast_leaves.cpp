// The list of officials who leave or whose terms end.

#include <string>
#include <utility>
#include <vector>

#include "icons/icons.h"
#include "kit/layout.h"
#include "kit/list_lines.h"
#include "kit/text.h"
#include "ui/seat.h"
#include "ui/table_copy.h"
#include "ui/views/analysis/forecast_parts.h"
#include "ui/views/pieces.h"

namespace cadre::ui {
namespace {

using text::Str;

constexpr float kLeaveHeight = 40.0F;

Str labelOf(LeaveKind kind) {
  switch (kind) {
    case LeaveKind::kServiceEnds:
      return Str::forecast_kind_service;
    case LeaveKind::kTermEnds:
      return Str::forecast_kind_term;
    case LeaveKind::kLastTermEnds:
      break;
  }
  return Str::forecast_kind_last_term;
}

// Draws the officials at these indices.
void offerLeaves(const Context& context, const ForecastTable& forecast,
                 std::vector<std::size_t> shown) {
  offerTable(context, context.tr(Str::forecast_kind_service),
             [&context, &forecast, shown = std::move(shown)](TableText& table) {
               table.heading(context,
                             {Str::csv_date, Str::csv_cadre, Str::csv_post, Str::csv_type});
               for (const std::size_t place : shown) {
                 const Leave& leave = forecast.forecast.leaves[place];
                 table.cell(text::formatDate(leave.date));
                 table.cell(context.session->plan().cadre(leave.cadre).name);
                 table.cell(postName(context, leave.post));
                 table.cell(context.tr(labelOf(leave.kind)));
                 table.endRow();
               }
             });
}

void drawLeave(const Context& context, const Leave& leave, int index) {
  const Line line =
      beginLine(context, index, kLeaveHeight, context.session->selection().post == leave.post);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const bool is_service = leave.kind == LeaveKind::kServiceEnds;
  drawText(list, context.fonts.body, {line.at.x + 4, line.at.y + 9},
           is_service ? context.theme.soft : context.theme.accent,
           is_service ? icons::kIconClock : icons::kIconFlag);
  const std::string date = text::formatDate(leave.date);
  const float date_width = measure(context.fonts.small, date).x;
  const std::string& name = context.session->plan().cadre(leave.cadre).name;
  drawRight(context.fonts.small, line.at.x + line.width - 6, line.at.y + 3, context.theme.text,
            date);
  drawTextFitted(list, context.fonts.body, {line.at.x + 28, line.at.y + 1},
                 line.width - 44 - date_width, context.theme.text, name);
  const std::string detail =
      std::string(context.tr(labelOf(leave.kind))) + " · " + postName(context, leave.post);
  drawTextFitted(list, context.fonts.small, {line.at.x + 28, line.at.y + 20}, line.width - 34,
                 context.theme.muted, detail);
  tooltip(context, name + "\n" + detail);
  context.tree.addLastItem("leave", name, date + " " + detail);
  if (line.pressed) showPost(context, leave.post);
}

}  // namespace

void drawForecastLeaves(const Context& context, const ForecastTable& table) {
  const UnitId unit = context.session->selection().unit;
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < table.group_of.size(); ++i) {
    if (!unit || table.group_of[i] == unit) shown.push_back(i);
  }
  const std::string_view name =
      unit ? std::string_view(context.session->plan().unit(unit).name) : context.tr(Str::plot_all);
  paragraph(context, context.fonts.small_bold, context.theme.muted,
            context.tr(Message{Str::forecast_list, {{"unit", std::string(name)}}}));
  if (shown.empty()) {
    paragraph(context, context.fonts.small, context.theme.muted, context.tr(Str::forecast_nothing));
    return;
  }
  beginList("leaves", ImGui::GetContentRegionAvail());
  offerLeaves(context, table, shown);
  const WidgetTree::Scope list(context.tree, "list", {}, static_cast<int>(shown.size()));
  listLines(context, shown.size(), kLeaveHeight, [&](std::size_t i) {
    drawLeave(context, table.forecast.leaves[shown[i]], static_cast<int>(i));
  });
  endList();
}

}  // namespace cadre::ui
