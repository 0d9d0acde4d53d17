// Divides the screen between the views: fixed panels with draggable splitters.
#pragma once

#include "ui/context.h"

namespace cadre::ui {

// One window over the whole display.
void drawShell(const Context& context);

}  // namespace cadre::ui
