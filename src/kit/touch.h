// Connects touch input to Dear ImGui: gestures become cursor and buttons, scrolling and zooming.
//
// Fingers are wide: a tap that misses goes to the nearest widget, so that every control can be hit
// within kLeastTarget. Scrolling applies to the window under the finger that can scroll in that
// direction. Where none can, and for two fingers, the motion is stored in `pinch` for views that
// zoom.
#pragma once

#include <optional>
#include <vector>

#include <imgui.h>

#include "kit/gestures.h"
#include "kit/widget_tree.h"

namespace cadre::kit {

// The motion of two fingers (or of one on a zoomed picture) since the last frame, around `at`.
struct Pinch {
  ImVec2 at;
  float factor = 1.0F;
  ImVec2 pan;
};

// In CSS pixels: WCAG 2.2 requires 24, platforms recommend 40 to 48.
inline constexpr float kLeastTarget = 40.0F;

// Whether a widget of that role can be operated with one tap.
[[nodiscard]] bool canBeTapped(std::string_view role);
// The target of a tap at `at`: the same point if a tappable widget is there, else the nearest
// widget whose area, enlarged to kLeastTarget, contains the point.
[[nodiscard]] ImVec2 tapTarget(const std::vector<Widget>& widgets, ImVec2 at);
// The target of a drag that starts at `at`: the same point, or a splitter nearby.
[[nodiscard]] ImVec2 pressTarget(const std::vector<Widget>& widgets, ImVec2 at);
// What is under a finger that comes down at `at`.
[[nodiscard]] Under underFinger(const std::vector<Widget>& widgets, ImVec2 at);

class Touch {
 public:
  // Call between frames. `widgets` are those of the last frame.
  void take(const Contact& contact, const std::vector<Widget>& widgets);
  void pass(double now, const std::vector<Widget>& widgets);
  [[nodiscard]] std::optional<double> deadline() const { return gestures_.deadline(); }
  // Whether the cursor is a finger; a mouse or a pen may also be in use.
  [[nodiscard]] static bool isTouch() {
    return ImGui::GetIO().MouseSource == ImGuiMouseSource_TouchScreen;
  }

  // For the views of a frame: the view that zooms takes the pinch.
  std::optional<Pinch> pinch;
  // Call after the views: two fingers on something that does not zoom scroll it.
  void endFrame();

 private:
  void apply(const std::vector<TouchAction>& actions, const std::vector<Widget>& widgets);
  void scroll(const TouchAction& action);
  void addToPinch(const TouchAction& action);
  // Returns false when no window can scroll.
  bool scrollWindow(ImVec2 at, ImVec2 delta);

  Gestures gestures_;
  bool scrolls_ = false;  // the same scroll continues
  ImGuiID scrolled_ = 0;  // window; 0: none could
};

}  // namespace cadre::kit
