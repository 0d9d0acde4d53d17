// The forecast grid: one row per unit, one column per year.

#include <algorithm>
#include <string>

#include "kit/layout.h"
#include "kit/list_lines.h"
#include "kit/text.h"
#include "ui/marks/attainment.h"
#include "ui/table_copy.h"
#include "ui/views/analysis/forecast_parts.h"
#include "ui/views/pieces.h"

namespace cadre::ui {
namespace {

using text::Str;

constexpr float kRowHeight = 34.0F;
constexpr float kNameWidth = 124.0F;
constexpr float kStatusWidth = 124.0F;
constexpr float kHeadHeight = 56.0F;

// The horizontal position of a day on the time axis.
struct Scale {
  float left = 0;
  float year_width = 0;
  int first_year = 0;

  [[nodiscard]] float x(Date date) const {
    const Date first = makeDate(date.year, 1, 1).value_or(date);
    const auto days = static_cast<float>(daysSinceEpoch(date) - daysSinceEpoch(first));
    return left + (static_cast<float>(date.year - first_year) + days / 366.0F) * year_width;
  }
};

std::string countText(const Context& context, YearCount count) {
  return context.tr(
      Message{Str::forecast_cell,
              {{"departures", std::int64_t{count.service}}, {"terms", std::int64_t{count.terms}}}});
}

// "3/12": ends of service, then ends of terms; empty when there are none.
void drawYear(const Context& context, YearCount count, ImVec2 at) {
  if (count.service + count.terms == 0) return;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const std::string service = context.count(count.service);
  drawText(list, context.fonts.small_bold, at,
           count.service > 0 ? context.theme.text : context.theme.muted, service);
  drawText(list, context.fonts.small, {at.x + measure(context.fonts.small_bold, service).x, at.y},
           context.theme.muted, "/" + context.count(count.terms));
}

// A thin band: filled while the target is reached, dashed while it is missed (darker if it was
// reached before), with a symbol where it drops below.
void drawBand(const Context& context, const ForecastTable& table, const ForecastRow& row,
              const Scale& scale, float y) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const CellForecast& cell = table.forecast.cells[row.cell];
  for (std::size_t i = 0; i < cell.steps.size(); ++i) {
    const bool is_last = i + 1 == cell.steps.size();
    const float from = scale.x(cell.steps[i].date);
    const float to = scale.x(is_last ? table.forecast.horizon : cell.steps[i + 1].date);
    if (cell.steps[i].attained >= cell.needed) {
      list.AddRectFilled({from, y}, {std::max(to, from + 1), y + 4}, context.theme.good);
      continue;
    }
    for (float x = from; x < to; x += 7) {
      list.AddLine({x, y + 2}, {std::min(x + 4, to), y + 2},
                   row.falls ? context.theme.hard : withAlpha(context.theme.soft, 0.5F),
                   row.falls ? 2.0F : 1.0F);
    }
  }
  if (!row.falls) return;
  const float x = scale.x(*row.falls);
  list.AddTriangleFilled({x - 5, y - 5}, {x + 5, y - 5}, {x, y + 4}, context.theme.hard);
}

std::string statusOf(const Context& context, const ForecastRow& row) {
  if (row.falls) {
    return context.tr(Message{Str::forecast_below_from, {{"month", monthOf(*row.falls)}}});
  }
  if (row.now.shortfall() > 0) return reachedWords(context, row.now);
  return std::string(context.tr(Str::forecast_holds));
}

void rowTooltip(const Context& context, const ForecastTable& table, const ForecastRow& row) {
  if (!ImGui::IsItemHovered() || !ImGui::BeginTooltip()) return;
  label(context, context.fonts.body_bold, context.theme.text,
        context.session->plan().unit(row.unit).name + "  " + ratioText(context, row.now));
  if (row.falls) {
    const Cell below = table.forecast.cells[row.cell].on(*row.falls);
    label(context, context.fonts.small, context.theme.hard,
          text::formatDate(*row.falls) + ": " + ratioText(context, below) + ", " +
              reachedWords(context, below));
  }
  for (std::size_t y = 0; y < row.years.size(); ++y) {
    if (row.years[y].service + row.years[y].terms == 0) continue;
    label(context, context.fonts.small, context.theme.muted,
          std::to_string(table.first_year + static_cast<int>(y)) + ": " +
              countText(context, row.years[y]));
  }
  ImGui::EndTooltip();
}

void drawRow(const Context& context, const ForecastTable& table, const ForecastRow& row,
             Scale scale) {
  Session& session = *context.session;
  const Line line = beginLine(context, static_cast<int>(row.unit.value), kRowHeight,
                              session.selection().unit == row.unit);
  rowTooltip(context, table, row);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const std::string& name = session.plan().unit(row.unit).name;
  const std::string status = statusOf(context, row);
  drawTextFitted(list, context.fonts.body, {line.at.x + 4, line.at.y + 6}, kNameWidth - 8,
                 context.theme.text, name);
  const bool warns = row.falls || row.now.shortfall() > 0;
  drawTextFitted(list, warns ? context.fonts.small_bold : context.fonts.small,
                 {line.at.x + kNameWidth, line.at.y + 7}, kStatusWidth - 6,
                 row.falls ? context.theme.hard
                 : warns   ? context.theme.soft
                           : context.theme.muted,
                 status);
  scale.left += line.at.x;
  std::string counts;
  for (std::size_t y = 0; y < row.years.size(); ++y) {
    drawYear(context, row.years[y],
             {scale.left + static_cast<float>(y) * scale.year_width + 4, line.at.y + 4});
    if (row.years[y].service + row.years[y].terms == 0) continue;
    counts += "; " + std::to_string(table.first_year + static_cast<int>(y)) + ": " +
              countText(context, row.years[y]);
  }
  drawBand(context, table, row, scale, line.at.y + kRowHeight - 8);
  context.tree.addLastItem("forecast", name, status + counts);
  if (line.pressed) {
    context.later([&session, unit = row.unit] { session.chooseUnit(unit); });
  }
}

// Years as column headings, with the totals of the whole plan below them; above the years there is
// room for a deadline.
void drawHead(const Context& context, const ForecastTable& table, const Scale& scale) {
  constexpr float kYearsAt = 16.0F;
  constexpr float kSumsAt = 35.0F;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  std::string counts;
  const std::string legend = std::string(context.tr(Str::forecast_kind_service)) + "/" +
                             std::string(context.tr(Str::forecast_kind_term));
  drawRight(context.fonts.caption, at.x + scale.left - 8, at.y + kYearsAt + 1, context.theme.muted,
            legend);
  drawText(list, context.fonts.small_bold, {at.x + 4, at.y + kSumsAt}, context.theme.muted,
           context.tr(Str::plot_all));
  for (std::size_t y = 0; y < table.all.size(); ++y) {
    const float x = at.x + scale.left + static_cast<float>(y) * scale.year_width;
    const std::string year = std::to_string(table.first_year + static_cast<int>(y));
    drawText(list, context.fonts.small_bold, {x + 4, at.y + kYearsAt}, context.theme.muted, year);
    drawYear(context, table.all[y], {x + 4, at.y + kSumsAt});
    counts += (counts.empty() ? "" : "; ") + year + ": " + countText(context, table.all[y]);
  }
  ImGui::Dummy({ImGui::GetContentRegionAvail().x, kHeadHeight});
  list.AddLine({at.x, at.y + kHeadHeight - 1},
               {at.x + ImGui::GetContentRegionAvail().x, at.y + kHeadHeight - 1},
               context.theme.separator);
  context.tree.addLastItem("forecast", context.tr(Str::plot_all), counts);
}

// Lines between years, and the deadline of the selected quota.
void drawLines(const Context& context, const ForecastTable& table, const Scale& scale, ImVec2 min,
               ImVec2 max) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (std::size_t y = 0; y < table.all.size(); ++y) {
    const float x = min.x + scale.left + static_cast<float>(y) * scale.year_width;
    list.AddLine({x, min.y + 16}, {x, max.y}, context.theme.separator);
  }
  for (const Deadline& deadline : table.forecast.deadlines) {
    if (deadline.quota != context.session->quotaId() || deadline.by < table.forecast.from) continue;
    const float x = min.x + scale.x(deadline.by);
    list.AddLine({x, min.y + 2}, {x, max.y}, context.theme.text, 2.0F);
    const std::string text =
        context.tr(Message{Str::forecast_deadline_short, {{"date", deadline.by}}});
    const float width = measure(context.fonts.caption, text).x;
    drawText(list, context.fonts.caption, {std::min(x + 5, max.x - width - 4), min.y},
             context.theme.text, text);
  }
}

