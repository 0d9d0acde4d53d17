#include "ui/shell.h"

#include <algorithm>
#include <array>
#include <string>

#include "ui/kit/draw.h"
#include "ui/view_memory.h"
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

// Drags `share` by a thin handle; true while it is dragged.
bool splitter(const Context& context, const char* id, ImVec2 min, ImVec2 max, bool vertical,
              float whole, float least, float most, float& share) {
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
  beginPanel(context, "lower", min, {max.x, max.y}, 6.0F);
  const std::string findings = findingsTitle(context);
  const int chosen = segmented(context, "lower-tabs", {context.tr(Str::view_attainment), findings},
                               static_cast<int>(context.memory.lower_tab));
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
  const int now = segmented(context, "work", titles, chosen, max.x - min.x);
  context.memory.work = kViews[static_cast<std::size_t>(now)].work;
  return min.y + kSegmentHeight + kGap;
}

void drawMiddle(const Context& context, ImVec2 min, ImVec2 max, bool shows_inspector) {
  const bool drawer = context.memory.inspector.is_drawer;
  min.y = drawWorkTabs(context, min, max);
  const auto views = workViews();
  const auto view = std::find_if(views.begin(), views.end(),
                                 [&](const WorkView& v) { return v.work == context.memory.work; });
  if (view != views.end() && view->draw != nullptr) {
    view->draw(context, min, max);
    return;
  }
  const bool beside = shows_inspector && !drawer;
  drawBoard(context, min, {beside ? max.x - kInspectorWidth - kGap : max.x, max.y});
  if (beside) drawInspector(context, {max.x - kInspectorWidth, min.y}, max);
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

  drawDistricts(context, min, {left, split_y - kGap});
  drawMiddle(context, {left + kGap, min.y}, {max.x, split_y - kGap}, shows_inspector);
  const float lower_middle = min.x + width * 0.54F;
  drawRounds(context, {min.x, split_y}, {lower_middle, max.y});
  drawLowerRight(context, {lower_middle + kGap, split_y}, max);
  splitter(context, "split-left", {left, min.y}, {left + kGap, split_y - kGap}, true, width, 0.15F,
           0.6F, preferences.left_share);
  splitter(context, "split-bottom", {min.x, split_y - kGap}, {max.x, split_y}, false, height, 0.15F,
           0.7F, preferences.bottom_share);
  if (shows_inspector && drawer && context.memory.work == Work::kBoard) {
    const float top = min.y + kSegmentHeight + kGap;
    drawInspector(context, {max.x - kInspectorWidth, top}, {max.x, split_y - kGap});
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
  drawTopBar(context, min, {max.x, min.y + kTopBarHeight});
  const ImVec2 body_min = {min.x + kGap, min.y + kTopBarHeight + kGap};
  const ImVec2 body_max = {max.x - kGap, max.y - kGap};
  if (context.session == nullptr || context.outside.start_open) {
    drawStart(context, {min.x, min.y + kTopBarHeight}, max);
  } else {
    drawPlan(context, body_min, body_max);
  }
  drawImport(context, min, max);
  drawLoadFailure(context, min, max);
  drawDragEffect(context);
  ImGui::End();
}

}  // namespace cadre::ui
