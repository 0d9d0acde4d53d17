// The command palette and the list of shortcuts: they lie over everything.
#pragma once

#include "ui/context.h"

namespace cadre::ui {

// A field to type in, and below it every command, unit, post and official that fits. Nothing while
// it is closed.
void drawPalette(const Context& context);
// All keys, by what they do.
void drawShortcuts(const Context& context);

}  // namespace cadre::ui
