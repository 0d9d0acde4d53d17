#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <string>
#include <utility>

#include "core/stable_sort.h"
#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/focus.h"
#include "kit/layout.h"
#include "kit/menus.h"
#include "kit/press_area.h"
#include "kit/text.h"
#include "kit/zoom.h"
#include "text/fold.h"
#include "ui/marks/attainment.h"
#include "ui/table_copy.h"
#include "ui/view_memory.h"
#include "ui/views/board/board_memory.h"
#include "ui/views/pieces.h"
#include "ui/views/proposal/parts.h"
#include "ui/views/views.h"

namespace cadre::ui {
namespace {

struct MapMemory {
  Zoom map_zoom;
  // A district that something is dragged over, and since when: it opens after a moment.
  UnitId hovered_group;
  double hovered_since = 0;
};

using text::Str;

// Drag something over a unit for this long and it opens.
constexpr double kSpringSeconds = 0.35;

struct Group {
  UnitId unit;
  Cell cell;
};

std::vector<Group> groupsOf(const Session& session) {
  std::vector<Group> out;
  const QuotaId quota = session.quotaId();
  for (const Cell& cell : session.state().cells) {
    if (cell.quota == quota) out.push_back({cell.unit, cell});
  }
  if (!quota) {
    for (const UnitId unit : session.groups()) out.push_back({unit, Cell{}});
  }
  return out;
}

std::string proposedText(const Context& context, const UnitProposal& proposed) {
  return context.tr(Message{Str::propose_tile,
                            {{"count", std::int64_t{proposed.moves}},
                             {"before", ratioText(context, proposed.before)},
                             {"after", ratioText(context, proposed.after)}}});
}

// "Huyện Thanh Trì: 17/32, đạt chỉ tiêu".
std::string spokenGroup(const Context& context, const Group& group) {
  const Cell& cell = group.cell;
  std::string out = context.session->plan().unit(group.unit).name;
  if (!cell.quota) return out;
  return out + ": " + ratioText(context, cell) + ", " + reachedWords(context, cell);
}

void groupTooltip(const Context& context, const Group& group) {
  if (!ImGui::IsItemHovered() || ImGui::GetDragDropPayload() != nullptr) return;
  const Plan& plan = context.session->plan();
  const Cell& cell = group.cell;
  if (!ImGui::BeginTooltip()) return;
  label(context, context.fonts.body_bold, context.theme.text, plan.unit(group.unit).name);
  label(context, context.fonts.body, context.theme.text,
        ratioText(context, cell) + " = " + context.percent(cell.attained, cell.posts));
  label(context, context.fonts.small, context.theme.muted,
        context.tr(Message{
            cell.shortfall() > 0 ? Str::cell_needed_short : Str::cell_needed_surplus,
            {{"needed", std::int64_t{cell.needed}},
             {"count", std::int64_t{cell.shortfall() > 0 ? cell.shortfall() : cell.surplus()}}}}));
  if (const std::optional<UnitProposal> proposed = proposedFor(context, group.unit)) {
    label(context, context.fonts.small_bold, context.theme.accent,
          proposedText(context, *proposed));
  }
  if (cell.vacant + cell.unknown > 0) {
    label(context, context.fonts.small, context.theme.muted,
          context.tr(Message{
              Str::cell_vacant_unknown,
              {{"vacant", std::int64_t{cell.vacant}}, {"unknown", std::int64_t{cell.unknown}}}}));
  }
  ImGui::EndTooltip();
}

// Selects on a click, and after a moment while something is dragged over it.
void openOnClickOrDrag(const Context& context, UnitId unit, bool clicked) {
  Session& session = *context.session;
  const auto open = [&context, &session, unit] {
    context.memory.of<BoardMemory>().whole_plan = false;
    session.chooseUnit(unit);
  };
  if (clicked) context.later(open);
  const bool dragging = ImGui::GetDragDropPayload() != nullptr;
  if (!dragging || !ImGui::IsMouseHoveringRect(ImGui::GetItemRectMin(), ImGui::GetItemRectMax())) {
    return;
  }
  MapMemory& memory = context.memory.of<MapMemory>();
  if (memory.hovered_group != unit) {
    memory.hovered_group = unit;
    memory.hovered_since = ImGui::GetTime();
  }
  const double rested = ImGui::GetTime() - memory.hovered_since;
  if (rested >= kSpringSeconds) {
    if (session.selection().unit != unit) context.later(open);
  } else {
    context.host.requestFrameIn(static_cast<int>((kSpringSeconds - rested) * 1000.0) + 20);
  }
}

struct Grid {
  std::vector<Tile> places;  // by group
  std::int32_t columns = 1;
  std::int32_t rows = 1;
};

// Tiles where the plan says; units without one follow below, row by row.
Grid gridOf(const Plan& plan, const std::vector<Group>& groups) {
  constexpr std::int32_t kColumnsWithoutMap = 6;
  Grid grid;
  Tile least{INT32_MAX, INT32_MAX};
  Tile most{INT32_MIN, INT32_MIN};
  for (const Group& group : groups) {
    const std::optional<Tile> tile = plan.unit(group.unit).tile;
    if (!tile) continue;
    least = {std::min(least.column, tile->column), std::min(least.row, tile->row)};
    most = {std::max(most.column, tile->column), std::max(most.row, tile->row)};
  }
  const bool has_map = most.column >= least.column;
  grid.columns = has_map ? std::min(most.column - least.column + 1, 64) : kColumnsWithoutMap;
  std::int32_t next = 0;
  const std::int32_t first_row = has_map ? std::min(most.row - least.row + 1, 64) : 0;
  std::int32_t rows = first_row;
  for (const Group& group : groups) {
    const std::optional<Tile> tile = plan.unit(group.unit).tile;
    if (tile) {
      grid.places.push_back(
          {std::min(tile->column - least.column, 63), std::min(tile->row - least.row, 63)});
    } else {
      grid.places.push_back({next % grid.columns, first_row + next / grid.columns});
      ++next;
    }
    rows = std::max(rows, grid.places.back().row + 1);
  }
  grid.rows = std::max(rows, 1);
  return grid;
}

// "17/32 ✓" or "14/48 −10", centred; in smaller type where the tile is narrow, and the count alone
// where even that does not fit.
void drawCount(const Context& context, ImVec2 at, float width, ImU32 ink, std::string_view count,
               std::string_view mark) {
  constexpr float kGap = 3.0F;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImFont* mark_font = context.fonts.caption;
  const float mark_width = kGap + measure(mark_font, mark).x;
  const ImFont* font = context.fonts.small_bold;
  if (measure(font, count).x + mark_width > width) font = context.fonts.caption;
  float whole = measure(font, count).x + mark_width;
  const bool both = whole <= width;
  if (!both) font = context.fonts.small_bold;
  if (!both) whole = measure(font, count).x;
  const float x = at.x + (width - whole) / 2;
  const float drop = font == mark_font ? 1.0F : 0.0F;
  drawText(list, font, {x, at.y + drop}, ink, count);
  if (both) drawText(list, mark_font, {x + whole - mark_width + kGap, at.y + 1}, ink, mark);
}

// Over the corner of a tile: how many posts the proposal gives to others.
void drawBadge(const Context& context, std::int32_t count, ImVec2 corner) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const std::string text = context.count(count);
  const ImVec2 size = measure(context.fonts.caption, text);
  const float half = std::max(size.x / 2 + 4, 8.0F);
  const ImVec2 center = {corner.x - half + 4, corner.y + 2};
  list.AddRectFilled({center.x - half, center.y - 8}, {center.x + half, center.y + 8},
                     context.theme.accent, 8.0F);
  drawText(list, context.fonts.caption, {center.x - size.x / 2, center.y - size.y / 2},
           context.theme.on_accent, text);
}

void drawTile(const Context& context, const Group& group, ImVec2 min, ImVec2 max, bool chosen) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Theme& theme = context.theme;
  const ImU32 surface = attainmentColor(group.cell.attained, group.cell.needed);
  const ImU32 ink = readableOn(surface);
  list.AddRectFilled(min, max, surface, 5.0F);
  constexpr float kInset = 2.0F;
  const float width = max.x - min.x - 2 * kInset;
  const std::string_view name = shortName(context.session->plan().unit(group.unit).name);
  const ImFont* font = context.fonts.caption;
  const float line = sizeOf(font) + 0.5F;
  const std::string count = ratioText(context, group.cell);
  const ImVec2 count_size = measure(context.fonts.small_bold, count);
  const float count_y = max.y - count_size.y - 3;
  float y = min.y + 1;
  const auto centered = [&](std::string_view part) {
    const float w = std::min(measure(font, part).x, width);
    drawTextFitted(list, font, {min.x + kInset + (width - w) / 2, y}, width + 1, ink, part);
    y += line;
  };
  const bool two_lines = measure(font, name).x > width && y + 2 * line <= count_y + 2;
  const std::size_t space = name.rfind(' ');
  if (two_lines && space != std::string_view::npos) {
    // Break where the longer half is shortest.
    std::size_t best = space;
    for (std::size_t at = name.find(' '); at != std::string_view::npos;
         at = name.find(' ', at + 1)) {
      const auto longer = [&](std::size_t cut) { return std::max(cut, name.size() - cut); };
      if (longer(at) < longer(best)) best = at;
    }
    centered(name.substr(0, best));
    centered(name.substr(best + 1));
  } else {
    y += (count_y - y - line) / 2;
    centered(name);
  }
  // With a proposal on screen "14→24" says what it would come to.
  const std::optional<UnitProposal> proposed = proposedFor(context, group.unit);
  const bool changes = proposed && proposed->before.attained != proposed->after.attained;
  constexpr float kRoomForBoth = 44.0F;
  const bool is_narrow = width < kRoomForBoth;
  std::string shown = count;
  if (changes) {
    shown = (is_narrow ? std::string() : context.count(proposed->before.attained)) + "→" +
            context.count(proposed->after.attained);
  }
  drawCount(context, {min.x + kInset, count_y}, width, ink, shown,
            balanceText(changes ? proposed->after : group.cell));
  if (chosen) {
    list.AddRect({min.x - 1.5F, min.y - 1.5F}, {max.x + 1.5F, max.y + 1.5F}, theme.text, 6.0F, 0,
                 3.0F);
  } else if (ImGui::IsItemHovered()) {
    list.AddRect(min, max, theme.accent, 5.0F, 0, 2.0F);
  }
  if (proposed && proposed->moves > 0 && !is_narrow)
    drawBadge(context, proposed->moves, {max.x, min.y});
}

