// The views of the interface. Each draws one part of the screen from the session and acts through
// the context; the shell assigns its rectangle.
#pragma once

#include <imgui.h>

#include "ui/context.h"

namespace cadre::ui {

// Plan, scenario, undo and redo, saving, language and theme.
void drawTopBar(const Context& context, ImVec2 min, ImVec2 max);
// Units of the quota's group level as a tile map or as a table.
void drawDistricts(const Context& context, ImVec2 min, ImVec2 max);
// The context menu of the seat drawn last: on a right click, or a long press.
void drawSeatMenu(const Context& context, PostId post);
// Everything known about the selected official or post, and possible destinations.
void drawInspector(const Context& context, ImVec2 min, ImVec2 max);
// Rounds in order, and the moves of the selected one.
void drawRounds(const Context& context, ImVec2 min, ImVec2 max);
// First run: samples, a file, plans stored in the browser.
void drawStart(const Context& context, ImVec2 min, ImVec2 max);
// The edition, and the licences of its components. True while it is shown.
bool drawAbout(const Context& context, ImVec2 min, ImVec2 max);
// The restore points of the open plan. True while they are shown.
bool drawRestorePoints(const Context& context, ImVec2 min, ImVec2 max);
// What prevents editing or saving here, and remedies. Returns its height; 0 if all is well.
float drawTrouble(const Context& context, ImVec2 min, ImVec2 max);
// Asks for the password of a file. True while it is shown.
bool drawPasswordDialog(const Context& context, ImVec2 min, ImVec2 max);
// Why a file could not be opened. True while it is shown.
bool drawLoadFailure(const Context& context, ImVec2 min, ImVec2 max);
// What a meeting sees, in large type over the whole screen.
void drawMeeting(const Context& context, ImVec2 min, ImVec2 max);
// A roster before import: columns, the result of each row, errors. True while it is shown.
bool drawImport(const Context& context, ImVec2 min, ImVec2 max);
// The effect of a drop, at the cursor.
void drawDragEffect(const Context& context);

}  // namespace cadre::ui
