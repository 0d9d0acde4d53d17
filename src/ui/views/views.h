// The views of the interface. Each draws one part of the screen from the session and acts through
// the context; the shell gives it its rectangle.
#pragma once

#include <imgui.h>

#include "ui/context.h"

namespace cadre::ui {

// Plan, scenario, undo and redo, saving, language and theme.
void drawTopBar(const Context& context, ImVec2 min, ImVec2 max);
// Units of the quota's group level as a tile map or as a table.
void drawDistricts(const Context& context, ImVec2 min, ImVec2 max);
// What can be done with the seat that was drawn last: a right click, or a long press.
void drawSeatMenu(const Context& context, PostId post);
// Everything known of the chosen official or post, and where they could go.
void drawInspector(const Context& context, ImVec2 min, ImVec2 max);
// Rounds in order, and the moves of the chosen one.
void drawRounds(const Context& context, ImVec2 min, ImVec2 max);
// First run: samples, a file, plans kept in the browser.
void drawStart(const Context& context, ImVec2 min, ImVec2 max);
// Which edition this is, and the licences of what is in it. True while it is shown.
bool drawAbout(const Context& context, ImVec2 min, ImVec2 max);
// Moments that the open plan can be brought back to. True while they are shown.
bool drawRestorePoints(const Context& context, ImVec2 min, ImVec2 max);
// What keeps edits from being made or kept here, and ways out. Its height; 0 while all is well.
float drawTrouble(const Context& context, ImVec2 min, ImVec2 max);
// Asks for the password of a file. True while it is shown.
bool drawPasswordDialog(const Context& context, ImVec2 min, ImVec2 max);
// Why a file could not be opened. True while it is shown.
bool drawLoadFailure(const Context& context, ImVec2 min, ImVec2 max);
// What a meeting looks at, in large type over the whole screen.
void drawMeeting(const Context& context, ImVec2 min, ImVec2 max);
// A roster before it is imported: columns, what each row becomes, errors. True while it is shown.
bool drawImport(const Context& context, ImVec2 min, ImVec2 max);
// What the drop would change, at the cursor.
void drawDragEffect(const Context& context);

}  // namespace cadre::ui
