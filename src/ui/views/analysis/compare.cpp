#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "analysis/comparison.h"
#include "core/memo.h"
#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/focus.h"
#include "kit/layout.h"
#include "kit/list_lines.h"
#include "kit/press_area.h"
#include "kit/text.h"
#include "ui/actions.h"
#include "ui/marks/attainment.h"
#include "ui/seat.h"
#include "ui/table_copy.h"
#include "ui/view_memory.h"
#include "ui/views/pieces.h"
#include "ui/views/view.h"
#include "ui/views/views.h"

namespace cadre::ui {

// The chosen scenarios and what they come to, kept while they and the plan are the same.
struct CompareTable {
  ScenarioList scenarios;
  Comparison comparison;
  std::vector<MoveDifference> differences;  // between the first two
};

struct CompareMemory {
  std::vector<std::string> scenarios;  // keys, in the order in which they were chosen
  bool chosen = false;                 // by hand; else the view has a first guess
  Memo<CompareTable, std::pair<std::uint64_t, std::vector<std::string>>>
      table;  // by revision, keys
};

namespace {

using text::Str;

constexpr float kNameWidth = 146.0F;
constexpr float kLeastColumn = 90.0F;
constexpr float kLine = 28.0F;
constexpr float kDifferenceHeight = 44.0F;

// The scenarios chosen by hand, as far as the plan has them. Before that, the plan's first one, as
// a rule the baseline, and the one that is being worked on.
ScenarioList chosenScenarios(const Context& context) {
  const Session& session = *context.session;
  const ScenarioList& all = *session.plan().scenarios;
  const CompareMemory& memory = context.memory.of<CompareMemory>();
  ScenarioList out;
  if (memory.chosen) {
    for (const std::string& key : memory.scenarios) {
      if (const auto at = session.plan().findScenario(key)) out.push_back(all[*at]);
    }
    return out;
  }
  if (!all.empty()) out.push_back(all.front());
  std::size_t worked_on = session.scenarioPlace();
  if (worked_on == 0) worked_on = 1;
  if (worked_on < all.size()) out.push_back(all[worked_on]);
  return out;
}

CompareTable tableOf(const Session& session, ScenarioList scenarios) {
  CompareTable out;
  out.scenarios = std::move(scenarios);
  const std::vector<std::shared_ptr<const Timeline>> kept = session.timelinesOf(out.scenarios);
  std::vector<const Scenario*> of;
  std::vector<const Timeline*> timelines;
  for (const auto& scenario : out.scenarios) of.push_back(scenario.get());
  for (const auto& timeline : kept) timelines.push_back(timeline.get());
  out.comparison = compare(session.plan(), of, timelines);
  if (of.size() >= 2) {
    out.differences = differences(*of[0], *timelines[0], *of[1], *timelines[1]);
  }
  return out;
}

const CompareTable& cachedTable(const Context& context) {
  CompareMemory& memory = context.memory.of<CompareMemory>();
  ScenarioList scenarios = chosenScenarios(context);
  std::vector<std::string> keys;
  for (const auto& scenario : scenarios) keys.push_back(scenario->key);
  return memory.table.of({context.session->revision(), std::move(keys)},
                         [&] { return tableOf(*context.session, std::move(scenarios)); });
}

// A chip that is on or off; true when it was pressed.
bool chip(const Context& context, const Scenario& scenario, std::size_t place) {
  const bool on = place > 0;
  const std::string number = on ? context.count(static_cast<std::int64_t>(place)) + "  " : "";
  const std::string text = number + scenario.name;
  const float width = std::min(measure(context.fonts.small_bold, text).x, 220.0F) + 24;
  // On to the next line where this one is full.
  if (ImGui::GetItemRectMax().x + kGrid + width <
      ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x) {
    ImGui::SameLine(0, 6);
  }
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::PushID(scenario.key.c_str());
  const bool pressed = pressArea("chip", {width, kSegmentHeight});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 corner = {at.x + width, at.y + kSegmentHeight};
  list.AddRectFilled(at, corner,
                     on                       ? context.theme.selected
                     : ImGui::IsItemHovered() ? context.theme.hover
                                              : context.theme.raised,
                     kSegmentHeight / 2);
  list.AddRect(at, corner, on ? context.theme.accent : context.theme.separator, kSegmentHeight / 2);
  drawTextFitted(list, on ? context.fonts.small_bold : context.fonts.small, {at.x + 12, at.y + 5},
                 width - 22, context.theme.text, text);
  tooltip(context, scenario.name);
  context.tree.addLastItem("checkbox", scenario.name, on ? "checked" : "");
  ImGui::PopID();
  return pressed;
}

// Any number of scenarios, in the order in which they were switched on.
void drawChips(const Context& context, const CompareTable& table) {
  const Plan& plan = context.session->plan();
  const std::string_view title = context.tr(Str::compare_choose);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::Dummy({measure(context.fonts.small_bold, title).x + kGrid, kSegmentHeight});
  drawText(*ImGui::GetWindowDrawList(), context.fonts.small_bold, {at.x, at.y + 5},
           context.theme.muted, title);
  for (const auto& scenario : *plan.scenarios) {
    const auto on = std::find(table.scenarios.begin(), table.scenarios.end(), scenario);
    const std::size_t place = on == table.scenarios.end()
                                  ? 0
                                  : static_cast<std::size_t>(on - table.scenarios.begin()) + 1;
    if (!chip(context, *scenario, place)) continue;
    std::vector<std::string> keys;
    for (const auto& other : table.scenarios) {
      if (other != scenario) keys.push_back(other->key);
    }
    if (place == 0) keys.push_back(scenario->key);
    context.later([&context, keys = std::move(keys)] {
      context.memory.of<CompareMemory>().scenarios = keys;
      context.memory.of<CompareMemory>().chosen = true;
    });
  }
}

// One line of the table: a name and a text for each scenario, the later ones with how far they are
// from the first.
struct Figure {
  std::string text;
  std::int64_t value = 0;
};

enum class Better : std::uint8_t { kMore, kLess, kNeither };

void drawFigures(const Context& context, std::string_view name, const std::vector<Figure>& figures,
                 float column, Better better) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::Dummy({kNameWidth + column * static_cast<float>(figures.size()), kLine});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  drawTextFitted(list, context.fonts.body, {at.x + 4, at.y + 3}, kNameWidth - 8, context.theme.text,
                 name);
  std::string said;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const float right = at.x + kNameWidth + column * static_cast<float>(i + 1) - 6;
    constexpr float kDelta = 32.0F;
    drawRight(context.fonts.body, right - kDelta, at.y + 3, context.theme.text, figures[i].text);
    said += (i == 0 ? "" : " | ") + figures[i].text;
    const std::int64_t delta = figures[i].value - figures[0].value;
    if (i == 0 || delta == 0) continue;
    const std::string text = text::formatSigned(delta);
    drawRight(context.fonts.small_bold, right, at.y + 4,
              better == Better::kNeither                 ? context.theme.muted
              : (delta > 0) == (better == Better::kMore) ? context.theme.good
                                                         : context.theme.hard,
              text);
    said += " " + text;
  }
  list.AddLine(
      {at.x, at.y + kLine - 0.5F},
      {at.x + kNameWidth + column * static_cast<float>(figures.size()), at.y + kLine - 0.5F},
      context.theme.separator);
  context.tree.addLastItem("figure", name, said);
}

