#include "kit/layout.h"

#include <algorithm>

#include "kit/focus.h"
#include "kit/id.h"

namespace cadre::kit {

Row::Row(float height)
    : start_x_(ImGui::GetCursorPosX()), y_(ImGui::GetCursorPosY()), height_(height) {}

void Row::next(float item_height, float gap) {
  float x = start_x_;
  if (!first_ && !jumped_) x = ImGui::GetItemRectMax().x - ImGui::GetWindowPos().x + gap;
  first_ = false;
  jumped_ = false;
  ImGui::SetCursorPos({x, y_ + (height_ - item_height) / 2});
}

void Row::jumpTo(float x) {
  start_x_ = x;
  jumped_ = true;
}

float Row::room() const {
  const float used =
      first_ || jumped_ ? start_x_ : ImGui::GetItemRectMax().x - ImGui::GetWindowPos().x;
  return ImGui::GetWindowContentRegionMax().x - used;
}

void Row::end() { ImGui::SetCursorPos({ImGui::GetWindowContentRegionMin().x, y_ + height_}); }

void beginPanel(const Frame& frame, std::string_view id, ImVec2 min, ImVec2 max, float padding) {
  ImGui::SetCursorScreenPos(min);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(padding, padding));
  ImGui::PushStyleColor(ImGuiCol_ChildBg, frame.theme.panel);
  ImGui::BeginChild(Id(id).c(), {std::max(1.0F, max.x - min.x), std::max(1.0F, max.y - min.y)},
                    ImGuiChildFlags_AlwaysUseWindowPadding,
                    ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse |
                        ImGuiWindowFlags_NavFlattened);
  ImGui::PopStyleColor();
  ImGui::PopStyleVar();
  // Dear ImGui paints a child window's background into its parent, below all other children; a
  // drawer lies over the board, so it paints its own.
  ImGui::GetWindowDrawList()->AddRectFilled(min, max, frame.theme.panel, kRounding);
  noteFocusPanel(frame);
}

void endPanel() { endChild(); }

void endChild() {
  ImGui::SetCursorPos(ImGui::GetCursorStartPos());
  ImGui::EndChild();
}

}  // namespace cadre::kit
