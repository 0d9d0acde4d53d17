// How likely a quota cell is to hold, in words, as every view shows it: exact (analysis/risk.h), by
// the views that were recorded and by how many people leave.
#pragma once

#include <string>

#include "simulate/timeline.h"
#include "ui/context.h"

namespace cadre::ui {

struct ProposalPreview;

// For the round on screen as it stands. "" at the baseline, and where nothing is needed.
[[nodiscard]] std::string chanceText(const Context& context, const Cell& cell);
// For that round with what is ticked of the proposal; "" where nothing is needed.
[[nodiscard]] std::string chanceText(const Context& context, const ProposalPreview& preview,
                                     const Cell& cell);

}  // namespace cadre::ui
