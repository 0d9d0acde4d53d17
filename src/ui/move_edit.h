// Displays and edits all properties of one move: type, reason, directive, pin, waivers. Shared by
// the inspector and the consultation.
#pragma once

#include <cstddef>
#include <optional>

#include "ui/context.h"

namespace cadre::ui {

// The official's move in the selected round; empty when there is none.
[[nodiscard]] std::optional<std::size_t> moveOf(const Session& session, CadreId cadre);

// Type, reason, directive of a forced departure, pin, and copying to another scenario.
void drawMoveSection(const Context& context, std::size_t move);
// The findings about the official in the selected round; a hard finding of a rule can be waived
// with a reason.
void drawFindingsOf(const Context& context, CadreId cadre);

}  // namespace cadre::ui
