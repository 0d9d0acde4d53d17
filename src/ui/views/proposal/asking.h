// How a proposal is asked for: where moves may be made and between which units, and whether it
// follows every change of the plan by itself. The memory holds what was chosen; nothing is searched
// here, except that a button starts or stops it.
#pragma once

#include "ui/views/proposal/parts.h"
#include "ui/views/proposal/proposal_memory.h"

namespace cadre::ui {

// What would be asked now, of the session's scenario and round.
[[nodiscard]] ProposalAsk askOf(const Context& context);
// Whether the proposal follows every change; one that takes long does so only when it is told to.
[[nodiscard]] bool isLive(const ProposalMemory& memory);
// Nothing is chosen where something has to be, so that nothing can be asked.
[[nodiscard]] bool lacksPlaces(const ProposalMemory& memory);

// The row of controls: all of the above, and the button that searches or stops.
void drawAsking(const Context& context, const ProposalFrame& frame);

}  // namespace cadre::ui
