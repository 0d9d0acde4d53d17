#include "ui/views/proposal/shown_proposal.h"

#include "ui/view_memory.h"
#include "ui/views/proposal/proposal_memory.h"
#include "ui/views/view.h"

namespace cadre::ui {

const ProposalPreview* shownPreview(const Context& context) {
  const ProposalMemory& memory = context.memory.of<ProposalMemory>();
  if (context.memory.of<ShownViews>().work != &kProposalView || memory.work == nullptr)
    return nullptr;
  const ProposalPreview* preview = memory.work->preview();
  return preview != nullptr && preview->ask.revision == context.session->revision() ? preview
                                                                                    : nullptr;
}

std::optional<UnitProposal> proposedFor(const Context& context, UnitId unit) {
  const ProposalPreview* preview = shownPreview(context);
  if (preview == nullptr) return std::nullopt;
  const Session& session = *context.session;
  const auto moves = preview->moves_into.find(unit);
  const auto cell = preview->cell_at.find({session.quotaId(), unit});
  UnitProposal out;
  if (moves != preview->moves_into.end()) out.moves = moves->second;
  if (cell != preview->cell_at.end()) {
    out.before = preview->cells[cell->second].before;
    out.after = preview->cells[cell->second].after;
    return out;
  }
  if (out.moves == 0) return std::nullopt;
  if (const Cell* same = session.timeline().find(session.entry(), session.quotaId(), unit)) {
    out.before = out.after = *same;
  }
  return out;
}

}  // namespace cadre::ui
