#include "ui/shell.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>

#include "kit/buttons.h"
#include "kit/focus.h"
#include "kit/layout.h"
#include "ui/table_copy.h"
#include "ui/view_memory.h"
#include "ui/views/palette.h"
#include "ui/views/views.h"

namespace cadre::ui {
namespace {

using text::Str;

constexpr float kGap = kGrid;
constexpr float kInspectorWidth = 330.0F;
// Below this the inspector lies over the board instead of beside it.
constexpr float kDrawerBelow = 1400.0F;

using DrawView = void (*)(const Context&, ImVec2, ImVec2);

// A tab of the lower right corner; a view is added with one line.
struct LowerView {
  LowerTab tab;
  Str title;
  DrawView draw;
};

constexpr std::array<LowerView, 2> lowerViews() {
  return {{{LowerTab::kPlot, Str::view_attainment, drawAttainment},
           {LowerTab::kFindings, Str::view_findings, drawFindings}}};
}

// What the middle can show; a view is added with one line. A null drawing is the board, with the
// inspector beside it.
struct WorkView {
  Work work;
  Str title;
  DrawView draw;
};

constexpr auto workViews() {
  return std::to_array<WorkView>({
      {Work::kBoard, Str::work_board, nullptr},
      {Work::kProposal, Str::work_proposal, drawProposal},
      {Work::kTargets, Str::work_targets, drawTargets},
      {Work::kRules, Str::work_rules, drawRules},
      {Work::kConsultation, Str::work_consultation, drawConsultation},
      {Work::kCompare, Str::work_compare, drawCompare},
      {Work::kRoadmap, Str::work_roadmap, drawRoadmap},
      {Work::kForecast, Str::work_forecast, drawForecast},
      {Work::kPeople, Str::work_people, drawPeopleChecks},
  });
}

// A part of the screen that somebody who does not see it can find by its name.
void drawRegion(const Context& context, std::string_view role, Str name, DrawView draw, ImVec2 min,
                ImVec2 max) {
  const WidgetTree::Scope region(context.tree, role, context.tr(name));
  draw(context, min, max);
}

// Drags `share` by a thin handle; true while it is dragged.
bool splitter(const Context& context, const char* id, Str name, ImVec2 min, ImVec2 max,
              bool vertical, float whole, float least, float most, float& share) {
  constexpr float kPercent = 100.0F;
  const auto percent = [](float part) { return static_cast<int>(std::lround(part * kPercent)); };
  ImGui::SetCursorScreenPos(min);
  ImGui::InvisibleButton(id, {max.x - min.x, max.y - min.y});
  const bool active = ImGui::IsItemActive();
  if (active || ImGui::IsItemHovered()) {
    ImGui::SetMouseCursor(vertical ? ImGuiMouseCursor_ResizeEW : ImGuiMouseCursor_ResizeNS);
    const ImVec2 middle = {(min.x + max.x) / 2, (min.y + max.y) / 2};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (vertical) {
      list.AddRectFilled({middle.x - 1, min.y}, {middle.x + 1, max.y}, context.theme.accent);
    } else {
      list.AddRectFilled({min.x, middle.y - 1}, {max.x, middle.y + 1}, context.theme.accent);
    }
  }
  if (active && whole > 0) {
    const float delta = vertical ? ImGui::GetIO().MouseDelta.x : -ImGui::GetIO().MouseDelta.y;
    share = std::clamp(share + delta / whole, least, most);
  }
  if (ImGui::IsItemFocused()) {
    constexpr float kStep = 0.02F;
    const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key) ? 1.0F : 0.0F; };
    const float step = vertical ? pressed(ImGuiKey_RightArrow) - pressed(ImGuiKey_LeftArrow)
                                : pressed(ImGuiKey_UpArrow) - pressed(ImGuiKey_DownArrow);
    if (step != 0) takeArrowKey();
    share = std::clamp(share + step * kStep, least, most);
  }
  if (const std::optional<int> wish = context.tree.takeWish(ImGui::GetItemID())) {
    share = std::clamp(static_cast<float>(*wish) / kPercent, least, most);
  }
  context.tree.addLastItem("separator", context.tr(name)).range = {percent(least), percent(most),
                                                                   percent(share)};
  return active;
}

std::string findingsTitle(const Context& context) {
  const FindingCounts counts = context.session->timeline().findingCounts();
  return context.tr(
      Message{Str::findings_counts,
              {{"hard", std::int64_t{counts.hard}}, {"soft", std::int64_t{counts.soft}}}});
}

void drawLowerRight(const Context& context, ImVec2 min, ImVec2 max) {
  constexpr float kTabs = 36.0F;
  const WidgetTree::Scope region(context.tree, "region", context.tr(Str::a11y_results));
  beginPanel(context, "lower", min, {max.x, max.y}, 6.0F);
  const std::string findings = findingsTitle(context);
  const int chosen = segmented(context, context.tr(Str::a11y_results),
                               {context.tr(Str::view_attainment), findings},
                               static_cast<int>(context.memory.lower_tab), SegmentsAs::kViews);
  context.memory.lower_tab = static_cast<LowerTab>(chosen);
  for (const LowerView& view : lowerViews()) {
    if (view.tab != context.memory.lower_tab) continue;
    view.draw(context, {min.x + 2, min.y + kTabs}, {max.x - 2, max.y - 2});
  }
  endPanel();
}

