#include "kit/zoom.h"

#include <algorithm>
#include <cmath>

#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/dialog.h"
#include "kit/touch.h"

namespace cadre::kit {

bool isInside(ImVec2 at, ImVec2 min, ImVec2 max) {
  return at.x >= min.x && at.x < max.x && at.y >= min.y && at.y < max.y;
}

void Zoom::change(ImVec2 around, float factor, ImVec2 pan, ImVec2 frame_size) {
  const float wanted = std::clamp(scale * factor, 1.0F, kMost);
  const float grown = wanted / scale;
  scale = wanted;
  // The point under the hand stays there while zooming, then moves with the hand.
  offset = {around.x - (around.x - offset.x) * grown + pan.x,
            around.y - (around.y - offset.y) * grown + pan.y};
  // A frame may have no height: in a panel lower than its heading.
  offset.x = std::clamp(offset.x, std::min(0.0F, frame_size.x * (1 - scale)), 0.0F);
  offset.y = std::clamp(offset.y, std::min(0.0F, frame_size.y * (1 - scale)), 0.0F);
}

bool takeZoom(const Frame& frame, ImVec2 min, ImVec2 max, Zoom& zoom) {
  const ImGuiIO& io = ImGui::GetIO();
  const ImVec2 size = {max.x - min.x, max.y - min.y};
  // A frame of another size shows the same part of the picture.
  zoom.change({0, 0}, 1.0F, {0, 0}, size);
  std::optional<Pinch>& pinch = frame.touch.pinch;
  if (pinch && !anyPopupOpen() && isInside(pinch->at, min, max)) {
    zoom.change({pinch->at.x - min.x, pinch->at.y - min.y}, pinch->factor, pinch->pan, size);
    pinch.reset();
    frame.wants_next = true;
  }
  const bool hovered = ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) &&
                       isInside(io.MousePos, min, max);
  if (hovered && io.MouseWheel != 0.0F) {
    constexpr float kStep = 1.2F;
    zoom.change({io.MousePos.x - min.x, io.MousePos.y - min.y}, std::pow(kStep, io.MouseWheel),
                {0, 0}, size);
    frame.wants_next = true;
  }
  const bool holds = !zoom.isWhole() && ImGui::GetDragDropPayload() == nullptr &&
                     isInside(io.MouseClickedPos[ImGuiMouseButton_Left], min, max) && hovered;
  if (holds && ImGui::IsMouseDragging(ImGuiMouseButton_Left)) {
    zoom.change({0, 0}, 1.0F, io.MouseDelta, size);
  }
  // Still true in the frame in which the button is released.
  const float threshold = io.MouseDragThreshold * io.MouseDragThreshold;
  return holds && io.MouseDragMaxDistanceSqr[ImGuiMouseButton_Left] >= threshold;
}

void drawZoomReset(const Frame& frame, ImVec2 min, ImVec2 max, Zoom& zoom) {
  if (zoom.isWhole()) return;
  constexpr float kInset = 4.0F;
  const ImVec2 at = {max.x - kIconButtonSide - kInset, min.y + kInset};
  ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + kIconButtonSide, at.y + kIconButtonSide},
                                            frame.theme.panel, kRounding);
  ImGui::SetCursorScreenPos(at);
  if (iconButton(frame, icons::kIconMinimize, frame.tr(text::Str::zoom_reset))) zoom = {};
}

}  // namespace cadre::kit
