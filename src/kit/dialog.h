// Modal dialogs, and whether anything lies over the views.
#pragma once

#include <string_view>

#include <imgui.h>

#include "kit/frame.h"

namespace cadre::kit {

inline constexpr ImVec2 kDialogPadding = {20.0F, 18.0F};

// Begins the dialog in the middle of what lies between `min` and `max`, and opens it when it is not
// open. It is as large as `size`, or as fits there; a height of 0 is that of what stands in it.
// True while it is open (then endDialog is due); ImGui::CloseCurrentPopup closes it.
bool beginDialog(const char* id, ImVec2 min, ImVec2 max, ImVec2 size);
void endDialog();
// Its first line, which also reports it; `value` says more.
void dialogTitle(const Frame& frame, std::string_view title, std::string_view value);

// Whether any popup is open: a dialog, a menu, a list of choices.
[[nodiscard]] bool anyPopupOpen();

}  // namespace cadre::kit