// The row of tabs above the middle; returns where the view below it begins.
float drawWorkTabs(const Context& context, ImVec2 min, ImVec2 max) {
  ImGui::SetCursorScreenPos(min);
  constexpr auto kViews = workViews();
  std::array<std::string_view, kViews.size()> titles;
  int chosen = 0;
  for (std::size_t i = 0; i < kViews.size(); ++i) {
    titles[i] = context.tr(kViews[i].title);
    if (kViews[i].work == context.memory.work) chosen = static_cast<int>(i);
  }
  const int now = segmented(context, context.tr(Str::work_label), titles, chosen, max.x - min.x,
                            SegmentsAs::kViews);
  context.memory.work = kViews[static_cast<std::size_t>(now)].work;
  return min.y + kSegmentHeight + kGap;
}

void drawMiddle(const Context& context, ImVec2 min, ImVec2 max, bool shows_inspector) {
  const bool drawer = context.memory.inspector.is_drawer;
  const bool beside = shows_inspector && !drawer;
  context.tree.beginGroup("main", context.tr(Str::work_label));
  min.y = drawWorkTabs(context, min, max);
  const auto views = workViews();
  const auto view = std::find_if(views.begin(), views.end(),
                                 [&](const WorkView& v) { return v.work == context.memory.work; });
  const bool is_board = view == views.end() || view->draw == nullptr;
  if (is_board) {
    drawBoard(context, min, {beside ? max.x - kInspectorWidth - kGap : max.x, max.y});
  } else {
    view->draw(context, min, max);
  }
  context.tree.endGroup();
  if (!is_board || !beside) return;
  drawRegion(context, "complementary", Str::a11y_inspector, drawInspector,
             {max.x - kInspectorWidth, min.y}, max);
}

void drawPlan(const Context& context, ImVec2 min, ImVec2 max) {
  Preferences& preferences = context.preferences;
  const float width = max.x - min.x;
  const float height = max.y - min.y;
  const float least_left = std::min(0.30F, 330.0F / std::max(width, 1.0F));
  preferences.left_share = std::clamp(preferences.left_share, 0.15F, 0.6F);
  preferences.bottom_share = std::clamp(preferences.bottom_share, 0.15F, 0.7F);
  const float left = min.x + width * std::max(preferences.left_share, least_left);
  const float split_y = max.y - height * preferences.bottom_share;
  const bool drawer = width < kDrawerBelow;
  context.memory.inspector.is_drawer = drawer;
  const bool shows_inspector =
      preferences.inspector_open &&
      (!drawer || context.session->selection().post || context.session->selection().cadre);

  drawRegion(context, "region", Str::a11y_districts, drawDistricts, min, {left, split_y - kGap});
  drawMiddle(context, {left + kGap, min.y}, {max.x, split_y - kGap}, shows_inspector);
  const float lower_middle = min.x + width * 0.54F;
  drawRegion(context, "region", Str::a11y_rounds, drawRounds, {min.x, split_y},
             {lower_middle, max.y});
  drawLowerRight(context, {lower_middle + kGap, split_y}, max);
  splitter(context, "split-left", Str::a11y_divider_left, {left, min.y},
           {left + kGap, split_y - kGap}, true, width, 0.15F, 0.6F, preferences.left_share);
  splitter(context, "split-bottom", Str::a11y_divider_bottom, {min.x, split_y - kGap},
           {max.x, split_y}, false, height, 0.15F, 0.7F, preferences.bottom_share);
  if (shows_inspector && drawer && context.memory.work == Work::kBoard) {
    // Upright the board is hardly wider than the inspector, which then lies over the plot.
    const bool upright = height > width;
    const float top = upright ? split_y : min.y + kSegmentHeight + kGap;
    const float drawer_left =
        upright ? std::min(lower_middle + kGap, max.x - kInspectorWidth) : max.x - kInspectorWidth;
    drawRegion(context, "complementary", Str::a11y_inspector, drawInspector, {drawer_left, top},
               {max.x, upright ? max.y : split_y - kGap});
  }
}

}  // namespace

void drawShell(const Context& context) {
  const ImGuiViewport* viewport = ImGui::GetMainViewport();
  ImGui::SetNextWindowPos(viewport->Pos);
  ImGui::SetNextWindowSize(viewport->Size);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0.0F);
  constexpr ImGuiWindowFlags kFlags =
      ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
      ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse;
  ImGui::Begin("planner", nullptr, kFlags);
  ImGui::PopStyleVar(2);
  const ImVec2 min = viewport->Pos;
  const ImVec2 max = {min.x + viewport->Size.x, min.y + viewport->Size.y};
  // Instead of everything else: what a meeting may not see is not drawn at all.
  if (context.session != nullptr && context.memory.meeting.open) {
    drawRegion(context, "main", Str::meeting_start, drawMeeting, min, max);
    drawFocusRing(context);
    ImGui::End();
    return;
  }
  drawRegion(context, "banner", Str::app_name, drawTopBar, min, {max.x, min.y + kTopBarHeight});
  const float trouble = drawTrouble(context, {min.x, min.y + kTopBarHeight}, max);
  const ImVec2 body_min = {min.x + kGap, min.y + kTopBarHeight + trouble + kGap};
  const ImVec2 body_max = {max.x - kGap, max.y - kGap};
  if (context.session == nullptr || context.outside.start_open) {
    drawRegion(context, "main", Str::start_title, drawStart,
               {min.x, min.y + kTopBarHeight + trouble}, max);
  } else {
    drawPlan(context, body_min, body_max);
  }
  drawImport(context, min, max);
  drawRestorePoints(context, min, max);
  drawPasswordDialog(context, min, max);
  drawLoadFailure(context, min, max);
  drawAbout(context, min, max);
  drawShortcuts(context);
  drawPalette(context);
  serveTableCopies(context);
  drawDragEffect(context);
  stepFocusPanel(context);
  drawFocusRing(context);
  ImGui::End();
}

}  // namespace cadre::ui
