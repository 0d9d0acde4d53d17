#include "analysis/forecast.h"

#include <algorithm>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "core/memo.h"
#include "core/stable_sort.h"
#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/layout.h"
#include "kit/list_lines.h"
#include "kit/text.h"
#include "ui/marks/attainment.h"
#include "ui/seat.h"
#include "ui/table_copy.h"
#include "ui/view_memory.h"
#include "ui/views/pieces.h"
#include "ui/views/view.h"
#include "ui/views/views.h"

namespace cadre::ui {

namespace {

using text::Str;

// What ends in one year.
struct YearCount {
  int service = 0;
  int terms = 0;
};

struct ForecastRow {
  UnitId unit;
  std::size_t cell = 0;  // place in Forecast::cells
  Cell now;              // in the chosen entry
  std::optional<Date> falls;
  std::vector<YearCount> years;
};

constexpr float kRowHeight = 34.0F;
constexpr float kNameWidth = 124.0F;
constexpr float kStatusWidth = 124.0F;
constexpr float kHeadHeight = 56.0F;
constexpr float kLeaveHeight = 40.0F;

}  // namespace

// The forecast of the chosen scenario as the view shows it, kept while its question is the same.
struct ForecastTable {
  Forecast forecast;
  int first_year = 0;
  std::vector<ForecastRow> rows;  // what falls first, then what is below, then the rest
  std::vector<YearCount> all;
  YearCount sum;
  int last_terms = 0;
  int falling = 0;
  std::vector<UnitId> group_of;  // by leave
};

struct ForecastMemory {
  int years = 5;            // beyond the last round
  bool last_terms = false;  // one whose last term has run out counts as gone
  // By revision, scenario, entry, quota and the two above.
  Memo<ForecastTable, std::tuple<std::uint64_t, std::string, std::size_t, std::string, int, bool>>
      table;
};

namespace {

ForecastTable tableOf(const Session& session, const ForecastMemory& memory) {
  ForecastTable out;
  const Timeline& timeline = session.timeline();
  const Date horizon = addMonths(timeline.rounds.back().date, memory.years * 12);
  out.forecast =
      forecast(session.plan(), timeline, horizon, {.last_terms_open_posts = memory.last_terms});
  out.first_year = out.forecast.from.year;
  const auto years = static_cast<std::size_t>(out.forecast.horizon.year - out.first_year) + 1;
  out.all.resize(years);
  std::vector<std::size_t> row_of(session.plan().structure->units.size(), SIZE_MAX);
  const Date now = session.state().date;
  for (std::size_t i = 0; i < out.forecast.cells.size(); ++i) {
    const CellForecast& cell = out.forecast.cells[i];
    if (cell.quota != session.quotaId()) continue;
    row_of[cell.unit.index()] = out.rows.size();
    out.rows.push_back({cell.unit, i, session.state().cells[i], cell.fallsBelow(now),
                        std::vector<YearCount>(years)});
    if (out.rows.back().falls) ++out.falling;
  }
  for (const Leave& leave : out.forecast.leaves) {
    const UnitId group = session.groupOf(leave.post);
    out.group_of.push_back(group);
    const bool is_service = leave.kind == LeaveKind::kServiceEnds;
    const auto year = static_cast<std::size_t>(leave.date.year - out.first_year);
    const auto add = [&](YearCount& count) { ++(is_service ? count.service : count.terms); };
    add(out.sum);
    add(out.all[year]);
    if (leave.kind == LeaveKind::kLastTermEnds) ++out.last_terms;
    const std::size_t row = group ? row_of[group.index()] : SIZE_MAX;
    if (row != SIZE_MAX) add(out.rows[row].years[year]);
  }
  const auto rank = [](const ForecastRow& row) {
    return row.falls ? 0 : row.now.shortfall() > 0 ? 1 : 2;
  };
  stableSort(out.rows, [&](const auto& a, const auto& b) {
    if (rank(a) != rank(b)) return rank(a) < rank(b);
    return a.falls && *a.falls < *b.falls;
  });
  return out;
}

const ForecastTable& cachedTable(const Context& context) {
  const Session& session = *context.session;
  ForecastMemory& memory = context.memory.of<ForecastMemory>();
  const Selection& selection = session.selection();
  return memory.table.of({session.revision(), selection.scenario, session.entry(), selection.quota,
                          memory.years, memory.last_terms},
                         [&] { return tableOf(session, memory); });
}

// Where days stand along the years.
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

// "3/12": service that ends, then terms; nothing where nothing ends.
void drawYear(const Context& context, YearCount count, ImVec2 at) {
  if (count.service + count.terms == 0) return;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const std::string service = context.count(count.service);
  drawText(list, context.fonts.small_bold, at,
           count.service > 0 ? context.theme.text : context.theme.muted, service);
  drawText(list, context.fonts.small, {at.x + measure(context.fonts.small_bold, service).x, at.y},
           context.theme.muted, "/" + context.count(count.terms));
}

// A thin band: filled while the cell is reached, a broken line while it is below (darker where it
// once was reached), and a sign where it falls.
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

// Years above the rows, with the sums over the whole plan under them; above the years there is
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

// Lines between years, and the day on which the chosen quota is due.
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

// A line for each unit, what ends in each year beside it.
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

// Who leaves or ends a term: those at these places.
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

void drawGrid(const Context& context, const ForecastTable& table, ImVec2 size) {
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

// Who leaves or ends a term in the chosen unit, by date.
void drawLeaves(const Context& context, const ForecastTable& table) {
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
  const ForecastTable& table = cachedTable(context);
  drawSums(context, table);
  ImGui::Dummy({0, 2});
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const float list_width = std::clamp(room.x * kListShare, 190.0F, 320.0F);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  drawGrid(context, table, {room.x - list_width - kGrid, room.y});
  ImGui::SetCursorScreenPos({start.x + room.x - list_width, start.y});
  ImGui::BeginChild("list", {list_width, room.y}, 0, ImGuiWindowFlags_NavFlattened);
  drawLeaves(context, table);
  endChild();
  endPanel();
}

}  // namespace

const ViewInfo kForecastView = {.command = "go.forecast",
                                .title = text::Str::work_forecast,
                                .icon = icons::kIconClock,
                                .draw = drawForecast};

}  // namespace cadre::ui
