// The comparison view: which scenarios are compared, and its parts.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/layout.h"
#include "kit/press_area.h"
#include "kit/text.h"
#include "ui/view_memory.h"
#include "ui/views/analysis/compare_parts.h"
#include "ui/views/view.h"
#include "ui/views/views.h"

namespace cadre::ui {
namespace {

using text::Str;

// A toggle chip; returns true when it was pressed.
bool chip(const Context& context, const Scenario& scenario, std::size_t place) {
  const bool on = place > 0;
  const std::string number = on ? context.count(static_cast<std::int64_t>(place)) + "  " : "";
  const std::string text = number + scenario.name;
  const float width = std::min(measure(context.fonts.small_bold, text).x, 220.0F) + 24;
  // Wraps to the next line when this one is full.
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

void drawCompare(const Context& context, ImVec2 min, ImVec2 max) {
  constexpr float kTableShare = 0.58F;
  beginPanel(context, "compare", min, max);
  const CompareTable& table = compareTable(context);
  drawChips(context, table);
  if (table.scenarios.size() < 2) {
    paragraph(context, context.fonts.body, context.theme.muted, context.tr(Str::compare_need_two));
  }
  if (!table.scenarios.empty()) {
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const bool both = table.scenarios.size() >= 2;
    drawCompareFigures(context, table, {room.x, both ? room.y * kTableShare : room.y - 6});
    if (both) drawCompareDifferences(context, table);
  }
  endPanel();
}

}  // namespace

const ViewInfo kCompareView = {.command = "go.compare",
                               .title = text::Str::work_compare,
                               .icon = icons::kIconArrowLeftRight,
                               .draw = drawCompare};

}  // namespace cadre::ui
