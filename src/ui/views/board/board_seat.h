// One seat of the board: its symbol, its holder, and status symbols at its right end. It can be
// selected, dragged, dropped on, and has a context menu.
#pragma once

#include <imgui.h>

#include "ui/context.h"

namespace cadre::ui {

void drawSeat(const Context& context, PostId post, ImVec2 min, ImVec2 max);

}  // namespace cadre::ui
