// The board: the selected quota and its attainment, the filters, and the rows.

#include <algorithm>
#include <string>
#include <vector>

#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/fields.h"
#include "kit/layout.h"
#include "kit/text.h"
#include "ui/fields.h"
#include "ui/keyboard_memory.h"
#include "ui/marks/attainment.h"
#include "ui/view_memory.h"
#include "ui/views/board/board_drag.h"
#include "ui/views/board/board_memory.h"
#include "ui/views/board/board_rows.h"
#include "ui/views/board/board_seat.h"
#include "ui/views/copied_tables.h"
#include "ui/views/view.h"
#include "ui/views/views.h"

namespace cadre::ui {
namespace {

using text::Str;

constexpr float kUnitShare = 0.27F;  // share of the width used for unit names

// Touch needs larger targets: including the gaps, a seat is then 41 high.
float rowHeight() {
  constexpr float kForMouse = 34.0F;
  constexpr float kForFingers = 44.0F;
  return (ImGui::GetIO().ConfigFlags & ImGuiConfigFlags_IsTouchScreen) != 0 ? kForFingers
                                                                            : kForMouse;
}

// The quota cell summed over all units shown.
Cell shownCell(const Session& session, bool whole_plan) {
  Cell sum;
  const QuotaId quota = session.quotaId();
  for (const Cell& cell : session.state().cells) {
    if (cell.quota != quota || (!whole_plan && cell.unit != session.selection().unit)) continue;
    sum.attained += cell.attained;
    sum.posts += cell.posts;
    sum.needed += cell.needed;
    sum.vacant += cell.vacant;
  }
  return sum;
}

void drawHeader(const Context& context) {
  Session& session = *context.session;
  BoardMemory& memory = context.memory.of<BoardMemory>();
  const UnitId unit = session.selection().unit;
  const bool whole = memory.whole_plan || !unit;
  const Cell cell = shownCell(session, whole);
  const std::string title =
      whole ? std::string(context.tr(Str::board_whole)) : session.plan().unit(unit).name;
  const ImVec2 start = ImGui::GetCursorScreenPos();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float width = ImGui::GetContentRegionAvail().x;
  const std::string ratio = ratioText(context, cell);
  const ImVec2 ratio_size = measure(context.fonts.figure, ratio);
  const std::string balance = balanceWords(context, cell);
  constexpr float kMostBar = 150.0F;
  constexpr float kLeastBar = 40.0F;
  constexpr float kShareWidth = 58.0F;
  // The name and the figures keep their width; the bar shrinks first.
  const float figures =
      ratio_size.x + kShareWidth + measure(context.fonts.small_bold, balance).x + 52.0F;
  const float bar_width =
      std::clamp(width - figures - measure(context.fonts.heading, title).x, kLeastBar, kMostBar);
  const float name_room = std::max(80.0F, width - figures - bar_width);
  drawTextFitted(list, context.fonts.heading, {start.x, start.y + 4}, name_room, context.theme.text,
                 title);
  const float name_width = std::min(measure(context.fonts.heading, title).x, name_room);
  float x = start.x + name_width + 20;
  drawText(list, context.fonts.figure, {x, start.y - 6}, context.theme.text, ratio);
  x += ratio_size.x + 16;
  drawAttainmentBar(list, context, cell, {x, start.y + 9}, {x + bar_width, start.y + 23});
  x += bar_width + 12;
  drawText(list, context.fonts.body_bold, {x, start.y + 6}, context.theme.text,
           context.percent(cell.attained, cell.posts));
  drawText(list, context.fonts.small_bold, {x + kShareWidth, start.y + 8},
           cell.shortfall() > 0 ? context.theme.hard : context.theme.good, balance);
  ImGui::Dummy({width, 32});
  Widget& widget = context.tree.addLastItem("heading", title, ratio);
  widget.name = title + ": " + ratio + ", " + balance;
  widget.level = 2;
}

void drawFilters(const Context& context) {
  BoardMemory& memory = context.memory.of<BoardMemory>();
  const auto filters = {context.tr(Str::filter_all), context.tr(Str::sign_local_short),
                        context.tr(Str::sign_non_local_short), context.tr(Str::sign_vacant),
                        context.tr(Str::filter_changed)};
  const auto scopes = {context.tr(Str::board_one), context.tr(Str::board_whole_short)};
  constexpr float kLeastSearch = 110.0F;
  constexpr float kMostSearch = 210.0F;
  constexpr float kLine = 36.0F;
  Row row(kLine);
  const float chips = segmentedWidth(context, filters) + 8;
  const float scope_width = segmentedWidth(context, scopes) + 8;
  const bool one_line = row.room() - chips - scope_width >= kLeastSearch;
  row.next(32);
  focusIfWished(context, FocusWish::kBoardSearch);
  textField(context, context.tr(Str::board_search), context.tr(Str::board_search_hint),
            memory.search,
            std::clamp(row.room() - scope_width - (one_line ? chips : 0), kLeastSearch,
                       one_line ? kMostSearch : 1000.0F),
            FieldKind::kSearch);
  const auto draw_scope = [&] {
    row.next(kSegmentHeight, 8);
    memory.whole_plan =
        segmented(context, context.tr(Str::a11y_scope), scopes, memory.whole_plan ? 1 : 0) == 1;
  };
  if (!one_line) {
    draw_scope();
    row.end();
    row = Row(kLine);
  }
  row.next(kSegmentHeight, 8);
  memory.filter = static_cast<BoardFilter>(
      segmented(context, context.tr(Str::a11y_filter), filters, static_cast<int>(memory.filter)));
  if (one_line) draw_scope();
  row.end();
}

struct Columns {
  float left;
  float unit_width;
  float seat_width;
};

void drawRow(const Context& context, const BoardRow& row, const Columns& columns, float y) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Plan& plan = context.session->plan();
  const float right =
      columns.left + columns.unit_width + columns.seat_width * static_cast<float>(row.seats.size());
  if (row.is_heading) {
    drawText(list, context.fonts.small_bold,
             {columns.left + 4, y + (rowHeight() - sizeOf(context.fonts.small_bold)) / 2 - 1.5F},
             context.theme.muted, plan.unit(row.unit).name);
    context.tree.add("rowheader", plan.unit(row.unit).name, {}, {columns.left, y},
                     {right, y + rowHeight()});
    return;
  }
  if (row.names_unit) {
    context.tree.add("rowheader", plan.unit(row.unit).name, {}, {columns.left, y},
                     {columns.left + columns.unit_width, y + rowHeight()});
    const bool cut = drawTextFitted(
        list, context.fonts.body,
        {columns.left + 4, y + (rowHeight() - sizeOf(context.fonts.body)) / 2 - 2.5F},
        columns.unit_width - 8, context.theme.text, plan.unit(row.unit).name);
    if (cut &&
        ImGui::IsMouseHoveringRect({columns.left, y},
                                   {columns.left + columns.unit_width, y + rowHeight()}) &&
        ImGui::IsWindowHovered()) {
      ImGui::SetTooltip("%s", plan.unit(row.unit).name.c_str());
    }
  }
  list.AddLine({columns.left, y + rowHeight() - 0.5F}, {right, y + rowHeight() - 0.5F},
               context.theme.separator);
  for (std::size_t i = 0; i < row.seats.size(); ++i) {
    if (!row.seats[i]) continue;
    const float x = columns.left + columns.unit_width + columns.seat_width * static_cast<float>(i);
    drawSeat(context, row.seats[i], {x + 2, y + 1},
             {x + columns.seat_width - 2, y + rowHeight() - 2});
  }
}

void drawTitles(const Context& context, const std::vector<TitleId>& titles, const Columns& columns,
                float y) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Plan& plan = context.session->plan();
  const WidgetTree::Scope row(context.tree, "row", 0);
  drawText(list, context.fonts.small_bold, {columns.left + 4, y + 5}, context.theme.muted,
           context.tr(Str::column_unit));
  context.tree.add("columnheader", context.tr(Str::column_unit), {}, {columns.left, y},
                   {columns.left + columns.unit_width, y + 26});
  for (std::size_t i = 0; i < titles.size(); ++i) {
    const float x = columns.left + columns.unit_width + columns.seat_width * static_cast<float>(i);
    const std::string& title =
        plan.structure->title(titles[i]).name.in(context.preferences.language);
    drawTextFitted(list, context.fonts.small_bold, {x + 30, y + 5}, columns.seat_width - 34,
                   context.theme.muted, title);
    context.tree.add("columnheader", title, {}, {x, y}, {x + columns.seat_width, y + 26});
  }
  const float right =
      columns.left + columns.unit_width + columns.seat_width * static_cast<float>(titles.size());
  list.AddLine({columns.left, y + 26}, {right, y + 26}, context.theme.separator);
}

