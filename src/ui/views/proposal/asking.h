// The controls of a proposal: where moves may be made and between which units, and whether it
// follows every change of the plan automatically. The memory holds the settings; nothing is
// searched here, but a button starts or stops the search.
#pragma once

#include "ui/views/proposal/parts.h"
#include "ui/views/proposal/proposal_memory.h"

namespace cadre::ui {

// The question with the present settings, for the session's scenario and round.
[[nodiscard]] ProposalAsk askOf(const Context& context);
// Whether the proposal follows every change; a slow one does so only if this was switched on.
[[nodiscard]] bool isLive(const ProposalMemory& memory);
// Whether nothing is selected although something must be, so that there is no question.
[[nodiscard]] bool lacksPlaces(const ProposalMemory& memory);

// The row of controls: all of the above, and the button that starts or stops the search.
void drawAsking(const Context& context, const ProposalFrame& frame);

}  // namespace cadre::ui
