// A picture that can be looked at closely: the wheel and two fingers zoom it, a drag moves it.
//
// A picture at scale 1 fits its frame; at other scales a part of it fills the frame. A point of the
// whole picture, as it would lie at scale 1, lies at place() on the screen.
#pragma once

#include <imgui.h>

namespace cadre::kit {

struct Frame;

struct Zoom {
  static constexpr float kMost = 6.0F;

  float scale = 1.0F;
  ImVec2 offset;  // of the picture's corner from the frame's; never leaves a gap

  [[nodiscard]] bool isWhole() const { return scale <= 1.0F; }
  // `at` and `frame_min` on the screen.
  [[nodiscard]] ImVec2 place(ImVec2 at, ImVec2 frame_min) const {
    return {frame_min.x + (at.x - frame_min.x) * scale + offset.x,
            frame_min.y + (at.y - frame_min.y) * scale + offset.y};
  }
  // Grows around a point of the frame (from its corner) and moves.
  void change(ImVec2 around, float factor, ImVec2 pan, ImVec2 frame_size);
  // What of an axis shows, as shares of its length: from the left or the top.
  [[nodiscard]] float firstX(float width) const { return -offset.x / (width * scale); }
  [[nodiscard]] float firstY(float height) const { return -offset.y / (height * scale); }
};

// Whether a point of the screen lies in the frame.
[[nodiscard]] bool isInside(ImVec2 at, ImVec2 min, ImVec2 max);

// Takes wheel, fingers and drags over the frame in the current window. True while it is dragged and
// when the button is released then, which is no click.
bool takeZoom(const Frame& frame, ImVec2 min, ImVec2 max, Zoom& zoom);

// The way back, in the upper right corner; nothing while the whole picture shows.
void drawZoomReset(const Frame& frame, ImVec2 min, ImVec2 max, Zoom& zoom);

}  // namespace cadre::kit
