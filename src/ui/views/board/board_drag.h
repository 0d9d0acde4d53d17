// Dragging an official over the board: drag sources, drop targets, and automatic scrolling. The
// effect of a drop is shown by drawDragEffect (ui/views/views.h).
#pragma once

#include <imgui.h>

#include "ui/context.h"
#include "ui/seat.h"

namespace cadre::ui {

// A drag starts on a holder; while it is over a seat, the what-if is computed, and dropping makes
// the move. Applies to the item drawn last.
void dragAndDrop(const Context& context, const Seat& seat);
// Scrolls the list while an official is dragged near its edges.
void scrollWhileDragging(const Context& context, ImVec2 min, ImVec2 max);

}  // namespace cadre::ui
