#include "ui/shell.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kit/buttons.h"
#include "kit/focus.h"
#include "kit/layout.h"
#include "kit/press_area.h"
#include "ui/outside.h"
#include "ui/table_copy.h"
#include "ui/view_memory.h"
#include "ui/views/board/inspector_memory.h"
#include "ui/views/meeting/meeting_memory.h"
#include "ui/views/shell/palette.h"
#include "ui/views/view.h"
#include "ui/views/views.h"

namespace cadre::ui {
namespace {

using text::Str;

constexpr float kGap = kGrid;
constexpr float kInspectorWidth = 330.0F;
// On narrower screens the inspector lies over the board instead of beside it.
constexpr float kDrawerBelow = 1400.0F;

// A landmark: a part of the screen that assistive technology can find by name.
void drawRegion(const Context& context, std::string_view role, Str name, DrawView draw, ImVec2 min,
                ImVec2 max) {
  const WidgetTree::Scope region(context.tree, role, context.tr(name));
  draw(context, min, max);
}

// Changes `share` by dragging a thin handle; returns true while it is dragged.
bool splitter(const Context& context, const char* id, Str name, ImVec2 min, ImVec2 max,
              bool vertical, float whole, float least, float most, float& share) {
  constexpr float kPercent = 100.0F;
  const auto percent = [](float part) { return static_cast<int>(std::lround(part * kPercent)); };
  ImGui::SetCursorScreenPos(min);
  pressArea(id, {max.x - min.x, max.y - min.y});
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

// A row of tabs, of which one view is shown; `shown` follows the selection.
std::vector<std::string> titlesOf(const Context& context, std::span<const ViewInfo* const> views) {
  std::vector<std::string> out;
  for (const ViewInfo* view : views) {
    out.push_back(view->telling_title == nullptr ? std::string(context.tr(view->title))
                                                 : view->telling_title(context));
  }
  return out;
}

void drawTabs(const Context& context, Str name, std::span<const ViewInfo* const> views,
              std::optional<float> width, const ViewInfo*& shown) {
  const std::vector<std::string> titles = titlesOf(context, views);
  const std::vector<std::string_view> choices(titles.begin(), titles.end());
  const int chosen = placeOf(shown, views);
  const int now =
      width ? segmented(context, context.tr(name), choices, chosen, *width, SegmentsAs::kViews)
            : segmented(context, context.tr(name), choices, chosen, SegmentsAs::kViews);
  shown = views[static_cast<std::size_t>(now)];
}

void drawLowerRight(const Context& context, ImVec2 min, ImVec2 max) {
  constexpr float kTabs = 36.0F;
  const WidgetTree::Scope region(context.tree, "region", context.tr(Str::a11y_results));
  beginPanel(context, "lower", min, {max.x, max.y}, 6.0F);
  const ViewInfo*& shown = context.memory.of<ShownViews>().lower;
  drawTabs(context, Str::a11y_results, lowerViews(), std::nullopt, shown);
  shown->draw(context, {min.x + 2, min.y + kTabs}, {max.x - 2, max.y - 2});
  endPanel();
}

void drawMiddle(const Context& context, ImVec2 min, ImVec2 max, bool shows_inspector) {
  const bool drawer = context.memory.of<InspectorMemory>().is_drawer;
  const bool beside = shows_inspector && !drawer;
  context.tree.beginGroup("main", context.tr(Str::work_label));
  ImGui::SetCursorScreenPos(min);
  const ViewInfo*& shown = context.memory.of<ShownViews>().work;
  drawTabs(context, Str::work_label, workViews(), max.x - min.x, shown);
  min.y += kSegmentHeight + kGap;
  const bool makes_room = shown->with_inspector && beside;
  shown->draw(context, min, {makes_room ? max.x - kInspectorWidth - kGap : max.x, max.y});
  context.tree.endGroup();
  if (!makes_room) return;
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
  context.memory.of<InspectorMemory>().is_drawer = drawer;
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
  if (shows_inspector && drawer && context.memory.of<ShownViews>().work->with_inspector) {
    // In portrait the board is hardly wider than the inspector, which then lies over the plot.
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
  // Drawn instead of everything else: what a meeting may not see is not drawn at all.
  if (context.session != nullptr && context.memory.of<MeetingMemory>().open) {
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
