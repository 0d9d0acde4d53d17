// The parts of the proposal view (views/proposal/proposal.cpp combines them). Each draws into the
// rest of the current window; those that show the proposal use the same frame, so that they agree.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kit/buttons.h"
#include "ui/context.h"
#include "ui/proposal_work.h"

namespace cadre::ui {

// Data used by all parts in one frame.
struct ProposalFrame {
  ProposalWork& work;
  const ProposalAsk& ask;  // the question with the present settings
  bool is_current;         // the preview answers it
};

// The figures of the preview and what is proven of them; above, the progress of a search.
void drawResult(const Context& context, const ProposalFrame& frame);
// A row of buttons: accept all, accept what is ticked, or discard. REQUIRES: a preview.
void drawAccept(const Context& context, const ProposalFrame& frame);
inline constexpr float kAcceptHeight = kButtonHeight + 8.0F;

// Each move with its reason and effect, with check boxes and pins.
void drawProposedMoves(const Context& context, const ProposalFrame& frame);
// "Bí thư, Xã A  →  Chủ tịch, Xã B".
[[nodiscard]] std::string whereText(const Context& context, PostId from, PostId to);
// A move that stands and that it would pay to drop, or that is ticked to be dropped.
struct ShownDrop {
  const Move* move = nullptr;
  bool is_ticked = false;
  std::optional<propose::Objective> gain;  // nothing: not computed
};
[[nodiscard]] std::vector<ShownDrop> shownDrops(const Context& context, const ProposalFrame& frame);
// They, with check boxes. REQUIRES: there are some.
void drawDrops(const Context& context, const ProposalFrame& frame);
// Quota cells that change, before and after, against the target.
void drawChangedUnits(const Context& context, const ProposalFrame& frame);
// The least shortfall and its cost for every number of moves; a click shows that plan.
void drawFrontier(const Context& context, const ProposalFrame& frame);
// Target, caps and limits of rules as sliders, which the proposal follows.
void drawConditions(const Context& context);
// Which single rule, cap, lock or candidate would reduce a remaining shortfall, and by how much.
void drawWhyNot(const Context& context, const ProposalFrame& frame);

// The best moves for several rounds after the scenario's last, as a new scenario.
void drawSeveralRounds(const Context& context);

// A thin labelled progress bar of a search.
void drawSearchProgress(const Context& context, double progress);

}  // namespace cadre::ui
