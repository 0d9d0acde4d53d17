#include "kit/touch.h"

#include <algorithm>
#include <array>
#include <cfloat>
#include <cmath>

#include <imgui_internal.h>

namespace cadre::kit {
namespace {

using Kind = TouchAction::Kind;

bool contains(const Widget& widget, ImVec2 at, ImVec2 grown = {0, 0}) {
  return at.x >= widget.min.x - grown.x && at.x < widget.max.x + grown.x &&
         at.y >= widget.min.y - grown.y && at.y < widget.max.y + grown.y;
}

// How far outside the rectangle the point is.
float distance(const Widget& widget, ImVec2 at) {
  const float x = std::max({widget.min.x - at.x, at.x - widget.max.x, 0.0F});
  const float y = std::max({widget.min.y - at.y, at.y - widget.max.y, 0.0F});
  return std::hypot(x, y);
}

// The nearest point inside by a small margin, so that the widget and not its neighbour is hit;
// where a side is thinner than that, its middle.
float insideOf(float low, float high, float at) {
  const float hair = std::min(1.0F, std::max(0.0F, high - low) / 2);
  return std::clamp(at, low + hair, std::max(low + hair, high - hair));
}
ImVec2 inside(const Widget& widget, ImVec2 at) {
  return {insideOf(widget.min.x, widget.max.x, at.x), insideOf(widget.min.y, widget.max.y, at.y)};
}

// A splitter is too thin for a finger to hit exactly. Null when there is none.
const Widget* splitterNear(const std::vector<Widget>& widgets, ImVec2 at) {
  constexpr float kNear = 10.0F;
  const auto found = std::find_if(widgets.begin(), widgets.end(), [&](const Widget& widget) {
    return widget.role == "separator" && contains(widget, at, {kNear, kNear});
  });
  return found == widgets.end() ? nullptr : &*found;
}

// The topmost window at the point, and the nearest enclosing one that can scroll in that direction.
ImGuiID scrollableAt(ImVec2 at, bool across) {
  const ImGuiContext& gui = *ImGui::GetCurrentContext();
  for (int i = gui.Windows.Size - 1; i >= 0; --i) {
    const ImGuiWindow* window = gui.Windows[i];
    if (!window->WasActive || window->Hidden || !window->OuterRectClipped.Contains(at)) continue;
    if ((window->Flags & ImGuiWindowFlags_NoMouseInputs) != 0) continue;
    for (const ImGuiWindow* around = window; around != nullptr; around = around->ParentWindow) {
      const float room = across ? around->ScrollMax.x : around->ScrollMax.y;
      if (room > 0) return around->ID;
      if ((around->Flags & ImGuiWindowFlags_ChildWindow) == 0) break;
    }
    return 0;
  }
  return 0;
}

void addButton(int button, bool down) { ImGui::GetIO().AddMouseButtonEvent(button, down); }

}  // namespace

bool canBeTapped(std::string_view role) {
  constexpr std::array<std::string_view, 14> kRoles = {
      "button", "tab",  "menuitem", "combobox", "checkbox", "textbox", "tile",
      "post",   "move", "row",      "option",   "slider",   "sample",  "line"};
  return std::find(kRoles.begin(), kRoles.end(), role) != kRoles.end();
}

ImVec2 tapTarget(const std::vector<Widget>& widgets, ImVec2 at) {
  const Widget* nearest = nullptr;
  for (const Widget& widget : widgets) {
    if (!canBeTapped(widget.role)) continue;
    if (contains(widget, at)) return at;
    const ImVec2 size = {widget.max.x - widget.min.x, widget.max.y - widget.min.y};
    const ImVec2 grown = {std::max(0.0F, (kLeastTarget - size.x) / 2),
                          std::max(0.0F, (kLeastTarget - size.y) / 2)};
    if (!contains(widget, at, grown)) continue;
    if (nearest == nullptr || distance(widget, at) < distance(*nearest, at)) nearest = &widget;
  }
  return nearest == nullptr ? at : inside(*nearest, at);
}

ImVec2 pressTarget(const std::vector<Widget>& widgets, ImVec2 at) {
  const Widget* splitter = splitterNear(widgets, at);
  return splitter == nullptr ? at : inside(*splitter, at);
}

Under underFinger(const std::vector<Widget>& widgets, ImVec2 at) {
  if (splitterNear(widgets, at) != nullptr) return Under::kKnob;
  Under found = Under::kNothing;
  for (const Widget& widget : widgets) {
    if (!contains(widget, at)) continue;
    if (widget.role == "slider") return Under::kKnob;
    if (widget.role == "post" || widget.role == "textbox") found = Under::kDraggable;
  }
  return found;
}

void Touch::take(const Contact& contact, const std::vector<Widget>& widgets) {
  const Under under =
      contact.phase == TouchPhase::kDown ? underFinger(widgets, contact.at) : Under::kNothing;
  apply(gestures_.take(contact, under), widgets);
  if (contact.phase == TouchPhase::kDown) scrolls_ = false;
}

void Touch::pass(double now, const std::vector<Widget>& widgets) {
  apply(gestures_.pass(now), widgets);
}

void Touch::apply(const std::vector<TouchAction>& actions, const std::vector<Widget>& widgets) {
  ImGuiIO& io = ImGui::GetIO();
  for (const TouchAction& action : actions) {
    io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
    switch (action.kind) {
      case Kind::kPoint:
        io.AddMousePosEvent(action.at.x, action.at.y);
        break;
      case Kind::kPress: {
        const ImVec2 target = pressTarget(widgets, action.at);
        io.AddMousePosEvent(target.x, target.y);
        addButton(ImGuiMouseButton_Left, true);
        break;
      }
      case Kind::kRelease:
        addButton(ImGuiMouseButton_Left, false);
        break;
      case Kind::kTap: {
        const ImVec2 target = tapTarget(widgets, action.at);
        io.AddMousePosEvent(target.x, target.y);
        addButton(ImGuiMouseButton_Left, true);
        addButton(ImGuiMouseButton_Left, false);
        io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
        break;
      }
      case Kind::kMenu:
        io.AddMousePosEvent(action.at.x, action.at.y);
        addButton(ImGuiMouseButton_Right, true);
        addButton(ImGuiMouseButton_Right, false);
        io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
        break;
      case Kind::kScroll:
        scroll(action);
        break;
      case Kind::kPinch:
        addToPinch(action);
        break;
      case Kind::kLeave:
        io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
        break;
    }
  }
}

void Touch::scroll(const TouchAction& action) {
  if (!scrollWindow(action.at, action.delta)) addToPinch(action);
}

void Touch::addToPinch(const TouchAction& action) {
  const Pinch before = pinch.value_or(Pinch{action.at, 1.0F, {0, 0}});
  pinch = Pinch{action.at,
                before.factor * action.factor,
                {before.pan.x + action.delta.x, before.pan.y + action.delta.y}};
}

bool Touch::scrollWindow(ImVec2 at, ImVec2 delta) {
  if (!scrolls_) {
    scrolls_ = true;
    scrolled_ = scrollableAt(at, std::abs(delta.x) > std::abs(delta.y));
  }
  ImGuiWindow* window = scrolled_ == 0 ? nullptr : ImGui::FindWindowByID(scrolled_);
  if (window == nullptr) return false;
  // Starts from the current target position: several steps may come before the next frame.
  const ImVec2 now = {window->ScrollTarget.x < FLT_MAX ? window->ScrollTarget.x : window->Scroll.x,
                      window->ScrollTarget.y < FLT_MAX ? window->ScrollTarget.y : window->Scroll.y};
  ImGui::SetScrollX(window, std::clamp(now.x - delta.x, 0.0F, window->ScrollMax.x));
  ImGui::SetScrollY(window, std::clamp(now.y - delta.y, 0.0F, window->ScrollMax.y));
  return true;
}

void Touch::endFrame() {
  if (pinch && (pinch->pan.x != 0 || pinch->pan.y != 0)) (void)scrollWindow(pinch->at, pinch->pan);
  pinch.reset();
}

}  // namespace cadre::kit