void drawTotals(const Context& context, const CompareTable& table, float column) {
  const auto line = [&](Str name, Better better, auto&& value) {
    std::vector<Figure> figures;
    for (const ScenarioFigures& one : table.comparison.figures) {
      const std::int64_t number = value(one);
      figures.push_back({context.count(number), number});
    }
    drawFigures(context, context.tr(name), figures, column, better);
  };
  const QuotaId quota = context.session->quotaId();
  if (quota) {
    line(Str::compare_reached, Better::kMore,
         [&](const auto& one) { return one.reached[quota.index()]; });
    line(Str::compare_shortfall, Better::kLess,
         [&](const auto& one) { return one.shortfall[quota.index()]; });
  }
  line(Str::compare_rounds, Better::kNeither, [](const auto& one) { return one.rounds; });
  line(Str::compare_moves, Better::kNeither, [](const auto& one) { return one.moves; });
  line(Str::compare_vacancies, Better::kLess, [](const auto& one) { return one.vacancies; });
  line(Str::compare_hard, Better::kLess, [](const auto& one) { return one.hard; });
  line(Str::compare_soft, Better::kLess, [](const auto& one) { return one.soft; });
  line(Str::compare_waived, Better::kLess, [](const auto& one) { return one.waived; });
}

// The cells of the chosen quota: places in ScenarioFigures::cells.
std::vector<std::size_t> cellsOf(const CompareTable& table, QuotaId quota) {
  std::vector<std::size_t> out;
  if (table.comparison.figures.empty()) return out;
  const std::vector<Cell>& cells = table.comparison.figures.front().cells;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].quota == quota) out.push_back(i);
  }
  return out;
}

