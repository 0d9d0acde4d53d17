#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "analysis/move_purpose.h"
#include "analysis/round_load.h"
#include "core/memo.h"
#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/layout.h"
#include "kit/press_area.h"
#include "kit/text.h"
#include "ui/seat.h"
#include "ui/view_memory.h"
#include "ui/views/pieces.h"
#include "ui/views/view.h"
#include "ui/views/views.h"

namespace cadre::ui {

namespace {

using text::Str;

constexpr std::size_t kPurposes = 3;

// The moves of one row in one round, as indices in the round's list.
using RoadmapCell = std::vector<std::size_t>;

struct RoadmapRow {
  std::string name;
  std::vector<RoadmapCell> cells;  // by round
};

constexpr float kNameWidth = 130.0F;
constexpr float kLeastRound = 180.0F;
constexpr float kHeadHeight = 78.0F;
constexpr float kRowHeight = 34.0F;
constexpr float kForcedHeight = 40.0F;

}  // namespace

// The selected scenario's moves by row and round, cached while it is unchanged.
struct RoadmapTable {
  std::vector<RoadmapRow> rows;     // developmental moves, sorted by row name
  std::vector<RoadmapCell> forced;  // by round: corrective moves and resignations
  std::size_t most_forced = 0;      // in one round
  std::size_t fullest_cell = 1;     // number of moves of the longest bar
  std::vector<RoundLoad> loads;
};

struct RoadmapMemory {
  bool by_field = false;  // rows are fields instead of groups
  // Key: revision, scenario and the label of rows without a name.
  Memo<RoadmapTable, std::tuple<std::uint64_t, std::string, std::string>> table;
};

namespace {

// The row of a move: the official's group, or else the field required by the post or, failing that,
// the official's.
std::string rowOf(const Plan& plan, const Move& move, bool by_field) {
  const Cadre& cadre = plan.cadre(move.cadre);
  if (!by_field) return cadre.group;
  if (move.to && !plan.post(move.to).field.empty()) return plan.post(move.to).field;
  return cadre.fields.empty() ? "" : cadre.fields.front();
}

RoadmapTable tableOf(const Session& session, bool by_field, std::string_view unnamed) {
  RoadmapTable out;
  const std::vector<Round>& rounds = session.scenario().rounds;
  out.loads = roundLoads(session.plan(), session.scenario(), session.timeline());
  out.forced.resize(rounds.size());
  std::map<std::string, std::vector<RoadmapCell>> rows;
  for (std::size_t r = 0; r < rounds.size(); ++r) {
    for (std::size_t m = 0; m < rounds[r].moves.size(); ++m) {
      const Move& move = rounds[r].moves[m];
      if (purposeOf(move) != Purpose::kDevelopmental) {
        out.forced[r].push_back(m);
        continue;
      }
      std::vector<RoadmapCell>& cells = rows[rowOf(session.plan(), move, by_field)];
      cells.resize(rounds.size());
      cells[r].push_back(m);
      out.fullest_cell = std::max(out.fullest_cell, cells[r].size());
    }
    out.most_forced = std::max(out.most_forced, out.forced[r].size());
  }
  // Rows without a name come last.
  for (auto& [name, cells] : rows) {
    if (!name.empty()) out.rows.push_back({name, std::move(cells)});
  }
  if (const auto nameless = rows.find(""); nameless != rows.end()) {
    out.rows.push_back({std::string(unnamed), std::move(nameless->second)});
  }
  return out;
}

const RoadmapTable& cachedTable(const Context& context) {
  const Session& session = *context.session;
  RoadmapMemory& memory = context.memory.of<RoadmapMemory>();
  const std::string_view unnamed =
      context.tr(memory.by_field ? Str::roadmap_no_field : Str::roadmap_no_group);
  return memory.table.of({session.revision(), session.selection().scenario, std::string(unnamed)},
                         [&] { return tableOf(session, memory.by_field, unnamed); });
}

// Colour, symbol and label of a purpose.
struct Look {
  ImU32 color;
  const char* icon;
  Str name;
};

Look lookOf(const Theme& theme, Purpose purpose) {
  switch (purpose) {
    case Purpose::kDevelopmental:
      return {theme.accent, icons::kIconRoute, Str::purpose_developmental};
    case Purpose::kCorrective:
      return {theme.hard, icons::kIconScale, Str::purpose_corrective};
    case Purpose::kOwnWish:
      break;
  }
  return {theme.soft, icons::kIconLogOut, Str::purpose_own_wish};
}

void drawLegend(const Context& context, Row& row) {
  for (std::size_t i = 0; i < kPurposes; ++i) {
    const Look look = lookOf(context.theme, static_cast<Purpose>(i));
    row.next(sizeOf(context.fonts.small), 16.0F);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string_view name = context.tr(look.name);
    ImGui::Dummy({20 + measure(context.fonts.small, name).x, sizeOf(context.fonts.small)});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    drawText(list, context.fonts.small, {at.x, at.y - 2}, look.color, look.icon);
    drawText(list, context.fonts.small, {at.x + 20, at.y - 2}, context.theme.muted, name);
  }
}

std::string loadText(const Context& context, const RoundLoad& load) {
  if (!load.most) {
    return context.tr(Message{Str::round_moves, {{"count", std::int64_t{load.moves}}}});
  }
  return context.tr(
      Message{Str::roadmap_of_most,
              {{"count", std::int64_t{load.moves}}, {"most", std::int64_t{*load.most}}}});
}

std::string fullestText(const Context& context, const RoundLoad& load) {
  if (!load.fullest) return "";
  Message out{load.most_in_district ? Str::roadmap_fullest_of : Str::roadmap_fullest,
              {{"unit", context.session->plan().unit(load.fullest).name},
               {"count", std::int64_t{load.in_fullest}}}};
  if (load.most_in_district) out.args.push_back({"most", std::int64_t{*load.most_in_district}});
  return context.tr(out);
}

// A line of a round's heading; marked, with a note, when the cap is exceeded.
void drawLoadLine(const Context& context, std::string_view text, bool over, ImVec2 at,
                  float width) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  float indent = 0;
  if (over) {
    drawText(list, context.fonts.small, at, context.theme.hard, icons::kIconTriangleAlert);
    indent = 18;
  }
  drawTextFitted(list, over ? context.fonts.small_bold : context.fonts.small, {at.x + indent, at.y},
                 width - indent, over ? context.theme.hard : context.theme.muted, text);
}

void drawRoundHead(const Context& context, const RoadmapTable& table, std::size_t index, ImVec2 at,
                   float width) {
  Session& session = *context.session;
  const Round& round = session.scenario().rounds[index];
  const RoundLoad& load = table.loads[index];
  ImGui::SetCursorScreenPos(at);
  ImGui::PushID(static_cast<int>(index));
  const bool pressed = pressArea("round", {width - 4, kHeadHeight - 6});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 corner = {at.x + width - 4, at.y + kHeadHeight - 6};
  const bool chosen = session.entry() == index + 1;
  list.AddRectFilled(at, corner,
                     chosen                   ? context.theme.selected
                     : ImGui::IsItemHovered() ? context.theme.hover
                                              : context.theme.raised,
                     kRounding);
  const float room = width - 20;
  drawTextFitted(list, context.fonts.body_bold, {at.x + 8, at.y + 3}, room, context.theme.text,
                 round.name);
  drawRight(context.fonts.caption, corner.x - 8, at.y + 6, context.theme.muted,
            text::formatDate(round.date));
  std::string moves = loadText(context, load);
  if (load.isOver()) {
    moves +=
        " · " + context.tr(Message{Str::roadmap_over_cap, {{"most", std::int64_t{*load.most}}}});
  }
  const auto blocked = static_cast<std::int64_t>(round.moves.size()) - std::int64_t{load.moves};
  if (blocked > 0) {
    moves += " · " + context.tr(Message{Str::roadmap_blocked, {{"count", blocked}}});
  }
  std::string fullest = fullestText(context, load);
  if (load.isDistrictOver()) {
    fullest += " · " + context.tr(Message{Str::roadmap_over_cap,
                                          {{"most", std::int64_t{*load.most_in_district}}}});
  }
  drawLoadLine(context, moves, load.isOver(), {at.x + 8, at.y + 27}, room);
  drawLoadLine(context, fullest, load.isDistrictOver(), {at.x + 8, at.y + 47}, room);
  tooltip(context, moves + "\n" + fullest);
  context.tree.addLastItem("column", round.name, moves + "; " + fullest);
  if (pressed) context.later([&session, index] { session.chooseEntry(index + 1); });
  ImGui::PopID();
}

std::string namesOf(const Context& context, const Round& round, const RoadmapCell& cell) {
  constexpr std::size_t kMostNames = 24;
  const Plan& plan = context.session->plan();
  std::string out;
  for (std::size_t i = 0; i < std::min(cell.size(), kMostNames); ++i) {
    const Move& move = round.moves[cell[i]];
    out += (i == 0 ? "" : "\n") + plan.cadre(move.cadre).name + " → " +
           (move.to ? postName(context, move.to) : std::string(context.tr(labelOf(move.type))));
  }
  if (cell.size() > kMostNames) out += "\n…";
  return out;
}

// A bar whose length is the number of moves, with its symbol and count.
void drawBar(const Context& context, const RoadmapTable& table, const RoadmapRow& row,
             std::size_t round, ImVec2 at, float width) {
  const RoadmapCell& cell = row.cells[round];
  if (cell.empty()) return;
  ImGui::SetCursorScreenPos(at);
  ImGui::PushID(static_cast<int>(round));
  const bool pressed = pressArea("bar", {width - 8, kRowHeight});
  const Look look = lookOf(context.theme, Purpose::kDevelopmental);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  constexpr float kSignWidth = 24.0F;
  constexpr float kCountWidth = 40.0F;
  const float longest = width - 8 - kSignWidth - kCountWidth;
  const float length = std::max(
      3.0F, longest * static_cast<float>(cell.size()) / static_cast<float>(table.fullest_cell));
  drawText(list, context.fonts.small, {at.x + 4, at.y + 7}, look.color, look.icon);
  list.AddRectFilled({at.x + kSignWidth, at.y + 9},
                     {at.x + kSignWidth + length, at.y + kRowHeight - 9}, look.color, 3.0F);
  const std::string count = context.count(static_cast<std::int64_t>(cell.size()));
  drawText(list, context.fonts.body_bold, {at.x + kSignWidth + length + 6, at.y + 6},
           context.theme.text, count);
  Session& session = *context.session;
  const Round& its_round = session.scenario().rounds[round];
  if (ImGui::IsItemHovered()) tooltip(context, namesOf(context, its_round, cell));
  context.tree.addLastItem("bar", row.name + " · " + its_round.name, count);
  if (pressed) {
    context.later([&session, round, cadre = its_round.moves[cell.front()].cadre] {
      session.chooseEntry(round + 1);
      session.chooseCadre(cadre);
    });
  }
  ImGui::PopID();
}

// One forced departure: who, type, reason and directive.
void drawForced(const Context& context, std::size_t round, std::size_t index, ImVec2 at,
                float width) {
  Session& session = *context.session;
  const Round& its_round = session.scenario().rounds[round];
  const Move& move = its_round.moves[index];
  const Look look = lookOf(context.theme, purposeOf(move));
  ImGui::SetCursorScreenPos(at);
  ImGui::PushID(static_cast<int>(index));
  const bool pressed = pressArea("forced", {width - 8, kForcedHeight});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered()) {
    list.AddRectFilled(at, {at.x + width - 8, at.y + kForcedHeight}, context.theme.hover,
                       kRounding);
  }
  const std::string& name = session.plan().cadre(move.cadre).name;
  std::string why(context.tr(labelOf(move.type)));
  why +=
      ": " + (move.reason.empty() ? std::string(context.tr(Str::roadmap_no_reason)) : move.reason);
  if (!move.directive.empty()) {
    why += ", " + context.tr(Message{Str::roadmap_directive, {{"directive", move.directive}}});
  }
  drawText(list, context.fonts.small, {at.x + 4, at.y + 3}, look.color, look.icon);
  drawTextFitted(list, context.fonts.body, {at.x + 24, at.y}, width - 36, context.theme.text, name);
  drawTextFitted(list, context.fonts.small, {at.x + 24, at.y + 20}, width - 36, context.theme.muted,
                 why);
  tooltip(context, name + "\n" + why);
  context.tree.addLastItem("forced", name, why);
  if (pressed) {
    context.later([&session, round, cadre = move.cadre] {
      session.chooseEntry(round + 1);
      session.chooseCadre(cadre);
    });
  }
  ImGui::PopID();
}

