// The command palette and the list of shortcuts, drawn over everything.
#pragma once

#include "ui/context.h"

namespace cadre::ui {

// A search field, and below it every matching command, unit, post and official. Draws nothing while
// it is closed.
void drawPalette(const Context& context);
// All keys, grouped by purpose.
void drawShortcuts(const Context& context);

}  // namespace cadre::ui
