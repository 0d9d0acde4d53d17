#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "kit/focus.h"
#include "kit/press_area.h"
#include "kit/text.h"
#include "kit/zoom.h"
#include "ui/marks/attainment.h"
#include "ui/view_memory.h"
#include "ui/views/districts/parts.h"
#include "ui/views/pieces.h"

namespace cadre::ui {

using text::Str;

namespace {

struct MapMemory {
  Zoom map_zoom;
};

struct Grid {
  std::vector<Tile> places;  // by group
  std::int32_t columns = 1;
  std::int32_t rows = 1;
};

// Tiles at the plan's positions; units without a position follow below, row by row.
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

// "17/32 ✓" or "14/48 −10", centred; in smaller type if the tile is narrow, and only the count if
// even that does not fit.
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

// In the corner of a tile: how many posts change hands in the proposal.
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
    // Breaks the name where the longer half is shortest.
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
  // With a proposal on screen, "14→24" shows its result.
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
  constexpr float kShorten = 14.0F;  // keeps the counts in the tiles readable
  constexpr float kHead = 8.0F;
  const ImVec2 a = {from.x + u.x * kShorten, from.y + u.y * kShorten};
  const ImVec2 b = {to.x - u.x * kShorten, to.y - u.y * kShorten};
  // Shifted slightly sideways, so that both directions of a swap are visible.
  const ImVec2 side = {-u.y * 3.0F, u.x * 3.0F};
  const ImVec2 start = {a.x + side.x, a.y + side.y};
  const ImVec2 tip = {b.x + side.x, b.y + side.y};
  list.AddLine(start, {tip.x - u.x * kHead, tip.y - u.y * kHead}, color, weight);
  const ImVec2 base = {tip.x - u.x * kHead, tip.y - u.y * kHead};
  list.AddTriangleFilled(tip, {base.x - u.y * kHead / 2, base.y + u.x * kHead / 2},
                         {base.x + u.y * kHead / 2, base.y - u.x * kHead / 2}, color);
}

// Moves between units: of the proposal on screen, or else of the selected round.
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

bool tileHasFocus(const Group& group) {
  ImGui::PushID(static_cast<int>(group.unit.value));
  const bool has_focus = hasFocus("tile");
  ImGui::PopID();
  return has_focus;
}

}  // namespace

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

}  // namespace cadre::ui