void drawArrow(ImDrawList& list, ImVec2 from, ImVec2 to, ImU32 color, float weight) {
  const ImVec2 d = {to.x - from.x, to.y - from.y};
  const float length = std::sqrt(d.x * d.x + d.y * d.y);
  if (length < 1.0F) return;
  const ImVec2 u = {d.x / length, d.y / length};
  constexpr float kShorten = 14.0F;  // the counts in the tiles stay readable
  constexpr float kHead = 8.0F;
  const ImVec2 a = {from.x + u.x * kShorten, from.y + u.y * kShorten};
  const ImVec2 b = {to.x - u.x * kShorten, to.y - u.y * kShorten};
  // A little to the side, so that both directions of a swap are seen.
  const ImVec2 side = {-u.y * 3.0F, u.x * 3.0F};
  const ImVec2 start = {a.x + side.x, a.y + side.y};
  const ImVec2 tip = {b.x + side.x, b.y + side.y};
  list.AddLine(start, {tip.x - u.x * kHead, tip.y - u.y * kHead}, color, weight);
  const ImVec2 base = {tip.x - u.x * kHead, tip.y - u.y * kHead};
  list.AddTriangleFilled(tip, {base.x - u.y * kHead / 2, base.y + u.x * kHead / 2},
                         {base.x + u.y * kHead / 2, base.y - u.x * kHead / 2}, color);
}

