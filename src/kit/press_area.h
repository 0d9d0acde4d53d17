// A place that can be pressed and draws nothing itself; whoever calls this draws into it.
#pragma once

#include <imgui.h>

namespace cadre::kit {

// True when it was pressed in this frame. Where a view has no room left for it, it is a pixel: Dear
// ImGui takes 0 and less for another wish.
bool pressArea(const char* id, ImVec2 size);

}  // namespace cadre::kit