void drawUnitLine(const Context& context, const CompareTable& table, std::size_t cell,
                  float column) {
  std::vector<Figure> figures;
  for (const ScenarioFigures& one : table.comparison.figures) {
    const Cell& it = one.cells[cell];
    figures.push_back({context.ratio(it.attained, it.needed) + " " + balanceText(it), it.attained});
  }
  const UnitId unit = table.comparison.figures.front().cells[cell].unit;
  drawFigures(context, context.session->plan().unit(unit).name, figures, column, Better::kMore);
}

// The names of the scenarios above their columns.
void drawNames(const Context& context, const CompareTable& table, float column) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (std::size_t i = 0; i < table.scenarios.size(); ++i) {
    const std::string& name = table.scenarios[i]->name;
    const float right = at.x + kNameWidth + column * static_cast<float>(i + 1) - 6;
    const float width = std::min(measure(context.fonts.small_bold, name).x, column - 8);
    drawTextFitted(list, context.fonts.small_bold, {right - width, at.y + 3}, width + 1,
                   context.theme.muted, name);
  }
  ImGui::Dummy({kNameWidth + column * static_cast<float>(table.scenarios.size()), 24});
}

void drawUnits(const Context& context, const CompareTable& table, float column) {
  const std::vector<std::size_t> cells = cellsOf(table, context.session->quotaId());
  const WidgetTree::Scope list(context.tree, "list", {}, static_cast<int>(cells.size()));
  listLines(context, cells.size(), kLine,
            [&](std::size_t i) { drawUnitLine(context, table, cells[i], column); });
}

// What the table shows for the chosen quota: a line for each unit, a column for each scenario.
void offerUnits(const Context& context, const CompareTable& compared) {
  offerTable(context, context.tr(Str::work_compare), [&context, &compared](TableText& table) {
    table.cell(context.tr(Str::csv_unit));
    for (const auto& scenario : compared.scenarios) {
      table.cell(scenario->name);
      table.cell(std::string(context.tr(Str::csv_shortfall)) + " · " + scenario->name);
    }
    table.endRow();
    for (const std::size_t cell : cellsOf(compared, context.session->quotaId())) {
      const UnitId unit = compared.comparison.figures.front().cells[cell].unit;
      table.cell(context.session->plan().unit(unit).name);
      for (const ScenarioFigures& one : compared.comparison.figures) {
        table.number(one.cells[cell].attained);
        table.number(one.cells[cell].shortfall());
      }
      table.endRow();
    }
  });
}