// Moves from one unit to another: of the proposal on screen, or else of the chosen round.
std::map<std::pair<UnitId, UnitId>, int> flowsOf(const Context& context) {
  const Session& session = *context.session;
  std::map<std::pair<UnitId, UnitId>, int> flows;
  if (const ProposalPreview* preview = shownPreview(context)) {
    for (const ProposedLine& line : preview->diff.lines) {
      if (line.kind == Proposed::kDropped || preview->accepted[line.group] == 0) continue;
      const UnitId from = session.groupOf(line.from);
      const UnitId to = session.groupOf(line.to);
      if (from && to && from != to) ++flows[{from, to}];
    }
    return flows;
  }
  const Round* round = session.round();
  if (round == nullptr) return flows;
  const RoundState& state = session.state();
  for (std::size_t i = 0; i < round->moves.size(); ++i) {
    if (state.happened[i] == 0) continue;
    const UnitId from = session.groupOf(state.before.firstPost(round->moves[i].cadre));
    const UnitId to = session.groupOf(round->moves[i].to);
    if (from && to && from != to) ++flows[{from, to}];
  }
  return flows;
}

// What the list shows, as it is copied.
void offerGroups(const Context& context, const std::vector<Group>& groups) {
  const Quota* quota = context.session->quota();
  const std::string name = quota == nullptr ? std::string(context.tr(Str::a11y_districts))
                                            : quota->name.in(context.preferences.language);
  offerTable(context, name, [&context, groups](TableText& table) {
    table.heading(
        context, {Str::csv_unit, Str::csv_attained, Str::csv_posts, Str::csv_share, Str::csv_needed,
                  Str::csv_shortfall, Str::csv_surplus, Str::csv_vacant, Str::csv_unknown});
    for (const auto& [unit, cell] : groups) {
      table.cell(context.session->plan().unit(unit).name);
      table.number(cell.attained);
      table.number(cell.posts);
      table.cell(context.percent(cell.attained, cell.posts));
      table.number(cell.needed);
      table.number(cell.shortfall());
      table.number(cell.surplus());
      table.number(cell.vacant);
      table.number(cell.unknown);
      table.endRow();
    }
  });
}

