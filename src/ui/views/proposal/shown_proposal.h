// What other views show of a proposal while its view is open: the units that it would change.
// Nothing of it is shown once the plan is another one than it was made for.
#pragma once

#include <cstdint>
#include <optional>

#include "ui/context.h"
#include "ui/proposal_work.h"

namespace cadre::ui {

// What the proposal on screen does to a unit of the chosen quota.
struct UnitProposal {
  std::int32_t moves = 0;  // posts in it that change hands
  Cell before;
  Cell after;
};
// Nothing while the proposal view is not open, or where nothing changes.
[[nodiscard]] std::optional<UnitProposal> proposedFor(const Context& context, UnitId unit);
// The preview while the proposal view is open; null otherwise.
[[nodiscard]] const ProposalPreview* shownPreview(const Context& context);

}  // namespace cadre::ui
