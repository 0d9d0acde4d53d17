// Everything that is known of one move and can be changed: type, reason, directive, pin, the views
// of the three who are asked, waivers. Shared by the inspector and the consultation.
#pragma once

#include <cstddef>
#include <optional>

#include "ui/context.h"

namespace cadre::ui {

// The move of the official in the chosen round; nothing when there is none.
[[nodiscard]] std::optional<std::size_t> moveOf(const Session& session, CadreId cadre);

// Type, reason, directive where somebody is made to leave, pin, a copy to another scenario.
void drawMoveSection(const Context& context, std::size_t move);
// The views of official, origin and destination, each with a note and a date.
void drawConsentSection(const Context& context, std::size_t move);
// The findings about the official in the chosen round; a hard one of a rule can be waived with a
// reason.
void drawFindingsOf(const Context& context, CadreId cadre);

[[nodiscard]] text::Str labelOf(Party party);
// The sign of a view: a tick, a question mark, a bar, three dots.
[[nodiscard]] const char* iconOf(View view);
[[nodiscard]] ImU32 colorOf(const Theme& theme, View view);

}  // namespace cadre::ui
