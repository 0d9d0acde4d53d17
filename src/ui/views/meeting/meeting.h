// Starts a meeting, for the button and the shortcut.
#pragma once

#include "ui/context.h"

namespace cadre::ui {

// Shows what the preferences specify, over the whole screen; does nothing when no plan is open.
// Done after the frame's views.
void startMeeting(const Context& context);

}  // namespace cadre::ui
