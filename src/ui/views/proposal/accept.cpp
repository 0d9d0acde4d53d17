// Accepts all of a proposal or its ticked groups, or discards it.

#include <string>
#include <vector>

#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/layout.h"
#include "ui/view_memory.h"
#include "ui/views/proposal/asking.h"
#include "ui/views/proposal/parts.h"
#include "ui/views/proposal/proposal_memory.h"

namespace cadre::ui {
namespace {

using text::Str;

void accept(const Context& context, const ProposalPreview& preview,
            const std::vector<std::uint8_t>& accepted) {
  context.run(acceptCommand({preview.ask.scenario, preview.ask.round}, preview.diff, accepted));
  ProposalMemory& memory = context.memory.of<ProposalMemory>();
  memory.pins.clear();
  if (isLive(memory)) return;
  context.later([&memory] {
    memory.is_wanted = false;
    memory.work->discard();
  });
}

}  // namespace

void drawAccept(const Context& context, const ProposalFrame& frame) {
  const ProposalPreview& preview = *frame.work.preview();
  const bool can = frame.is_current && preview.changesRound() &&
                   preview.proposal.status != propose::Status::kInfeasible;
  Row row(kAcceptHeight);
  row.next(kButtonHeight);
  if (button(context, icons::kIconCheck, context.tr(Str::propose_accept_all), ButtonLook::kPrimary,
             can)) {
    accept(context, preview, std::vector<std::uint8_t>(preview.diff.groups.size(), 1));
  }
  row.next(kButtonHeight, 8.0F);
  const std::int32_t ticked = preview.diff.changedMoves(preview.accepted);
  const std::string some =
      context.tr(Message{Str::propose_accept_ticked, {{"count", std::int64_t{ticked}}}});
  if (button(context, "", some, ButtonLook::kPlain, can && ticked > 0 && !preview.isAllTicked())) {
    accept(context, preview, preview.accepted);
  }
  row.next(kButtonHeight, 8.0F);
  if (button(context, icons::kIconX, context.tr(Str::propose_discard), ButtonLook::kQuiet)) {
    ProposalMemory& memory = context.memory.of<ProposalMemory>();
    context.later([&memory] {
      memory.is_wanted = false;
      memory.wants_frontier = false;
      memory.pins.clear();
      memory.most_moves.reset();
      memory.work->discard();
    });
  }
  row.end();
}

}  // namespace cadre::ui