// Units and totals beside each other where there is room, else one below the other.
void drawTable(const Context& context, const CompareTable& table, ImVec2 size) {
  const auto count = static_cast<float>(table.scenarios.size());
  const float bar = ImGui::GetStyle().ScrollbarSize;
  const float half = (size.x - kGrid * 2) / 2;
  const auto columnIn = [&](float width) { return (width - kNameWidth - bar) / count; };
  const bool beside = columnIn(half) >= kLeastColumn;
  const float width = beside ? half : size.x;
  const float column = std::clamp(columnIn(width), kLeastColumn, 200.0F);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  ImGui::BeginChild("units", {width, size.y}, 0,
                    ImGuiWindowFlags_HorizontalScrollbar | ImGuiWindowFlags_NavFlattened);
  drawNames(context, table, column);
  if (!beside) drawTotals(context, table, column);
  if (!beside) ImGui::Dummy({0, 8});
  drawUnits(context, table, column);
  scrollStop("end");
  endChild();
  if (beside) {
    ImGui::SetCursorScreenPos({start.x + half + kGrid * 2, start.y});
    ImGui::BeginChild("totals", {half, size.y}, 0, ImGuiWindowFlags_NavFlattened);
    drawNames(context, table, column);
    drawTotals(context, table, column);
    endChild();
  }
  ImGui::PopStyleVar(2);
  ImGui::SetCursorScreenPos({start.x, start.y + size.y + 6});
}

// "khác đợt, khác hình thức", or in which scenario alone the move stands.
std::string whatDiffers(const Context& context, const CompareTable& table,
                        const MoveDifference& difference) {
  if (!difference.first || !difference.second) {
    return context.tr(Message{Str::compare_only_in,
                              {{"scenario", table.scenarios[difference.first ? 0 : 1]->name}}});
  }
  std::string out;
  const auto add = [&](bool is, Str text) {
    if (is) out += (out.empty() ? "" : ", ") + std::string(context.tr(text));
  };
  add(difference.destination, Str::compare_other_destination);
  add(difference.round, Str::compare_other_round);
  add(difference.type, Str::compare_other_type);
  add(difference.consent, Str::compare_other_consent);
  add(difference.outcome, Str::compare_other_outcome);
  return out;
}

// "Đợt 2/2023: → Chủ tịch UBND · Xã Tam Hiệp (luân chuyển)"
std::string moveText(const Context& context, const Scenario& scenario, MoveAt at) {
  const Round& round = scenario.rounds[at.round];
  const Move& move = round.moves[at.move];
  const std::string type(context.tr(labelOf(move.type)));
  return round.name + ": " +
         (move.to ? "→ " + postName(context, move.to) + " (" + type + ")" : type);
}

void runOrSay(const Context& context, Expected<Command> command) {
  if (command) {
    context.run(std::move(*command));
  } else {
    notify(context, text::render(command.error(), context.preferences.language));
  }
}

// Buttons that put the move, or its whole round, into the other scenario.
void drawCopy(const Context& context, const Scenario& from, MoveAt at, const Scenario& into) {
  const std::string copy = context.tr(Message{Str::compare_copy_to, {{"scenario", into.name}}});
  const Round& round = from.rounds[at.round];
  ImGui::PushID(into.key.c_str());
  if (iconButton(context, icons::kIconCopy, copy)) {
    runOrSay(context, copyMove(into, round, round.moves[at.move]));
  }
  ImGui::SameLine(0, 2);
  const std::string whole = context.tr(
      Message{Str::compare_copy_round, {{"round", round.name}, {"scenario", into.name}}});
  if (iconButton(context, icons::kIconList, whole)) runOrSay(context, copyRound(into, round));
  ImGui::PopID();
}

