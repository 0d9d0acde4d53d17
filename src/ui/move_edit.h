// Everything that is known of one move and can be changed: type, reason, directive, pin, waivers.
// Shared by the inspector and the consultation.
#pragma once

#include <cstddef>
#include <optional>

#include "ui/context.h"

namespace cadre::ui {

// The move of the official in the chosen round; nothing when there is none.
[[nodiscard]] std::optional<std::size_t> moveOf(const Session& session, CadreId cadre);

// Type, reason, directive where somebody is made to leave, pin, a copy to another scenario.
void drawMoveSection(const Context& context, std::size_t move);
// The findings about the official in the chosen round; a hard one of a rule can be waived with a
// reason.
void drawFindingsOf(const Context& context, CadreId cadre);

}  // namespace cadre::ui