bool tileHasFocus(const Group& group) {
  ImGui::PushID(static_cast<int>(group.unit.value));
  const bool has_focus = hasFocus("tile");
  ImGui::PopID();
  return has_focus;
}

void drawMap(const Context& context, const std::vector<Group>& groups) {
  const Session& session = *context.session;
  const Grid grid = gridOf(session.plan(), groups);
  const ImVec2 room = ImGui::GetContentRegionAvail();
  constexpr float kGap = 3.0F;
  const float width = std::clamp(room.x / static_cast<float>(grid.columns), 30.0F, 120.0F);
  const float height = std::clamp(room.y / static_cast<float>(grid.rows), 30.0F, 64.0F);
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  const ImVec2 corner = {origin.x + room.x, origin.y + room.y};
  Zoom& zoom = context.memory.of<MapMemory>().map_zoom;
  const bool moved = takeZoom(context, origin, corner, zoom);
  ImGui::PushClipRect({origin.x - kGap, origin.y - kGap}, {corner.x + kGap, corner.y + kGap}, true);
  offerGroups(context, groups);
  const bool has_focus = std::any_of(groups.begin(), groups.end(), tileHasFocus);
  std::map<UnitId, ImVec2> centers;
  const WidgetTree::Scope tiles(context.tree, "list", context.tr(Str::a11y_map));
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const ImVec2 min = zoom.place({origin.x + static_cast<float>(grid.places[i].column) * width,
                                   origin.y + static_cast<float>(grid.places[i].row) * height},
                                  origin);
    const ImVec2 max = {min.x + width * zoom.scale - kGap, min.y + height * zoom.scale - kGap};
    ImGui::SetCursorScreenPos(min);
    ImGui::PushID(static_cast<int>(groups[i].unit.value));
    const bool is_chosen = session.selection().unit == groups[i].unit;
    const TabStop stop(!has_focus && (is_chosen || (!session.selection().unit && i == 0)));
    const bool clicked = pressArea("tile", {max.x - min.x, max.y - min.y});
    drawTile(context, groups[i], min, max, is_chosen);
    openOnClickOrDrag(context, groups[i].unit, clicked && !moved);
    groupTooltip(context, groups[i]);
    const std::optional<UnitProposal> proposed = proposedFor(context, groups[i].unit);
    const std::string proposal = proposed ? "; " + proposedText(context, *proposed) : "";
    const std::string& name = session.plan().unit(groups[i].unit).name;
    Widget& widget =
        context.tree.addLastItem("tile", name, ratioText(context, groups[i].cell) + proposal);
    widget.name = spokenGroup(context, groups[i]) + proposal;
    widget.selected = has(is_chosen);
    ImGui::PopID();
    centers[groups[i].unit] = {(min.x + max.x) / 2, (min.y + max.y) / 2};
  }
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (const auto& [ends, count] : flowsOf(context)) {
    const auto from = centers.find(ends.first);
    const auto to = centers.find(ends.second);
    if (from == centers.end() || to == centers.end()) continue;
    const float weight = std::min(5.0F, 1.5F + static_cast<float>(count) * 0.5F);
    drawArrow(list, from->second, to->second, withAlpha(context.theme.text, 0.75F), weight);
  }
  ImGui::PopClipRect();
  drawZoomReset(context, origin, corner, zoom);
}

