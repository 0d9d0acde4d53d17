#include <string>

#include "core/stable_sort.h"
#include "icons/icons.h"
#include "kit/focus.h"
#include "kit/text.h"
#include "text/fold.h"
#include "ui/marks/attainment.h"
#include "ui/views/districts/parts.h"
#include "ui/views/pieces.h"

namespace cadre::ui {

using text::Str;

namespace {

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

// Like Dear ImGui's own header, but also added to the widget tree.
void drawTableHeads(const Context& context) {
  const WidgetTree::Scope row(context.tree, "row", 0);
  ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
  const ImGuiTableSortSpecs* specs = ImGui::TableGetSortSpecs();
  for (int i = 0; i < ImGui::TableGetColumnCount(); ++i) {
    if (!ImGui::TableSetColumnIndex(i)) continue;
    joinTableToPanel();
    ImGui::PushID(i);
    ImGui::TableHeader(ImGui::TableGetColumnName(i));
    // The bar repeats the percentage.
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

void setUpColumns(const Context& context) {
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
}

void drawGroup(const Context& context, const Group& group) {
  const Session& session = *context.session;
  const Cell& cell = group.cell;
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

}  // namespace

void drawTable(const Context& context, std::vector<Group> groups) {
  const WidgetTree::Scope table(context.tree, "table", context.tr(Str::a11y_districts),
                                static_cast<int>(groups.size()) + 1);
  constexpr ImGuiTableFlags kFlags = ImGuiTableFlags_Sortable | ImGuiTableFlags_ScrollY |
                                     ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_SizingFixedFit;
  if (!ImGui::BeginTable("districts", 6, kFlags)) return;
  joinTableToPanel();
  setUpColumns(context);
  ImGui::PushFont(context.fonts.small);
  drawTableHeads(context);
  ImGui::PopFont();
  sortGroups(context, groups);
  offerGroups(context, groups);
  int place = 0;
  for (const Group& group : groups) {
    const WidgetTree::Scope line(context.tree, "row", ++place);
    drawGroup(context, group);
  }
  ImGui::EndTable();
}

}  // namespace cadre::ui
