// Modal dialogs, and whether anything covers the views.
#pragma once

#include <string_view>

#include <imgui.h>

#include "kit/frame.h"

namespace cadre::kit {

inline constexpr ImVec2 kDialogPadding = {20.0F, 18.0F};

// Begins a dialog centred between `min` and `max`, and opens it when it is not open. Its size is
// `size`, reduced to fit; a height of 0 means the height of its content. Returns true while it is
// open (then call endDialog); ImGui::CloseCurrentPopup closes it.
bool beginDialog(const char* id, ImVec2 min, ImVec2 max, ImVec2 size);
void endDialog();
// The dialog's heading, which also adds it to the widget tree; `value` is an additional text.
void dialogTitle(const Frame& frame, std::string_view title, std::string_view value);

// Whether any popup is open: a dialog, a menu or a drop-down list.
[[nodiscard]] bool anyPopupOpen();

}  // namespace cadre::kit