enum Column : ImGuiID { kName, kBar, kCount, kPercent, kBalance, kVacant };

void sortGroups(const Context& context, std::vector<Group>& groups) {
  const ImGuiTableSortSpecs* specs = ImGui::TableGetSortSpecs();
  if (specs == nullptr || specs->SpecsCount == 0) return;
  const Plan& plan = context.session->plan();
  const ImGuiTableColumnSortSpecs& spec = specs->Specs[0];
  const auto keyOf = [&](const Group& group) -> std::int64_t {
    const Cell& cell = group.cell;
    switch (spec.ColumnUserID) {
      case kCount:
        return cell.attained;
      case kBar:
      case kPercent:
        return permille(cell.attained, cell.posts);
      case kBalance:
        return cell.attained - cell.needed;
      case kVacant:
        return cell.vacant;
      default:
        return 0;
    }
  };
  const bool descending = spec.SortDirection == ImGuiSortDirection_Descending;
  stableSort(groups, [&](const Group& a, const Group& b) {
    const Group& first = descending ? b : a;
    const Group& second = descending ? a : b;
    if (spec.ColumnUserID == kName) {
      return text::fold(shortName(plan.unit(first.unit).name)) <
             text::fold(shortName(plan.unit(second.unit).name));
    }
    return keyOf(first) < keyOf(second);
  });
}

void rightAligned(const Context& context, const ImFont* font, ImU32 color, std::string_view text) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float room = ImGui::GetContentRegionAvail().x;
  const ImVec2 size = measure(font, text);
  drawText(*ImGui::GetWindowDrawList(), font, {at.x + room - size.x, at.y + 3}, color, text);
  context.tree.add("cell", text, {}, at, {at.x + room, at.y + size.y + 3});
}

// As Dear ImGui does it, and told to the tree.
void drawTableHeads(const Context& context) {
  const WidgetTree::Scope row(context.tree, "row", 0);
  ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
  const ImGuiTableSortSpecs* specs = ImGui::TableGetSortSpecs();
  for (int i = 0; i < ImGui::TableGetColumnCount(); ++i) {
    if (!ImGui::TableSetColumnIndex(i)) continue;
    joinTableToPanel();
    ImGui::PushID(i);
    ImGui::TableHeader(ImGui::TableGetColumnName(i));
    // The bar says the same as the share.
    const bool sorts =
        specs != nullptr && specs->SpecsCount > 0 && specs->Specs[0].ColumnIndex == i;
    const bool descends = sorts && specs->Specs[0].SortDirection == ImGuiSortDirection_Descending;
    if (i != kBar) {
      context.tree.addLastItem("sort", ImGui::TableGetColumnName(i),
                               !sorts     ? "none"
                               : descends ? "descending"
                                          : "ascending");
    }
    ImGui::PopID();
  }
}

