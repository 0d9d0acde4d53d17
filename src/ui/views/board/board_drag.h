// An official who is dragged over the board: where one begins, where one may be dropped, and that
// the list goes along. What the drop would change is shown by drawDragEffect (ui/views/views.h).
#pragma once

#include <imgui.h>

#include "ui/context.h"
#include "ui/seat.h"

namespace cadre::ui {

// Dragging starts on a holder; dropping on any seat asks what-if and then moves. It is about the
// item that was drawn last.
void dragAndDrop(const Context& context, const Seat& seat);
// The list scrolls by itself while an official is dragged near its edges.
void scrollWhileDragging(const Context& context, ImVec2 min, ImVec2 max);

}  // namespace cadre::ui
