#include "kit/menus.h"

#include <algorithm>

#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/id.h"
#include "kit/press_area.h"
#include "kit/text.h"

namespace cadre::kit {

bool menuItem(const Frame& frame, std::string_view icon, std::string_view text, bool chosen,
              bool enabled) {
  constexpr float kIconWidth = 26.0F;
  constexpr float kHeight = 30.0F;
  const float width = std::max(ImGui::GetContentRegionAvail().x,
                               measure(frame.fonts.body, text).x + kIconWidth + 24.0F);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::BeginDisabled(!enabled);
  // Identified also by its index: names may be equal or empty.
  ImGui::PushID(static_cast<int>(ImGui::GetCursorPosY()));
  const bool pressed = pressArea(Id(text).c(), {width, kHeight});
  ImGui::PopID();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered() || chosen) {
    list.AddRectFilled(at, {at.x + width, at.y + kHeight},
                       ImGui::IsItemHovered() ? frame.theme.hover : frame.theme.selected,
                       kRounding);
  }
  const float y = at.y + (kHeight - sizeOf(frame.fonts.body)) / 2 - 1;
  const ImU32 color = withAlpha(frame.theme.text, enabled ? 1.0F : 0.4F);
  drawText(list, frame.fonts.body, {at.x + 6, y}, color, chosen ? icons::kIconCheck : icon);
  drawText(list, frame.fonts.body, {at.x + 6 + kIconWidth, y}, color, text);
  ImGui::EndDisabled();
  frame.tree.addLastItem("menuitem", text, chosen ? "selected" : "");
  if (pressed) ImGui::CloseCurrentPopup();
  return pressed;
}

bool beginDropdown(const Frame& frame, std::string_view id, std::string_view text,
                   std::string_view role_label) {
  ImGui::PushID(Id(id).c());
  const ImFont* font = frame.fonts.body_bold;
  const ImVec2 size = measure(font, text);
  constexpr float kHeight = kDropdownHeight;
  constexpr float kMostWidth = 300.0F;
  constexpr float kLeastWidth = 40.0F;
  constexpr float kAround = 40.0F;  // space beside the text, including the arrow
  constexpr float kBlank = 16.0F;   // the part of it that may extend past the edge
  const float room = std::max(kLeastWidth, ImGui::GetContentRegionAvail().x - kAround + kBlank);
  const float width = std::min({size.x, kMostWidth, room});
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 whole = {width + kAround, kHeight};
  const bool pressed = pressArea("open", whole);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered()) {
    list.AddRectFilled(at, {at.x + whole.x, at.y + whole.y}, frame.theme.hover, kRounding);
  }
  drawTextFitted(list, font, {at.x + 8, at.y + (kHeight - size.y) / 2}, width + 1, frame.theme.text,
                 text);
  drawText(list, frame.fonts.small, {at.x + width + 16, at.y + 9}, frame.theme.muted,
           icons::kIconChevronDown);
  frame.tree.addLastItem("combobox", role_label, text).expanded = has(ImGui::IsPopupOpen("popup"));
  if (pressed) ImGui::OpenPopup("popup");
  // Opens upwards when a long list would not fit below; scrolls when it fits in neither direction.
  constexpr float kEdge = 8.0F;
  constexpr float kEnough = 320.0F;
  const ImGuiViewport& screen = *ImGui::GetMainViewport();
  const float below = screen.Pos.y + screen.Size.y - (at.y + kHeight + 4) - kEdge;
  const float above = at.y - 4 - screen.Pos.y - kEdge;
  const bool up = below < kEnough && above > below;
  ImGui::SetNextWindowPos({at.x, up ? at.y - 4 : at.y + kHeight + 4}, ImGuiCond_Always,
                          {0, up ? 1.0F : 0.0F});
  ImGui::SetNextWindowSizeConstraints({0, 0}, {screen.Size.x, std::max(up ? above : below, 80.0F)});
  if (ImGui::BeginPopup("popup")) {
    frame.tree.namePopup(role_label);
    return true;
  }
  ImGui::PopID();
  return false;
}

void endDropdown() {
  ImGui::EndPopup();
  ImGui::PopID();
}

}  // namespace cadre::kit