// One row per unit, with the number of ends in each year.
void offerRows(const Context& context, const ForecastTable& forecast) {
  offerTable(context, context.tr(Str::work_forecast), [&context, &forecast](TableText& table) {
    table.cell(context.tr(Str::csv_unit));
    table.cell(context.tr(Str::csv_attained));
    table.cell(context.tr(Str::csv_needed));
    table.cell(context.tr(Str::work_forecast));
    for (std::size_t y = 0; y < forecast.all.size(); ++y) {
      const std::string year = std::to_string(forecast.first_year + static_cast<int>(y));
      table.cell(std::string(context.tr(Str::forecast_kind_service)) + " " + year);
      table.cell(std::string(context.tr(Str::forecast_kind_term)) + " " + year);
    }
    table.endRow();
    for (const ForecastRow& row : forecast.rows) {
      table.cell(context.session->plan().unit(row.unit).name);
      table.number(row.now.attained);
      table.number(row.now.needed);
      table.cell(statusOf(context, row));
      for (const YearCount& year : row.years) {
        table.number(year.service);
        table.number(year.terms);
      }
      table.endRow();
    }
  });
}

}  // namespace

void drawForecastGrid(const Context& context, const ForecastTable& table, ImVec2 size) {
  constexpr float kLeastYear = 48.0F;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::BeginChild("grid", size, 0,
                    ImGuiWindowFlags_HorizontalScrollbar | ImGuiWindowFlags_NavFlattened);
  ImGui::PopStyleVar();
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  Scale scale{.left = kNameWidth + kStatusWidth, .first_year = table.first_year};
  const auto years = static_cast<float>(table.all.size());
  const float room = size.x - scale.left - ImGui::GetStyle().ScrollbarSize;
  scale.year_width = std::max(kLeastYear, room / years);
  const float whole = scale.left + scale.year_width * years;
  ImGui::BeginChild("wide", {whole + ImGui::GetStyle().ScrollbarSize, 0.0F}, 0,
                    ImGuiWindowFlags_NavFlattened);
  offerRows(context, table);
  const ImVec2 min = ImGui::GetCursorScreenPos();
  drawHead(context, table, scale);
  beginList("rows", ImGui::GetContentRegionAvail());
  const WidgetTree::Scope list(context.tree, "list", {}, static_cast<int>(table.rows.size()));
  listLines(context, table.rows.size(), kRowHeight,
            [&](std::size_t i) { drawRow(context, table, table.rows[i], scale); });
  endList();
  const float bottom = ImGui::GetWindowPos().y + ImGui::GetWindowHeight();
  drawLines(context, table, scale, min, {min.x + whole, bottom});
  endChild();
  ImGui::PopStyleVar();
  endChild();
}

}  // namespace cadre::ui
