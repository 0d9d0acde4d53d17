// Menu entries, and buttons that open menus.
#pragma once

#include <string_view>

#include <imgui.h>

#include "kit/frame.h"

namespace cadre::kit {

// A menu entry in a popup.
bool menuItem(const Frame& context, std::string_view icon, std::string_view text,
              bool chosen = false, bool enabled = true);
// A button that opens a popup; returns true while the popup is open (then call EndPopup).
bool beginDropdown(const Frame& context, std::string_view id, std::string_view text,
                   std::string_view role_label);
void endDropdown();

}  // namespace cadre::kit
