// The parts of the proposal view, and what other views show of a proposal while it is open.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <imgui.h>

#include "ui/context.h"
#include "ui/proposal_work.h"

namespace cadre::ui {

// What all parts look at in one frame.
struct ProposalFrame {
  ProposalWork& work;
  const ProposalAsk& ask;  // as it would be asked now
  bool is_current;         // the preview answers it
};

// Each move with its reason and effect, to be ticked and pinned.
void drawProposedMoves(const Context& context, const ProposalFrame& frame);
// Quota cells that change, before and after against the target.
void drawChangedUnits(const Context& context, const ProposalFrame& frame);
// The least shortfall and its cost for every number of moves; a click shows that plan.
void drawFrontier(const Context& context, const ProposalFrame& frame);
// Target, caps and limits of rules, to be dragged while the proposal follows.
void drawConditions(const Context& context);
// Which single rule, cap, lock or candidate would gain how much where a shortfall stays.
void drawWhyNot(const Context& context, const ProposalFrame& frame);

// The best moves of several rounds after the scenario's last, as a new scenario.
void drawSeveralRounds(const Context& context);

// A thin bar with its words: how far a search is.
void drawSearchProgress(const Context& context, double progress);

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
