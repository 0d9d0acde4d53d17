// What fingers mean: tap, long press, drag, scroll with a glide, pinch.
//
// Pure: contacts and the passing of time go in, actions come out; Touch (kit/touch.h) gives them
// to Dear ImGui. The rules:
//   - a finger that comes and goes is a tap;
//   - one that moves on something that can be dragged drags it when it sets off sideways, and
//     scrolls when it sets off up or down, so that a list of things to drag can be scrolled;
//     anywhere else it scrolls; on a knob or a splitter it drags at once, whichever way;
//   - one that rests for a moment holds what is under it (a tooltip shows): moved then, it drags,
//     whichever way; lifted then, it opens the context menu;
//   - a scroll that ends in motion glides on; the next touch stops it and is no tap;
//   - a second finger makes a pinch, which also pans; it takes back a drag that had begun;
//   - after a pinch the finger that is left does nothing.
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

// What lies where a finger comes down.
enum class Under : std::uint8_t {
  kNothing,    // nothing that can be dragged
  kDraggable,  // an official, text to select: sideways
  kKnob        // a slider, a splitter: at once
};

struct TouchAction {
  enum class Kind : std::uint8_t {
    kPoint,    // the cursor is at `at`
    kPress,    // the button goes down there
    kRelease,  // and up
    kTap,      // press and release at `at`, or at what is near enough to it
    kMenu,     // the context menu of what is at `at`
    kScroll,   // what began at `at` moves with the finger by `delta`
    kPinch,    // what is at `at` grows by `factor` around it and moves by `delta`
    kLeave     // the cursor is nowhere
  };
  Kind kind;
  ImVec2 at;
  ImVec2 delta = {0, 0};
  float factor = 1.0F;
};

class Gestures {
 public:
  static constexpr float kSlop = 10.0F;          // CSS pixels before a finger counts as moved
  static constexpr double kHold = 0.45;          // seconds
  static constexpr float kLeastGlide = 120.0F;   // CSS pixels in a second
  static constexpr float kGlideEnds = 20.0F;     // the same
  static constexpr double kGlideSlows = 0.325;   // seconds to 1/e of the speed
  static constexpr double kFingerRested = 0.08;  // seconds without motion before it lifts

  // `under` is asked for when the first finger comes down, and ignored otherwise.
  [[nodiscard]] std::vector<TouchAction> take(const Contact& contact, Under under);
  // A hold that is due, and the next step of a glide.
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
    kSpent  // fingers are down and mean nothing any more
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
  double since_ = 0;  // of the state, or the last motion of a scroll
  ImVec2 speed_;      // CSS pixels in a second
  // Of the pinch's last step.
  ImVec2 middle_;
  float spread_ = 0;
};

}  // namespace cadre::kit
