// A quota cell as a bar and in words, with the same wording everywhere.
#pragma once

#include <string>

#include <imgui.h>

#include "simulate/timeline.h"
#include "ui/context.h"

namespace cadre::ui {

// A bar filled to attained / posts, with a tick mark at the target.
void drawAttainmentBar(ImDrawList& list, const Context& context, const Cell& cell, ImVec2 min,
                       ImVec2 max);
// "17/32".
[[nodiscard]] std::string ratioText(const Context& context, const Cell& cell);
// "✓" at or above the target, "−3" below.
[[nodiscard]] std::string balanceText(const Cell& cell);
// The same in words; including the surplus where it matters.
[[nodiscard]] std::string reachedWords(const Context& context, const Cell& cell);
[[nodiscard]] std::string balanceWords(const Context& context, const Cell& cell);

}  // namespace cadre::ui