void scrollTo(const std::vector<BoardRow>& rows, PostId post, float view_height) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (std::find(rows[i].seats.begin(), rows[i].seats.end(), post) == rows[i].seats.end()) {
      continue;
    }
    const float y = static_cast<float>(i) * rowHeight();
    const float now = ImGui::GetScrollY();
    if (y < now || y + rowHeight() > now + view_height) ImGui::SetScrollY(y - view_height / 2);
    return;
  }
}

void drawRows(const Context& context) {
  const std::vector<TitleId> titles = boardTitles(context.session->plan());
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x - ImGui::GetStyle().ScrollbarSize;
  constexpr float kLeastSeat = 170.0F;
  const float unit_width = std::max(110.0F, width * kUnitShare);
  const float share =
      titles.empty() ? width : (width - unit_width) / static_cast<float>(titles.size());
  Columns columns{start.x, unit_width, std::max(kLeastSeat, share)};
  const std::vector<BoardRow>& rows = boardRows(context);
  const WidgetTree::Scope table(context.tree, "table", context.tr(Str::a11y_board),
                                static_cast<int>(rows.size()) + 1);
  drawTitles(context, titles, columns, start.y);
  ImGui::SetCursorScreenPos({start.x, start.y + 28});
  if (rows.empty()) {
    paragraph(
        context, context.fonts.body, context.theme.muted,
        context.tr(context.memory.of<BoardMemory>().search.empty() ? Str::board_empty
                                                                   : Str::board_nothing_found));
    return;
  }
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::BeginChild("rows", ImGui::GetContentRegionAvail(), 0,
                    ImGuiWindowFlags_HorizontalScrollbar | ImGuiWindowFlags_NavFlattened);
  ImGui::PopStyleVar();
  const ImVec2 view_min = ImGui::GetWindowPos();
  const ImVec2 view_max = {view_min.x + ImGui::GetWindowWidth(),
                           view_min.y + ImGui::GetWindowHeight()};
  offerBoard(context, rows);
  BoardMemory& memory = context.memory.of<BoardMemory>();
  if (memory.reveal) {
    scrollTo(rows, memory.reveal, ImGui::GetWindowHeight());
    memory.reveal = PostId{};
  }
  scrollWhileDragging(context, view_min, view_max);
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  columns.left = origin.x;
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(rows.size()), rowHeight());
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const WidgetTree::Scope row(context.tree, "row", i + 1);
      drawRow(context, rows[static_cast<std::size_t>(i)], columns,
              origin.y + static_cast<float>(i) * rowHeight());
    }
  }
  ImGui::SetCursorScreenPos(
      {origin.x, origin.y + static_cast<float>(rows.size()) * rowHeight() - 1});
  ImGui::Dummy({columns.unit_width + columns.seat_width * static_cast<float>(titles.size()), 1});
  endChild();
}

void drawBoard(const Context& context, ImVec2 min, ImVec2 max) {
  beginPanel(context, "board", min, max);
  drawHeader(context);
  drawFilters(context);
  drawRows(context);
  endPanel();
}

}  // namespace

const ViewInfo kBoardView = {.command = "go.board",
                             .title = text::Str::work_board,
                             .icon = icons::kIconUsers,
                             .draw = drawBoard,
                             .with_inspector = true};

}  // namespace cadre::ui
