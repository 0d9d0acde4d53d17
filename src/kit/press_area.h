// An invisible area that can be pressed; the caller draws into it.
#pragma once

#include <imgui.h>

namespace cadre::kit {

// Returns true when it was pressed in this frame. A view with no room for it gets one pixel,
// because Dear ImGui interprets a size of 0 or less differently.
bool pressArea(const char* id, ImVec2 size);

}  // namespace cadre::kit
