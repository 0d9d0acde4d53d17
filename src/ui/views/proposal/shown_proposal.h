// What other views show of a proposal while its view is open: the units that it would change.
// Nothing is shown once the plan has changed since the proposal was computed.
#pragma once

#include <cstdint>
#include <optional>

#include "ui/context.h"
#include "ui/proposal_work.h"

namespace cadre::ui {

// The effect of the proposal on screen on a unit of the selected quota.
struct UnitProposal {
  std::int32_t moves = 0;  // posts in the unit that change hands
  Cell before;
  Cell after;
};
// Empty while the proposal view is not open, or if nothing changes.
[[nodiscard]] std::optional<UnitProposal> proposedFor(const Context& context, UnitId unit);
// The preview while the proposal view is open; null otherwise.
[[nodiscard]] const ProposalPreview* shownPreview(const Context& context);

}  // namespace cadre::ui
