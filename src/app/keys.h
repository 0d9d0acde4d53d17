// Names of keys in a browser (KeyboardEvent.code) as Dear ImGui's keys.
#pragma once

#include <string_view>

#include <imgui.h>

namespace cadre::app {

// ImGuiKey_None for a key that Dear ImGui does not know.
[[nodiscard]] ImGuiKey keyNamed(std::string_view code);

}  // namespace cadre::app
