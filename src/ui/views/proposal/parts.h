// The parts of the proposal view (views/proposal/proposal.cpp puts them together). Each draws into
// what is left of the current window; those that show the proposal look at the same frame, so that
// they agree.
#pragma once

#include "kit/buttons.h"
#include "ui/context.h"
#include "ui/proposal_work.h"

namespace cadre::ui {

// What all parts look at in one frame.
struct ProposalFrame {
  ProposalWork& work;
  const ProposalAsk& ask;  // as it would be asked now
  bool is_current;         // the preview answers it
};

// The figures of the preview and what is proven of them; over it, how far a search is.
void drawResult(const Context& context, const ProposalFrame& frame);
// A row of buttons: all, what is ticked, or nothing goes into the round. REQUIRES: a preview.
void drawAccept(const Context& context, const ProposalFrame& frame);
inline constexpr float kAcceptHeight = kButtonHeight + 8.0F;

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

}  // namespace cadre::ui
