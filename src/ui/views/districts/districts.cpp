#include <string>

#include "kit/buttons.h"
#include "kit/layout.h"
#include "kit/menus.h"
#include "kit/text.h"
#include "ui/views/districts/parts.h"
#include "ui/views/views.h"

namespace cadre::ui {

using text::Str;

namespace {

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