void drawTable(const Context& context, std::vector<Group> groups) {
  const WidgetTree::Scope table(context.tree, "table", context.tr(Str::a11y_districts),
                                static_cast<int>(groups.size()) + 1);
  constexpr ImGuiTableFlags kFlags = ImGuiTableFlags_Sortable | ImGuiTableFlags_ScrollY |
                                     ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_SizingFixedFit;
  if (!ImGui::BeginTable("districts", 6, kFlags)) return;
  joinTableToPanel();
  const auto title = [&](Str key) { return std::string(context.tr(key)); };
  ImGui::TableSetupScrollFreeze(0, 1);
  ImGui::TableSetupColumn(title(Str::column_unit).c_str(), ImGuiTableColumnFlags_WidthStretch, 1.1F,
                          kName);
  ImGui::TableSetupColumn(title(Str::column_attainment).c_str(), ImGuiTableColumnFlags_WidthStretch,
                          0.8F, kBar);
  ImGui::TableSetupColumn(title(Str::column_count).c_str(), 0, 50.0F, kCount);
  ImGui::TableSetupColumn("%", 0, 48.0F, kPercent);
  ImGui::TableSetupColumn(title(Str::column_balance).c_str(),
                          ImGuiTableColumnFlags_DefaultSort | ImGuiTableColumnFlags_NoResize, 40.0F,
                          kBalance);
  ImGui::TableSetupColumn(title(Str::column_vacant).c_str(), 0, 50.0F, kVacant);
  ImGui::PushFont(context.fonts.small);
  drawTableHeads(context);
  ImGui::PopFont();
  sortGroups(context, groups);
  offerGroups(context, groups);
  const Session& session = *context.session;
  int place = 0;
  for (const Group& group : groups) {
    const Cell& cell = group.cell;
    const WidgetTree::Scope line(context.tree, "row", ++place);
    ImGui::TableNextRow(0, 30.0F);
    ImGui::TableNextColumn();
    ImGui::PushID(static_cast<int>(group.unit.value));
    const std::string& name = session.plan().unit(group.unit).name;
    const TabStop stop(stopsInList(session.selection().unit == group.unit));
    const bool clicked = ImGui::Selectable("##row", session.selection().unit == group.unit,
                                           ImGuiSelectableFlags_SpanAllColumns, {0.0F, 24.0F});
    openOnClickOrDrag(context, group.unit, clicked);
    groupTooltip(context, group);
    Widget& widget = context.tree.addLastItem("row", name, ratioText(context, cell));
    widget.name = name;
    widget.selected = has(session.selection().unit == group.unit);
    const ImVec2 min = ImGui::GetItemRectMin();
    drawTextFitted(*ImGui::GetWindowDrawList(), context.fonts.body, {min.x + 4, min.y + 3},
                   ImGui::GetContentRegionAvail().x, context.theme.text, shortName(name));
    ImGui::TableNextColumn();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    drawAttainmentBar(*ImGui::GetWindowDrawList(), context, cell, {at.x, at.y + 6},
                      {at.x + ImGui::GetContentRegionAvail().x, at.y + 18});
    ImGui::TableNextColumn();
    rightAligned(context, context.fonts.body, context.theme.text, ratioText(context, cell));
    ImGui::TableNextColumn();
    rightAligned(context, context.fonts.body, context.theme.text,
                 context.percent(cell.attained, cell.posts));
    ImGui::TableNextColumn();
    rightAligned(context, context.fonts.body_bold,
                 cell.shortfall() > 0 ? context.theme.hard : context.theme.good,
                 cell.shortfall() > 0 ? text::formatSigned(-cell.shortfall())
                 : cell.surplus() > 0 ? text::formatSigned(cell.surplus())
                                      : std::string(icons::kIconCheck));
    ImGui::TableNextColumn();
    rightAligned(context, context.fonts.body, context.theme.muted,
                 cell.vacant == 0 ? std::string("–") : context.count(cell.vacant));
    ImGui::PopID();
  }
  ImGui::EndTable();
}

