// The proposal view: keeps the search running for the present question, and combines the view's
// parts.

#include <algorithm>
#include <array>
#include <memory>
#include <string>

#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/layout.h"
#include "kit/text.h"
#include "ui/actions.h"
#include "ui/view_memory.h"
#include "ui/views/pieces.h"
#include "ui/views/proposal/asking.h"
#include "ui/views/proposal/parts.h"
#include "ui/views/proposal/proposal_memory.h"
#include "ui/views/view.h"
#include "ui/views/views.h"

namespace cadre::ui {
namespace {

using text::Str;

// Settings for one round do not apply to another; an undone import removes officials.
void forgetOther(const Context& context) {
  const Session& session = *context.session;
  ProposalMemory& memory = context.memory.of<ProposalMemory>();
  const std::optional<ProposalAsk>& asked = memory.work->asked();
  const bool is_other = asked && (asked->scenario != session.selection().scenario ||
                                  asked->round != session.selection().round);
  if (is_other) {
    memory.pins.clear();
    memory.drops.clear();
    memory.most_moves.reset();
  }
  const std::size_t cadres = session.plan().roster->cadres.size();
  const auto is_gone = [cadres](const ProposalPin& pin) { return pin.first.index() >= cadres; };
  std::erase_if(memory.pins, is_gone);
  std::erase_if(memory.drops, is_gone);
}

void drive(const Context& context, const ProposalAsk& ask) {
  const Session& session = *context.session;
  ProposalMemory& memory = context.memory.of<ProposalMemory>();
  ProposalWork& work = *memory.work;
  work.keepFor(session, ask);
  const bool follows = isLive(memory) || work.frontierIsFor(ask);
  if (memory.is_wanted && !lacksPlaces(memory) && follows && work.asked() != ask) {
    work.start(session, ask);
  }
  const bool traces = memory.wants_frontier && memory.side == ProposalSide::kFrontier &&
                      memory.is_wanted && isLive(memory) && !work.isSearching() &&
                      !work.isTracing() && !work.isTracedFor(ask) && work.isCurrent(ask);
  if (traces) work.startFrontier(session, ask);
  work.advance(session);
  if (work.isBusy()) context.host.requestFrame();
}

template <class Choice, std::size_t count>
Choice tabs(const Context& context, std::string_view name,
            const std::array<std::string, count>& titles, Choice chosen, float width) {
  std::array<std::string_view, count> views;
  std::copy(titles.begin(), titles.end(), views.begin());
  const int now =
      segmented(context, name, views, static_cast<int>(chosen), width, SegmentsAs::kViews);
  return static_cast<Choice>(now);
}

void drawLists(const Context& context, const ProposalFrame& frame) {
  const ProposalPreview& preview = *frame.work.preview();
  ProposalMemory& memory = context.memory.of<ProposalMemory>();
  const auto titled = [&](Str key, std::size_t count) {
    return context.tr(Message{key, {{"count", static_cast<std::int64_t>(count)}}});
  };
  const std::string name(context.tr(Str::propose_status));
  const std::string moves = titled(Str::propose_tab_moves, preview.diff.lines.size());
  const std::string units = titled(Str::propose_tab_units, preview.cells.size());
  const std::size_t drops = shownDrops(context, frame).size();
  const float width = ImGui::GetContentRegionAvail().x;
  if (drops == 0) {
    if (memory.list == ProposalList::kDrops) memory.list = ProposalList::kMoves;
    memory.list = tabs(context, name, std::array<std::string, 2>{moves, units}, memory.list, width);
  } else {
    memory.list =
        tabs(context, name,
             std::array<std::string, 3>{moves, units, titled(Str::propose_tab_drops, drops)},
             memory.list, width);
  }
  const ImVec2 room = ImGui::GetContentRegionAvail();
  ImGui::BeginChild("list", {room.x, std::max(40.0F, room.y - kAcceptHeight - 4)}, 0,
                    ImGuiWindowFlags_NavFlattened);
  // The text being replaced can still be read.
  ImGui::PushStyleVar(ImGuiStyleVar_Alpha, frame.is_current ? 1.0F : 0.55F);
  if (memory.list == ProposalList::kMoves) {
    drawProposedMoves(context, frame);
  } else if (memory.list == ProposalList::kDrops) {
    drawDrops(context, frame);
  } else {
    drawChangedUnits(context, frame);
  }
  ImGui::PopStyleVar();
  endChild();
  drawAccept(context, frame);
}

void drawSide(const Context& context, const ProposalFrame& frame) {
  ProposalMemory& memory = context.memory.of<ProposalMemory>();
  memory.side =
      tabs(context, context.tr(Str::work_proposal),
           std::array<std::string, 4>{std::string(context.tr(Str::propose_tab_frontier)),
                                      std::string(context.tr(Str::propose_tab_conditions)),
                                      std::string(context.tr(Str::propose_tab_why)),
                                      std::string(context.tr(Str::propose_tab_rounds))},
           memory.side, ImGui::GetContentRegionAvail().x);
  ImGui::BeginChild("shown", ImGui::GetContentRegionAvail(), 0, ImGuiWindowFlags_NavFlattened);
  switch (memory.side) {
    case ProposalSide::kFrontier:
      drawFrontier(context, frame);
      break;
    case ProposalSide::kConditions:
      drawConditions(context);
      break;
    case ProposalSide::kWhyNot:
      drawWhyNot(context, frame);
      break;
    case ProposalSide::kRounds:
      drawSeveralRounds(context);
      break;
  }
  endChild();
}

void drawNoRound(const Context& context) {
  paragraph(context, context.fonts.body, context.theme.muted, context.tr(Str::propose_no_round));
  ImGui::Dummy({1, 4});
  if (!button(context, icons::kIconPlus, context.tr(Str::round_add))) return;
  addNextRound(context);
}

// The figures and what is proven of them; before the first search, what can be done.
void drawTop(const Context& context, const ProposalFrame& frame) {
  drawAsking(context, frame);
  if (lacksPlaces(context.memory.of<ProposalMemory>())) {
    paragraph(context, context.fonts.body, context.theme.muted,
              context.tr(Str::propose_picked_none));
  }
  if (frame.work.preview() != nullptr || frame.work.isSearching()) {
    drawResult(context, frame);
    return;
  }
  ImGui::Dummy({1, 4});
  paragraph(context, context.fonts.body, context.theme.muted, context.tr(Str::propose_empty));
  ImGui::Dummy({1, 4});
}

// The proposed moves on the left as soon as there are any, everything else on the right.
void drawHalves(const Context& context, const ProposalFrame& frame) {
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  constexpr float kListShare = 0.58F;
  const bool has_list = frame.work.preview() != nullptr;
  const float middle = has_list ? room.x * kListShare : 0;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  if (has_list) {
    ImGui::BeginChild("left", {middle - kGrid, room.y}, 0, ImGuiWindowFlags_NavFlattened);
    ImGui::PopStyleVar();
    drawLists(context, frame);
    endChild();
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  }
  ImGui::SetCursorScreenPos({at.x + middle, at.y});
  ImGui::BeginChild("right", {room.x - middle, room.y}, 0, ImGuiWindowFlags_NavFlattened);
  ImGui::PopStyleVar();
  drawSide(context, frame);
  endChild();
}

void drawProposal(const Context& context, ImVec2 min, ImVec2 max) {
  beginPanel(context, "proposal", min, max);
  ProposalMemory& memory = context.memory.of<ProposalMemory>();
  if (memory.work == nullptr) memory.work = std::make_shared<ProposalWork>();
  if (context.session->round() == nullptr) {
    drawNoRound(context);
    endPanel();
    return;
  }
  forgetOther(context);
  const ProposalAsk ask = askOf(context);
  drive(context, ask);
  const ProposalFrame frame{*memory.work, ask, memory.work->isCurrent(ask)};
  drawTop(context, frame);
  drawHalves(context, frame);
  endPanel();
}

}  // namespace

const ViewInfo kProposalView = {.command = "go.proposal",
                                .title = text::Str::work_proposal,
                                .icon = icons::kIconStar,
                                .draw = drawProposal};

}  // namespace cadre::ui
