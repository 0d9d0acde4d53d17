// Recognises touch gestures: tap, long press, drag, scroll with inertia, pinch.
//
// Pure: touches and the passing of time go in, actions come out; Touch (kit/touch.h) passes them to
// Dear ImGui. The rules:
//   - a finger that touches and lifts is a tap;
//   - a finger moving on something draggable drags it if it starts sideways, and scrolls if it
//     starts up or down, so that a list of draggable things can be scrolled; anywhere else it
//     scrolls; on a knob or a splitter it drags at once, in any direction;
//   - a finger resting for a moment holds what is under it (a tooltip appears): moving then drags,
//     in any direction; lifting then opens the context menu;
//   - a scroll released in motion continues with inertia; the next touch stops it and is not a tap;
//   - a second finger starts a pinch, which also pans; it cancels a drag in progress;
//   - after a pinch the remaining finger does nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <imgui.h>

#include "shared/numbers.h"

namespace cadre::kit {

using shared::TouchPhase;

struct Contact {
  int id = 0;  // of the finger
  TouchPhase phase = TouchPhase::kDown;
  ImVec2 at;        // CSS pixels
  double time = 0;  // seconds
};

// What is under a finger that comes down.
enum class Under : std::uint8_t {
  kNothing,    // nothing draggable
  kDraggable,  // an official, selectable text: drags sideways
  kKnob        // a slider, a splitter: drags at once
};

struct TouchAction {
  enum class Kind : std::uint8_t {
    kPoint,    // the cursor is at `at`
    kPress,    // the button goes down at `at`
    kRelease,  // the button goes up
    kTap,      // press and release at `at`, or at a target close enough to it
    kMenu,     // open the context menu of what is at `at`
    kScroll,   // scroll what is at the starting point `at` by `delta`
    kPinch,    // zoom what is at `at` by `factor` around it and move it by `delta`
    kLeave     // the cursor leaves
  };
  Kind kind;
  ImVec2 at;
  ImVec2 delta = {0, 0};
  float factor = 1.0F;
};

class Gestures {
 public:
  static constexpr float kSlop = 10.0F;          // CSS pixels; less is not a movement
  static constexpr double kHold = 0.45;          // seconds
  static constexpr float kLeastGlide = 120.0F;   // CSS pixels per second
  static constexpr float kGlideEnds = 20.0F;     // CSS pixels per second
  static constexpr double kGlideSlows = 0.325;   // seconds to 1/e of the speed
  static constexpr double kFingerRested = 0.08;  // seconds without motion before lifting

  // `under` is used when the first finger comes down, and ignored otherwise.
  [[nodiscard]] std::vector<TouchAction> take(const Contact& contact, Under under);
  // Handles a hold that is due, and the next step of inertial scrolling.
  [[nodiscard]] std::vector<TouchAction> pass(double now);
  // When pass() should be called next; none when nothing depends on time.
  [[nodiscard]] std::optional<double> deadline() const;

 private:
  enum class State : std::uint8_t {
    kIdle,
    kUndecided,
    kHeld,
    kDragging,
    kScrolling,
    kGliding,
    kPinching,
    kSpent  // fingers that are down are ignored
  };
  struct Finger {
    int id;
    ImVec2 at;
  };
  using Actions = std::vector<TouchAction>;

  void down(const Contact& contact, Under under, Actions& out);
  void move(const Contact& contact, Actions& out);
  void up(const Contact& contact, Actions& out);
  void cancel(Actions& out);
  void decide(const Contact& contact, Actions& out);
  void pinch(Actions& out);
  [[nodiscard]] Finger* find(int id);

  State state_ = State::kIdle;
  Under under_ = Under::kNothing;
  bool stopped_glide_ = false;
  std::vector<Finger> fingers_;
  ImVec2 start_;
  ImVec2 last_;
  double since_ = 0;  // start of the state, or the last motion of a scroll
  ImVec2 speed_;      // CSS pixels per second
  // The last step of the pinch.
  ImVec2 middle_;
  float spread_ = 0;
};

}  // namespace cadre::kit