void drawForcedBlock(const Context& context, const RoadmapTable& table, float round_width) {
  const ImVec2 head = ImGui::GetCursorScreenPos();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float width = ImGui::GetContentRegionAvail().x;
  list.AddLine({head.x, head.y + 5}, {head.x + width, head.y + 5}, context.theme.separator);
  drawText(list, context.fonts.small_bold, {head.x + 4, head.y + 9}, context.theme.muted,
           context.tr(Str::roadmap_forced));
  ImGui::Dummy({width, 30});
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(table.most_forced), kForcedHeight);
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const ImVec2 at = ImGui::GetCursorScreenPos();
      for (std::size_t r = 0; r < table.forced.size(); ++r) {
        const auto line = static_cast<std::size_t>(i);
        if (line >= table.forced[r].size()) continue;
        ImGui::PushID(static_cast<int>(r));
        drawForced(context, r, table.forced[r][line],
                   {at.x + kNameWidth + static_cast<float>(r) * round_width, at.y}, round_width);
        ImGui::PopID();
      }
      ImGui::SetCursorScreenPos(at);
      ImGui::Dummy({width, kForcedHeight});
    }
  }
}

void drawRows(const Context& context, const RoadmapTable& table, float round_width) {
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(table.rows.size()), kRowHeight);
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const RoadmapRow& row = table.rows[static_cast<std::size_t>(i)];
      const ImVec2 at = ImGui::GetCursorScreenPos();
      const float width = ImGui::GetContentRegionAvail().x;
      ImDrawList& list = *ImGui::GetWindowDrawList();
      drawTextFitted(list, context.fonts.body, {at.x + 4, at.y + 6}, kNameWidth - 10,
                     context.theme.text, row.name);
      list.AddLine({at.x, at.y + kRowHeight - 0.5F}, {at.x + width, at.y + kRowHeight - 0.5F},
                   context.theme.separator);
      ImGui::PushID(i);
      for (std::size_t r = 0; r < row.cells.size(); ++r) {
        drawBar(context, table, row, r,
                {at.x + kNameWidth + static_cast<float>(r) * round_width, at.y}, round_width);
      }
      ImGui::PopID();
      ImGui::SetCursorScreenPos(at);
      ImGui::Dummy({width, kRowHeight});
    }
  }
}

