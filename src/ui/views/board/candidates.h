// The list of choices in the inspector: who could take a post, or where an official could go.
#pragma once

#include "ui/candidate_cache.h"
#include "ui/context.h"

namespace cadre::ui {

// Fills the rest of the current window: what happens to the present holder, a filter, and the
// choices with their effects, best first. Ruled-out choices come last, with their reasons. A click
// makes the move.
void drawCandidates(const Context& context, CadreId cadre, PostId post);

// "thiếu −1 · khuyết −1 · 1 khuyến nghị": a summary of the effect of a choice.
[[nodiscard]] std::string candidateSummary(const Context& context, const Candidate& candidate);

}  // namespace cadre::ui
