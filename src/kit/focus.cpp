#include "kit/focus.h"

#include <algorithm>
#include <utility>

#include <imgui_internal.h>

#include "kit/press_area.h"

namespace cadre::kit {
namespace {

bool isPartOf(const ImGuiWindow* window, ImGuiID ancestor) {
  for (; window != nullptr; window = window->ParentWindow) {
    if (window->ID == ancestor) return true;
  }
  return false;
}

}  // namespace

std::optional<FocusRect> focusRect() {
  const ImGuiContext& gui = *ImGui::GetCurrentContext();
  if (gui.NavDisableHighlight || gui.NavId == 0 || !gui.NavIdIsAlive || gui.NavWindow == nullptr) {
    return std::nullopt;
  }
  const ImRect rect =
      ImGui::WindowRectRelToAbs(gui.NavWindow, gui.NavWindow->NavRectRel[gui.NavLayer]);
  return FocusRect{rect.Min, rect.Max};
}

void drawFocusRing(const Frame& frame) {
  const ImGuiContext& gui = *ImGui::GetCurrentContext();
  FocusMemory& memory = frame.focus;
  const bool has_focus = gui.NavWindow != nullptr && gui.NavIdIsAlive;
  memory.window = has_focus ? gui.NavWindow->ID : 0;
  memory.item = has_focus ? gui.NavId : 0;
  memory.scope = has_focus ? gui.NavFocusScopeId : 0;
  const std::optional<FocusRect> rect = focusRect();
  if (!rect) return;
  // Two lines, so that the ring is visible on every surface; outside the item where there is room.
  constexpr float kOut = 2.0F;
  constexpr float kRoom = 4.0F;
  const ImRect& clip = gui.NavWindow->OuterRectClipped;
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  list.PushClipRect({clip.Min.x - kRoom, clip.Min.y - kRoom},
                    {clip.Max.x + kRoom, clip.Max.y + kRoom});
  const ImVec2 min = {std::max(rect->min.x, clip.Min.x) - kOut,
                      std::max(rect->min.y, clip.Min.y) - kOut};
  const ImVec2 max = {std::min(rect->max.x, clip.Max.x) + kOut,
                      std::min(rect->max.y, clip.Max.y) + kOut};
  list.AddRect(min, max, frame.theme.panel, kRounding, 0, 5.0F);
  list.AddRect(min, max, frame.theme.accent, kRounding, 0, 2.5F);
  list.PopClipRect();
}

void keepFocus(const Frame& frame) {
  ImGuiContext& gui = *ImGui::GetCurrentContext();
  FocusMemory& memory = frame.focus;
  gui.NavWindowingToggleLayer = false;
  ImGuiWindow* window = ImGui::FindWindowByID(memory.window);
  const bool lost = ImGui::IsKeyPressed(ImGuiKey_Escape, false) && window != nullptr &&
                    gui.OpenPopupStack.empty() && gui.NavId != memory.item;
  if (!lost || (window->RootWindow->Flags & ImGuiWindowFlags_Popup) != 0) return;
  ImGui::FocusWindow(window);
  ImGui::SetNavID(memory.item, ImGuiNavLayer_Main, memory.scope,
                  window->NavRectRel[ImGuiNavLayer_Main]);
}

void takeArrowKey() { ImGui::NavMoveRequestCancel(); }

bool enterPressed() {
  return ImGui::IsKeyPressed(ImGuiKey_Enter, false) ||
         ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false);
}

void noteFocusPanel(const Frame& frame) {
  FocusMemory& memory = frame.focus;
  const ImGuiWindow* window = ImGui::GetCurrentWindow();
  if (window->ParentWindow != window->RootWindow) return;  // part of another panel
  memory.panels.push_back(window->ID);
  if (memory.enter_panel != window->ID) return;
  memory.enter_panel = 0;
  ImGui::SetKeyboardFocusHere();
  // The ring shows the focused item; focusing a text field this way does not start editing.
  ImGui::GetCurrentContext()->NavMoveFlags &=
      ~(ImGuiNavMoveFlags_NoSetNavHighlight | ImGuiNavMoveFlags_Activate);
}

void stepFocusPanel(const Frame& frame) {
  FocusMemory& memory = frame.focus;
  const int step = std::exchange(memory.panel_step, 0);
  const int count = static_cast<int>(memory.panels.size());
  if (step == 0 || count == 0) return;
  const ImGuiWindow* focused = ImGui::GetCurrentContext()->NavWindow;
  int now = -1;
  for (int i = 0; i < count; ++i) {
    if (isPartOf(focused, memory.panels[static_cast<std::size_t>(i)])) now = i;
  }
  const int next = now < 0 ? (step > 0 ? 0 : count - 1) : (now + step + count) % count;
  memory.enter_panel = memory.panels[static_cast<std::size_t>(next)];
  frame.wants_next = true;
}

bool stopsInList(bool is_chosen) {
  const ImGuiContext& gui = *ImGui::GetCurrentContext();
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  if (!gui.NavDisableHighlight && gui.NavWindow == window && gui.NavId != 0) return false;
  constexpr ImGuiID kFirst = 0x7AB5;  // storage key: the first item's frame
  int* frame = window->StateStorage.GetIntRef(kFirst, -1);
  const bool is_first = std::exchange(*frame, gui.FrameCount) != gui.FrameCount;
  return is_first || is_chosen;
}

bool hasFocus(const char* item) {
  const ImGuiContext& gui = *ImGui::GetCurrentContext();
  return !gui.NavDisableHighlight && gui.NavId != 0 && gui.NavId == ImGui::GetID(item);
}

void joinTableToPanel() {
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  // Headings of frozen rows are on the menu layer, which no key reaches here.
  window->DC.NavLayerCurrent = ImGuiNavLayer_Main;
  if ((window->Flags & ImGuiWindowFlags_NavFlattened) != 0 || window->ParentWindow == nullptr) {
    return;
  }
  // Does what Begin() does for a window with that flag, which cannot be passed to BeginTable().
  // (The window's own focus scope was begun without it.)
  window->Flags |= ImGuiWindowFlags_NavFlattened;
  window->RootWindowForNav = window->ParentWindow->RootWindowForNav;
  ImGui::PopFocusScope();
  window->NavRootFocusScopeId = ImGui::GetCurrentContext()->CurrentFocusScopeId;
}

void scrollStop(const char* id) {
  pressArea(id, {std::max(1.0F, ImGui::GetContentRegionAvail().x), 2.0F});
}

}  // namespace cadre::kit