void drawTable(const Context& context, const RoadmapTable& table) {
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const auto rounds = static_cast<float>(table.loads.size());
  const float bar = ImGui::GetStyle().ScrollbarSize;
  const float round_width = std::max(kLeastRound, (room.x - kNameWidth - bar) / rounds);
  const float whole = kNameWidth + round_width * rounds + bar;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::BeginChild("columns", room, 0,
                    ImGuiWindowFlags_HorizontalScrollbar | ImGuiWindowFlags_NavFlattened);
  ImGui::BeginChild("wide", {whole, 0.0F}, 0, ImGuiWindowFlags_NavFlattened);
  ImGui::PopStyleVar();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  for (std::size_t r = 0; r < table.loads.size(); ++r) {
    drawRoundHead(context, table, r,
                  {at.x + kNameWidth + static_cast<float>(r) * round_width, at.y}, round_width);
  }
  ImGui::SetCursorScreenPos({at.x, at.y + kHeadHeight});
  beginList("rows", ImGui::GetContentRegionAvail());
  drawRows(context, table, round_width);
  if (table.most_forced > 0) drawForcedBlock(context, table, round_width);
  endList();
  endChild();
  endChild();
}

void drawRoadmap(const Context& context, ImVec2 min, ImVec2 max) {
  beginPanel(context, "roadmap", min, max);
  RoadmapMemory& memory = context.memory.of<RoadmapMemory>();
  Row row(kSegmentHeight);
  row.next(kSegmentHeight);
  memory.by_field = segmented(context, context.tr(Str::roadmap_rows),
                              {context.tr(Str::fact_group), context.tr(Str::fact_fields)},
                              memory.by_field ? 1 : 0) == 1;
  drawLegend(context, row);
  row.end();
  ImGui::Dummy({0, 2});
  if (context.session->scenario().rounds.empty()) {
    paragraph(context, context.fonts.body, context.theme.muted, context.tr(Str::roadmap_empty));
  } else {
    drawTable(context, cachedTable(context));
  }
  endPanel();
}

}  // namespace

const ViewInfo kRoadmapView = {.command = "go.roadmap",
                               .title = text::Str::work_roadmap,
                               .icon = icons::kIconRoute,
                               .draw = drawRoadmap};

}  // namespace cadre::ui
