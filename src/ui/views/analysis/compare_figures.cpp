// The figures of the scenarios, one column each.

#include <algorithm>
#include <string>
#include <vector>

#include "kit/focus.h"
#include "kit/layout.h"
#include "kit/list_lines.h"
#include "kit/text.h"
#include "ui/marks/attainment.h"
#include "ui/table_copy.h"
#include "ui/views/analysis/compare_parts.h"
#include "ui/views/pieces.h"

namespace cadre::ui {
namespace {

using text::Str;

constexpr float kNameWidth = 146.0F;
constexpr float kLeastColumn = 90.0F;
constexpr float kLine = 28.0F;

// One line of the table: a label and a text for each scenario; later ones include the difference
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

// The cells of the selected quota: indices in ScenarioFigures::cells.
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

// The names of the scenarios as column headings.
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

// The table for the selected quota: one row per unit, one column per scenario.
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

}  // namespace

void drawCompareFigures(const Context& context, const CompareTable& table, ImVec2 size) {
  offerUnits(context, table);
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

}  // namespace cadre::ui
