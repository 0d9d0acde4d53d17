// Names of keys in a browser (KeyboardEvent.code) as Dear ImGui's keys, and back.
#pragma once

#include <string>
#include <string_view>

#include <imgui.h>

namespace cadre::ui {

// ImGuiKey_None for a key that Dear ImGui does not know.
[[nodiscard]] ImGuiKey keyOfCode(std::string_view code);
// Empty for a key that browsers do not name.
[[nodiscard]] std::string codeOf(ImGuiKey key);

}  // namespace cadre::ui
