// Converts key names of a browser (KeyboardEvent.code) to Dear ImGui's keys and back.
#pragma once

#include <string>
#include <string_view>

#include <imgui.h>

namespace cadre::ui {

// ImGuiKey_None for a key that Dear ImGui does not know.
[[nodiscard]] ImGuiKey keyOfCode(std::string_view code);
// Empty for a key for which browsers have no name.
[[nodiscard]] std::string codeOf(ImGuiKey key);

}  // namespace cadre::ui