void drawDifference(const Context& context, const CompareTable& table, std::size_t index) {
  const MoveDifference& difference = table.differences[index];
  const Scenario& first = *table.scenarios[0];
  const Scenario& second = *table.scenarios[1];
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  constexpr float kWho = 0.30F;
  const float who = width * kWho;
  const float side = (width - who) / 2;
  constexpr float kButtons = 66.0F;
  ImGui::Dummy({width, kDifferenceHeight});
  const std::string& name = context.session->plan().cadre(difference.cadre).name;
  const std::string what = whatDiffers(context, table, difference);
  const std::string in_first = difference.first ? moveText(context, first, *difference.first) : "–";
  const std::string in_second =
      difference.second ? moveText(context, second, *difference.second) : "–";
  context.tree.addLastItem("difference", name, what + ": " + in_first + " | " + in_second);
  drawTextFitted(list, context.fonts.body_bold, {at.x + 4, at.y + 2}, who - 10, context.theme.text,
                 name);
  drawTextFitted(list, context.fonts.small, {at.x + 4, at.y + 22}, who - 10, context.theme.muted,
                 what);
  const auto drawSide = [&](float x, const std::string& text, const std::optional<MoveAt>& move,
                            const Scenario& from, const Scenario& into) {
    const float room = side - (move ? kButtons : 0.0F) - 8;
    if (drawTextFitted(list, context.fonts.small, {x, at.y + 12}, room,
                       move ? context.theme.text : context.theme.muted, text) &&
        ImGui::IsMouseHoveringRect({x, at.y}, {x + room, at.y + kDifferenceHeight}) &&
        ImGui::IsWindowHovered()) {
      ImGui::SetTooltip("%s", text.c_str());
    }
    if (!move) return;
    ImGui::SetCursorScreenPos({x + side - kButtons, at.y + 6});
    drawCopy(context, from, *move, into);
  };
  ImGui::PushID(static_cast<int>(index));
  drawSide(at.x + who, in_first, difference.first, first, second);
  drawSide(at.x + who + side, in_second, difference.second, second, first);
  ImGui::PopID();
  list.AddLine({at.x, at.y + kDifferenceHeight - 0.5F},
               {at.x + width, at.y + kDifferenceHeight - 0.5F}, context.theme.separator);
  ImGui::SetCursorScreenPos({at.x, at.y + kDifferenceHeight});
}

void drawDifferences(const Context& context, const CompareTable& table) {
  const std::string& first = table.scenarios[0]->name;
  const std::string& second = table.scenarios[1]->name;
  const auto count = static_cast<std::int64_t>(table.differences.size());
  const std::string title =
      count == 0 ? context.tr(Message{Str::compare_same, {{"first", first}, {"second", second}}})
                 : context.tr(Message{Str::compare_differences,
                                      {{"first", first}, {"second", second}, {"count", count}}});
  label(context, context.fonts.body_bold, context.theme.text, title);
  context.tree.addLastItem("status", context.tr(Str::work_compare), context.count(count));
  if (count == 0) return;
  beginList("differences", ImGui::GetContentRegionAvail());
  offerTable(context, title, [&context, &table](TableText& copied) {
    copied.cell(context.tr(Str::csv_cadre));
    copied.cell(context.tr(Str::csv_message));
    for (std::size_t i = 0; i < 2; ++i) copied.cell(table.scenarios[i]->name);
    copied.endRow();
    for (const MoveDifference& difference : table.differences) {
      copied.cell(context.session->plan().cadre(difference.cadre).name);
      copied.cell(whatDiffers(context, table, difference));
      const auto side = [&](std::size_t i, const std::optional<MoveAt>& at) {
        copied.cell(at ? moveText(context, *table.scenarios[i], *at) : std::string());
      };
      side(0, difference.first);
      side(1, difference.second);
      copied.endRow();
    }
  });
  const WidgetTree::Scope list(context.tree, "list", {}, static_cast<int>(count));
  listLines(context, table.differences.size(), kDifferenceHeight,
            [&](std::size_t i) { drawDifference(context, table, i); });
  endList();
}

void drawCompare(const Context& context, ImVec2 min, ImVec2 max) {
  constexpr float kTableShare = 0.58F;
  beginPanel(context, "compare", min, max);
  const CompareTable& table = cachedTable(context);
  drawChips(context, table);
  if (table.scenarios.size() < 2) {
    paragraph(context, context.fonts.body, context.theme.muted, context.tr(Str::compare_need_two));
  }
  if (!table.scenarios.empty()) {
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const bool both = table.scenarios.size() >= 2;
    offerUnits(context, table);
    drawTable(context, table, {room.x, both ? room.y * kTableShare : room.y - 6});
    if (both) drawDifferences(context, table);
  }
  endPanel();
}

}  // namespace

const ViewInfo kCompareView = {.command = "go.compare",
                               .title = text::Str::work_compare,
                               .icon = icons::kIconArrowLeftRight,
                               .draw = drawCompare};

}  // namespace cadre::ui
