// One seat of the board: its sign, who holds it, and what there is to know of it at its right end.
// It can be chosen, dragged, dropped on and asked for its menu.
#pragma once

#include <imgui.h>

#include "ui/context.h"

namespace cadre::ui {

void drawSeat(const Context& context, PostId post, ImVec2 min, ImVec2 max);

}  // namespace cadre::ui
