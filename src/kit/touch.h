// Fingers on what Dear ImGui draws: gestures become its cursor and buttons, scrolling and zoom.
//
// Fingers are wide: a tap that misses goes to the nearest widget, so that every control can be hit
// within kLeastTarget. What is scrolled is the window under the finger that can scroll that way;
// where none can, and for two fingers, the motion is kept in `pinch` for views that zoom.
#pragma once

#include <optional>
#include <vector>

#include <imgui.h>

#include "kit/gestures.h"
#include "kit/widget_tree.h"

namespace cadre::kit {

// How two fingers (or one on a zoomed picture) moved since the last frame, around `at`.
struct Pinch {
  ImVec2 at;
  float factor = 1.0F;
  ImVec2 pan;
};

// In CSS pixels: WCAG 2.2 asks for 24, platforms for 40 to 48.
inline constexpr float kLeastTarget = 40.0F;

// Whether a person can act on a widget of that role with one tap.
[[nodiscard]] bool canBeTapped(std::string_view role);
// Where a tap at `at` goes: there, where a widget lies that can be tapped, or else onto the nearest
// one whose area, grown to kLeastTarget, holds the point.
[[nodiscard]] ImVec2 tapTarget(const std::vector<Widget>& widgets, ImVec2 at);
// Where a finger presses that comes down at `at` to drag: there, or onto a splitter nearby.
[[nodiscard]] ImVec2 pressTarget(const std::vector<Widget>& widgets, ImVec2 at);
// What a finger that comes down at `at` finds.
[[nodiscard]] Under underFinger(const std::vector<Widget>& widgets, ImVec2 at);

class Touch {
 public:
  // Between frames. `widgets` are those of the last one.
  void take(const Contact& contact, const std::vector<Widget>& widgets);
  void pass(double now, const std::vector<Widget>& widgets);
  [[nodiscard]] std::optional<double> deadline() const { return gestures_.deadline(); }
  // Whether the cursor is a finger; a mouse or a pen may be used in between.
  [[nodiscard]] static bool isTouch() {
    return ImGui::GetIO().MouseSource == ImGuiMouseSource_TouchScreen;
  }

  // For the views of a frame: who zooms takes it away.
  std::optional<Pinch> pinch;
  // After the views: two fingers on what does not zoom scroll it.
  void endFrame();

 private:
  void apply(const std::vector<TouchAction>& actions, const std::vector<Widget>& widgets);
  void scroll(const TouchAction& action);
  void addToPinch(const TouchAction& action);
  // False where no window can scroll.
  bool scrollWindow(ImVec2 at, ImVec2 delta);

  Gestures gestures_;
  bool scrolls_ = false;  // the same scroll goes on
  ImGuiID scrolled_ = 0;  // window; 0: none could
};

}  // namespace cadre::kit