void drawQuotaMenu(const Context& context, const Quota& chosen) {
  Session& session = *context.session;
  const text::Language language = context.preferences.language;
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() - 8);
  if (!beginDropdown(context, "quota", chosen.name.in(language), context.tr(Str::thing_quota))) {
    return;
  }
  for (const Quota& quota : session.plan().quota_set->quotas) {
    if (menuItem(context, "", quota.name.in(language), quota.key == chosen.key)) {
      context.later([&session, key = quota.key] { session.chooseQuota(key); });
    }
  }
  endDropdown();
}

void drawHeader(const Context& context, const std::vector<Group>& groups) {
  const Session& session = *context.session;
  const Quota* quota = session.quota();
  const auto looks = {context.tr(Str::districts_map), context.tr(Str::districts_list)};
  Row row(kDropdownHeight);
  if (quota == nullptr) {
    row.next(sizeOf(context.fonts.small_bold) + 4);
    heading(context, context.tr(Str::view_districts));
  } else {
    row.next(kDropdownHeight);
    drawQuotaMenu(context, *quota);
  }
  const float looks_width = segmentedWidth(context, looks);
  const bool has_room = row.room() >= looks_width;
  if (has_room) {
    row.jumpTo(ImGui::GetWindowContentRegionMax().x - looks_width);
    row.next(kSegmentHeight);
  } else {
    row.end();
  }
  context.preferences.districts_as_list =
      segmented(context, context.tr(Str::a11y_look), looks,
                context.preferences.districts_as_list ? 1 : 0) == 1;
  if (has_room) row.end();
  if (quota == nullptr) return;
  ImGui::Dummy({0, 2});
  const auto reached = std::count_if(
      groups.begin(), groups.end(), [](const Group& group) { return group.cell.shortfall() == 0; });
  Cell all;
  std::int64_t shortfall = 0;
  for (const Group& group : groups) {
    all.attained += group.cell.attained;
    all.posts += group.cell.posts;
    all.needed += group.cell.needed;
    shortfall += group.cell.shortfall();
  }
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const std::string figure = context.ratio(reached, static_cast<std::int64_t>(groups.size()));
  const ImVec2 size = measure(context.fonts.figure, figure);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  drawText(list, context.fonts.figure, {at.x, at.y - 6}, context.theme.text, figure);
  drawText(list, context.fonts.small, {at.x + size.x + 10, at.y - 1}, context.theme.text,
           context.tr(Str::districts_reached));
  const std::string summary =
      context.tr(Message{Str::districts_summary,
                         {{"attained", std::int64_t{all.attained}},
                          {"posts", std::int64_t{all.posts}},
                          {"share", Permille{permille(all.attained, all.posts)}},
                          {"shortfall", shortfall}}});
  drawText(list, context.fonts.small, {at.x + size.x + 10, at.y + 15}, context.theme.muted,
           summary);
  ImGui::Dummy({ImGui::GetContentRegionAvail().x, 36.0F});
  context.tree.addLastItem("status", context.tr(Str::districts_reached), figure).name =
      figure + " " + std::string(context.tr(Str::districts_reached)) + "; " + summary;
}

}  // namespace

void drawDistricts(const Context& context, ImVec2 min, ImVec2 max) {
  beginPanel(context, "districts", min, max);
  const std::vector<Group> groups = groupsOf(*context.session);
  drawHeader(context, groups);
  if (groups.empty()) {
    paragraph(context, context.fonts.body, context.theme.muted, context.tr(Str::districts_empty));
  } else if (context.preferences.districts_as_list) {
    drawTable(context, groups);
  } else {
    drawMap(context, groups);
  }
  endPanel();
}

}  // namespace cadre::ui
