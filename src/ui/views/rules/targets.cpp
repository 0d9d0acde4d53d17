#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "analysis/definitions.h"
#include "core/memo.h"
#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/fields.h"
#include "kit/layout.h"
#include "kit/press_area.h"
#include "kit/text.h"
#include "model/division.h"
#include "ui/actions.h"
#include "ui/fields.h"
#include "ui/table_copy.h"
#include "ui/view_memory.h"
#include "ui/views/pieces.h"
#include "ui/views/view.h"
#include "ui/views/views.h"

namespace cadre::ui {

struct TargetsMemory {
  // Key: revision, scenario, entry and quota.
  Memo<std::vector<DefinitionTotal>,
       std::tuple<std::uint64_t, std::string, std::size_t, std::string>>
      totals;
};

namespace {

using text::Str;

constexpr float kFieldWidth = 76.0F;
constexpr int kShareOfPercent = Share::kOne / 100;

// A slider in whole percent and a field for values in between; both set the target of the quota, or
// of one of its units.
void drawShare(const Context& context, const Quota& quota, UnitId unit, const std::string& name,
               Share now, float width) {
  const std::string shown = text::formatShare(now, context.preferences.language);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float track = width - kFieldWidth - kGrid;
  const int percent = (now.ten_thousandths + kShareOfPercent / 2) / kShareOfPercent;
  const std::optional<int> dragged = slider(context, name, percent, 0, 100, shown, track);
  const ImGuiID control = ImGui::GetItemID();
  if (dragged) {
    context.amend(control, SetTarget{quota.key, unit, Share{*dragged * kShareOfPercent}});
  }
  ImGui::SetCursorScreenPos(
      {at.x + track + kGrid, at.y + (kSegmentHeight - ImGui::GetFrameHeight()) / 2});
  const std::optional<std::string> typed =
      editField(context, name, "%", shown, kFieldWidth, FieldKind::kNumber);
  ImGui::SetCursorScreenPos({at.x, at.y + kRowHeight + 2});
  if (!typed) return;
  if (const std::optional<Share> share = text::parsePercent(*typed)) {
    if (*share != now) context.run(SetTarget{quota.key, unit, *share});
  } else {
    notify(context, std::string(context.tr(Str::targets_typed_wrong)));
  }
}

void drawOverride(const Context& context, const Quota& quota, UnitId unit, Share share) {
  const std::string& name = context.session->plan().unit(unit).name;
  const float width = ImGui::GetContentRegionAvail().x;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::PushID(static_cast<int>(unit.value));
  if (drawTextFitted(*ImGui::GetWindowDrawList(), context.fonts.body, at, width, context.theme.text,
                     name)) {
    tooltip(context, name);
  }
  ImGui::SetCursorScreenPos({at.x, at.y + 22});
  drawShare(context, quota, unit, name, share, width - kIconButtonSide - kGrid);
  const ImVec2 below = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos({at.x + width - kIconButtonSide, at.y + 21});
  if (iconButton(context, icons::kIconX,
                 context.tr(Message{Str::targets_remove, {{"unit", name}}}))) {
    context.run(SetTarget{quota.key, unit, std::nullopt});
  }
  ImGui::SetCursorScreenPos({at.x, below.y + 4});
  ImGui::PopID();
}

void drawOverrides(const Context& context, const Quota& quota) {
  const Session& session = *context.session;
  heading(context, context.tr(Str::targets_overrides));
  if (quota.overrides.empty()) {
    paragraph(context, context.fonts.small, context.theme.muted,
              context.tr(Str::targets_no_overrides));
  }
  for (const auto& [unit, share] : quota.overrides) drawOverride(context, quota, unit, share);
  const UnitId chosen = session.selection().unit;
  const bool has_own = std::any_of(quota.overrides.begin(), quota.overrides.end(),
                                   [chosen](const auto& entry) { return entry.first == chosen; });
  if (has_own) return;
  if (!chosen) {
    paragraph(context, context.fonts.small, context.theme.muted,
              context.tr(Str::targets_choose_unit));
  } else if (button(context, icons::kIconPlus,
                    context.tr(
                        Message{Str::targets_add, {{"unit", session.plan().unit(chosen).name}}}))) {
    context.run(SetTarget{quota.key, chosen, quota.target});
  }
}

// The quota's own target first.
void offerTargets(const Context& context, const Quota& quota) {
  offerTable(context, context.tr(Str::targets_target), [&context, &quota](TableText& table) {
    const text::Language language = context.preferences.language;
    table.heading(context, {Str::csv_unit, Str::report_column_target});
    table.cell(quota.name.in(language));
    table.cell(text::formatShare(quota.target, language));
    table.endRow();
    for (const auto& [unit, share] : quota.overrides) {
      table.cell(context.session->plan().unit(unit).name);
      table.cell(text::formatShare(share, language));
      table.endRow();
    }
  });
}

void drawTargetSide(const Context& context, const Quota& quota) {
  offerTargets(context, quota);
  heading(context, context.tr(Str::targets_target));
  const std::string& name = quota.name.in(context.preferences.language);
  paragraph(context, context.fonts.body_bold, context.theme.text, name);
  const std::string by = quota.by ? context.tr(Message{Str::targets_by, {{"date", *quota.by}}})
                                  : std::string(context.tr(Str::targets_no_deadline));
  label(context, context.fonts.small, context.theme.muted, by);
  context.tree.addLastItem("status", name, by);
  ImGui::Dummy({1, 2});
  drawShare(context, quota, UnitId{}, std::string(context.tr(Str::report_column_target)),
            quota.target, ImGui::GetContentRegionAvail().x);
  ImGui::Dummy({1, 6});
  drawOverrides(context, quota);
}

std::string localityLevelText(const Context& context, const LocalityDefinition& locality) {
  const Structure& structure = *context.session->plan().structure;
  return context.tr(Message{Str::division_name, {{"name", nameOfLevel(structure, locality)}}});
}

void drawLocality(const Context& context) {
  constexpr int kMostYears = 60;
  LocalityDefinition locality = context.session->plan().quota_set->locality;
  heading(context, context.tr(Str::targets_locality));
  label(context, context.fonts.small, context.theme.muted, context.tr(Str::targets_basis));
  const int basis = segmented(context, context.tr(Str::targets_basis),
                              {context.tr(labelOf(LocalityBasis::kNativePlace)),
                               context.tr(labelOf(LocalityBasis::kBirthplace)),
                               context.tr(labelOf(LocalityBasis::kResidence))},
                              static_cast<int>(locality.basis));
  label(context, context.fonts.small, context.theme.muted, context.tr(Str::targets_level));
  int level = static_cast<int>(locality.level);
  if (locality.level == LocalityLevel::kGroup) {
    // A division of the plan's own is a third choice, as long as it is the one in use.
    const std::string own = localityLevelText(context, locality);
    level = segmented(context, context.tr(Str::targets_level),
                      {context.tr(labelOf(LocalityLevel::kCommune)),
                       context.tr(labelOf(LocalityLevel::kDistrict)), own},
                      level);
  } else {
    level = segmented(context, context.tr(Str::targets_level),
                      {context.tr(labelOf(LocalityLevel::kCommune)),
                       context.tr(labelOf(LocalityLevel::kDistrict))},
                      level);
  }
  if (basis != static_cast<int>(locality.basis) || level != static_cast<int>(locality.level)) {
    locality.basis = static_cast<LocalityBasis>(basis);
    locality.level = static_cast<LocalityLevel>(level);
    if (locality.level != LocalityLevel::kGroup) locality.group.clear();
    context.run(SetLocality{locality});
  }
  const int years = static_cast<int>(std::lround(locality.residence_years));
  label(context, context.fonts.small, context.theme.muted, context.tr(Str::targets_years));
  const std::optional<int> dragged =
      slider(context, context.tr(Str::targets_years), years, 0, std::max(kMostYears, years),
             context.tr(Message{Str::fact_years, {{"years", std::int64_t{years}}}}),
             ImGui::GetContentRegionAvail().x);
  if (dragged) {
    locality.residence_years = *dragged;
    context.amend(ImGui::GetItemID(), SetLocality{locality});
  }
}

// The right edges of the right-aligned comparison columns, from the right edge of the table.
struct Columns {
  float count;
  float share;
  float reached;
  float shortfall;
};
constexpr Columns kColumns = {.count = 204, .share = 142, .reached = 64, .shortfall = 6};

void drawTotalsHead(const Context& context) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float right = at.x + ImGui::GetContentRegionAvail().x;
  for (const auto& [from_right, key] :
       {std::pair(kColumns.count, Str::report_column_attained),
        std::pair(kColumns.share, Str::report_column_share),
        std::pair(kColumns.reached, Str::report_column_reached),
        std::pair(kColumns.shortfall, Str::report_column_shortfall)}) {
    drawRight(context.fonts.caption, right - from_right, at.y, context.theme.muted,
              context.tr(key));
  }
  ImGui::Dummy({1, 18});
}

std::string levelText(const Context& context, const DefinitionTotal& total) {
  LocalityDefinition locality = context.session->plan().quota_set->locality;
  locality.level = total.level;
  return localityLevelText(context, locality);
}

void drawTotal(const Context& context, const DefinitionTotal& total) {
  constexpr float kHeight = 38.0F;
  const std::string basis(context.tr(labelOf(total.basis)));
  const std::string level = levelText(context, total);
  const std::string name = basis + " · " + level;
  const std::string count = context.ratio(total.attained, total.posts);
  const std::string share = context.percent(total.attained, total.posts);
  const std::string reached = context.ratio(total.reached, total.units);
  const std::string shortfall = context.count(total.shortfall);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float right = at.x + width;
  const bool pressed = pressArea(name.c_str(), {width, kHeight});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (total.in_use || ImGui::IsItemHovered()) {
    list.AddRectFilled(at, {right, at.y + kHeight},
                       total.in_use ? context.theme.selected : context.theme.hover, kRounding);
  }
  if (total.in_use) {
    list.AddRectFilled({at.x, at.y + 6}, {at.x + 3, at.y + kHeight - 6}, context.theme.accent,
                       1.5F);
  }
  const float room = width - kColumns.count - measure(context.fonts.body, count).x - 20;
  drawTextFitted(list, total.in_use ? context.fonts.body_bold : context.fonts.body,
                 {at.x + 10, at.y + 1}, room, context.theme.text, basis);
  drawTextFitted(list, context.fonts.small, {at.x + 10, at.y + 19}, room, context.theme.muted,
                 level);
  const float y = at.y + 9;
  drawRight(context.fonts.body, right - kColumns.count, y, context.theme.text, count);
  drawRight(context.fonts.body_bold, right - kColumns.share, y, context.theme.text, share);
  drawRight(context.fonts.body, right - kColumns.reached, y, context.theme.text, reached);
  drawRight(context.fonts.body, right - kColumns.shortfall, y, context.theme.text, shortfall);
  tooltip(context, context.tr(total.in_use ? Str::targets_in_use : Str::targets_adopt));
  std::string value = count + " = " + share + "; " +
                      std::string(context.tr(Str::report_column_reached)) + " " + reached + "; " +
                      std::string(context.tr(Str::report_column_shortfall)) + " " + shortfall;
  if (total.in_use) value += "; " + std::string(context.tr(Str::targets_in_use));
  context.tree.addLastItem("definition", name, value);
  if (pressed && !total.in_use) {
    LocalityDefinition locality = context.session->plan().quota_set->locality;
    locality.basis = total.basis;
    locality.level = total.level;
    if (total.level != LocalityLevel::kGroup) locality.group.clear();
    context.run(SetLocality{locality});
  }
}

// Computed once per plan, scenario, entry and quota.
const std::vector<DefinitionTotal>& totalsOf(const Context& context) {
  const Session& session = *context.session;
  return context.memory.of<TargetsMemory>().totals.of(
      {session.revision(), session.selection().scenario, session.entry(),
       session.selection().quota},
      [&] {
        return definitionTotals(session.plan(), session.quotaId(), session.state().after,
                                session.state().date);
      });
}

void offerTotals(const Context& context, const std::vector<DefinitionTotal>& totals) {
  offerTable(context, context.tr(Str::targets_compare), [&context, &totals](TableText& table) {
    table.heading(context, {Str::targets_basis, Str::targets_level, Str::report_column_attained,
                            Str::report_column_posts, Str::report_column_share,
                            Str::report_column_reached, Str::report_column_shortfall});
    for (const DefinitionTotal& total : totals) {
      table.cell(context.tr(labelOf(total.basis)));
      table.cell(levelText(context, total));
      table.number(total.attained);
      table.number(total.posts);
      table.cell(context.percent(total.attained, total.posts));
      table.number(total.reached);
      table.number(total.shortfall);
      table.endRow();
    }
  });
}

void drawDefinitionSide(const Context& context, const Quota& quota) {
  drawLocality(context);
  heading(context, context.tr(Str::targets_compare));
  if (quota.counts != Counts::kNonLocal) {
    paragraph(context, context.fonts.small, context.theme.muted,
              context.tr(Str::targets_not_about_locality));
    return;
  }
  drawTotalsHead(context);
  offerTotals(context, totalsOf(context));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 2));
  for (const DefinitionTotal& total : totalsOf(context)) drawTotal(context, total);
  ImGui::PopStyleVar();
}

