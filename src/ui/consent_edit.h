// Editing of what was said when people were consulted about moves: the views of official, origin
// and destination with notes and dates, the official's wishes, a note. Shared by the inspector and
// the consultation. Nothing here changes a move: everything is stored in the round's register.
#pragma once

#include <cstddef>
#include <string>

#include "ui/context.h"

namespace cadre::ui {

// For the move at that index of the selected round: the views that count for it, each edited in the
// entry where it is recorded.
void drawConsentSection(const Context& context, std::size_t move);

// For moves of the official that the selected round does not (or no longer) contain, entry by
// entry; each entry can be deleted. Draws nothing when there are none.
void drawConsentWithoutMove(const Context& context, CadreId cadre);

[[nodiscard]] text::Str labelOf(Party party);
// The symbol of a view: a tick, a question mark, a bar, three dots.
[[nodiscard]] const char* iconOf(View view);
[[nodiscard]] ImU32 colorOf(const Theme& theme, View view);

// "Xã A  →  Xã B" for a move that is not in the round: where the official is before it, and the
// destination they were asked about.
[[nodiscard]] std::string routeOf(const Context& context, CadreId cadre, PostId to);

}  // namespace cadre::ui
