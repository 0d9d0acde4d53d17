// What was said when people were asked about moves, and can be changed: the views of official,
// origin and destination with notes and dates, the official's wishes, a note. Shared by the
// inspector and the consultation. Nothing here changes a move: all of it is in the round's
// register.
#pragma once

#include <cstddef>
#include <string>

#include "ui/context.h"

namespace cadre::ui {

// About the move at that place of the chosen round: the words that count for it, each changed where
// it stands.
void drawConsentSection(const Context& context, std::size_t move);

// About moves of the official that the chosen round does not have (any more), entry by entry; each
// can be taken out. Nothing is drawn when there are none.
void drawConsentWithoutMove(const Context& context, CadreId cadre);

[[nodiscard]] text::Str labelOf(Party party);
// The sign of a view: a tick, a question mark, a bar, three dots.
[[nodiscard]] const char* iconOf(View view);
[[nodiscard]] ImU32 colorOf(const Theme& theme, View view);

// "Xã A  →  Xã B" of a move that is not in the round: where the official is before it, and where
// they were asked to go.
[[nodiscard]] std::string routeOf(const Context& context, CadreId cadre, PostId to);

}  // namespace cadre::ui