// A scrolling column of the view.
template <class Draw>
void drawColumn(const Context& context, const char* id, ImVec2 min, ImVec2 max, Draw&& draw) {
  beginPanel(context, id, min, max);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::BeginChild("all", ImGui::GetContentRegionAvail(), 0, ImGuiWindowFlags_NavFlattened);
  ImGui::PopStyleVar();
  draw();
  endChild();
  endPanel();
}

void drawTargets(const Context& context, ImVec2 min, ImVec2 max) {
  const Quota* quota = context.session->quota();
  if (quota == nullptr) {
    drawColumn(context, "targets", min, max, [&] {
      paragraph(context, context.fonts.body, context.theme.muted,
                context.tr(Str::report_no_quotas));
    });
    return;
  }
  const float middle = min.x + (max.x - min.x) * 0.43F;
  drawColumn(context, "targets", min, {middle - kGrid / 2, max.y},
             [&] { drawTargetSide(context, *quota); });
  drawColumn(context, "definitions", {middle + kGrid / 2, min.y}, max,
             [&] { drawDefinitionSide(context, *quota); });
}

}  // namespace

const ViewInfo kTargetsView = {.command = "go.targets",
                               .title = text::Str::work_targets,
                               .icon = icons::kIconTarget,
                               .draw = drawTargets};

}  // namespace cadre::ui
