#include "kit/dialog.h"

#include <algorithm>

#include "kit/text.h"

namespace cadre::kit {

bool beginDialog(const char* id, ImVec2 min, ImVec2 max, ImVec2 size) {
  constexpr float kMargin = 24.0F;
  const ImVec2 room = {max.x - min.x, max.y - min.y};
  const float width = std::min(size.x, room.x - 2 * kMargin);
  const float height = size.y > 0 ? std::min(size.y, room.y - 2 * kMargin) : 0.0F;
  // When the height is not known yet, Dear ImGui centres the dialog one frame later.
  ImGui::SetNextWindowPos({min.x + (room.x - width) / 2, min.y + (room.y - height) / 2},
                          ImGuiCond_Always, {0.0F, size.y > 0 ? 0.0F : 0.5F});
  ImGui::SetNextWindowSize({width, height});
  if (!ImGui::IsPopupOpen(id)) ImGui::OpenPopup(id);
  constexpr ImGuiWindowFlags kFlags =
      ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoResize;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, kDialogPadding);
  const bool begun = ImGui::BeginPopupModal(id, nullptr, kFlags);
  ImGui::PopStyleVar();
  return begun;
}

void endDialog() { ImGui::EndPopup(); }

void dialogTitle(const Frame& frame, std::string_view title, std::string_view value) {
  label(frame, frame.fonts.heading, frame.theme.text, title);
  frame.tree.addLastItem("dialog", title, value);
}

bool anyPopupOpen() {
  return ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
}

}  // namespace cadre::kit
