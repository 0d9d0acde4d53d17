// A zoomable picture: the wheel and two fingers zoom it, dragging moves it.
//
// At scale 1 the picture fits its frame; at larger scales a part of it fills the frame. place()
// maps a point of the whole picture, as it would lie at scale 1, to the screen.
#pragma once

#include <imgui.h>

namespace cadre::kit {

struct Frame;

struct Zoom {
  static constexpr float kMost = 6.0F;

  float scale = 1.0F;
  ImVec2 offset;  // from the frame's corner to the picture's; never leaves a gap

  [[nodiscard]] bool isWhole() const { return scale <= 1.0F; }
  // `at` and `frame_min` are in screen coordinates.
  [[nodiscard]] ImVec2 place(ImVec2 at, ImVec2 frame_min) const {
    return {frame_min.x + (at.x - frame_min.x) * scale + offset.x,
            frame_min.y + (at.y - frame_min.y) * scale + offset.y};
  }
  // Zooms around a point of the frame (relative to its corner) and moves.
  void change(ImVec2 around, float factor, ImVec2 pan, ImVec2 frame_size);
  // The visible part of an axis, as fractions of its length from the left or the top.
  [[nodiscard]] float firstX(float width) const { return -offset.x / (width * scale); }
  [[nodiscard]] float firstY(float height) const { return -offset.y / (height * scale); }
};

// Whether a point of the screen is inside the frame.
[[nodiscard]] bool isInside(ImVec2 at, ImVec2 min, ImVec2 max);

// Handles wheel, touch and drags over the frame in the current window. Returns true while it is
// dragged and when the button is then released, which is not a click.
bool takeZoom(const Frame& frame, ImVec2 min, ImVec2 max, Zoom& zoom);

// A button in the upper right corner that resets the zoom; not shown while the whole picture is
// visible.
void drawZoomReset(const Frame& frame, ImVec2 min, ImVec2 max, Zoom& zoom);

}  // namespace cadre::kit
