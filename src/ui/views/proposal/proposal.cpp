#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <utility>

#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/layout.h"
#include "kit/menus.h"
#include "kit/text.h"
#include "report/proposal_text.h"
#include "ui/actions.h"
#include "ui/view_memory.h"
#include "ui/views/pieces.h"
#include "ui/views/proposal/parts.h"
#include "ui/views/proposal/proposal_memory.h"
#include "ui/views/view.h"
#include "ui/views/views.h"

namespace cadre::ui {
namespace {

using text::Str;

constexpr float kResultHeight = 56.0F;
constexpr float kAcceptHeight = kButtonHeight + 8.0F;

// A search that takes longer does not follow by itself until it is told to.
constexpr std::chrono::milliseconds kQuick{1500};

ProposalAsk askOf(const Context& context) {
  const Session& session = *context.session;
  const ProposalMemory& memory = context.memory.of<ProposalMemory>();
  ProposalAsk out;
  out.revision = session.revision();
  out.scenario = session.selection().scenario;
  out.round = session.selection().round;
  out.question.within = memory.across_city ? propose::Within::kCity : propose::Within::kDistrict;
  out.question.most_moves = memory.most_moves;
  if (memory.scope == ProposalScope::kUnit && session.selection().unit) {
    out.question.units = {session.selection().unit};
  } else if (memory.scope == ProposalScope::kPicked) {
    out.question.units = memory.picked;
    std::sort(out.question.units.begin(), out.question.units.end());
  }
  out.pins = memory.pins;
  return out;
}

// What was chosen for one round says nothing of another; an undone import takes officials away.
void forgetOther(const Context& context) {
  const Session& session = *context.session;
  ProposalMemory& memory = context.memory.of<ProposalMemory>();
  const std::optional<ProposalAsk>& asked = memory.work->asked();
  const bool is_other = asked && (asked->scenario != session.selection().scenario ||
                                  asked->round != session.selection().round);
  if (is_other) {
    memory.pins.clear();
    memory.most_moves.reset();
  }
  const std::size_t cadres = session.plan().roster->cadres.size();
  std::erase_if(memory.pins,
                [cadres](const ProposalPin& pin) { return pin.first.index() >= cadres; });
}

bool isLive(const ProposalMemory& memory) {
  return memory.live.value_or(!memory.across_city && memory.work->lastTook() < kQuick);
}

// Nothing chosen where something has to be.
bool lacksPlaces(const ProposalMemory& memory) {
  return memory.scope == ProposalScope::kPicked && memory.picked.empty();
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

std::string scopeText(const Context& context) {
  const Session& session = *context.session;
  const ProposalMemory& memory = context.memory.of<ProposalMemory>();
  switch (memory.scope) {
    case ProposalScope::kUnit:
      if (session.selection().unit) return session.plan().unit(session.selection().unit).name;
      break;
    case ProposalScope::kPicked: {
      if (memory.picked.size() == 1) return session.plan().unit(memory.picked.front()).name;
      const auto count = static_cast<std::int64_t>(memory.picked.size());
      return context.tr(Message{Str::propose_picked_count, {{"count", count}}});
    }
    case ProposalScope::kRound:
      break;
  }
  return std::string(context.tr(Str::propose_scope_round));
}

void pickLine(const Context& context, UnitId unit, float indent) {
  std::vector<UnitId>& picked = context.memory.of<ProposalMemory>().picked;
  const auto at = std::find(picked.begin(), picked.end(), unit);
  ImGui::PushID(static_cast<int>(unit.value));
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + indent);
  if (tickLine(context, context.session->plan().unit(unit).name, at != picked.end())) {
    context.memory.of<ProposalMemory>().scope = ProposalScope::kPicked;
    if (at == picked.end()) {
      picked.push_back(unit);
    } else {
      picked.erase(at);
    }
  }
  ImGui::PopID();
}

// Districts, and then the communes of the chosen one.
void drawPicks(const Context& context) {
  constexpr float kWidth = 300.0F;
  constexpr float kHeight = 280.0F;
  constexpr float kIndent = 24.0F;
  const Session& session = *context.session;
  beginList("picks", {kWidth, kHeight});
  const Structure& structure = *session.plan().structure;
  for (const UnitId unit : session.groups()) pickLine(context, unit, 0);
  if (const UnitId chosen = session.selection().unit) {
    heading(context, structure.unit(chosen).name);
    for (std::size_t u = 0; u < structure.units.size(); ++u) {
      if (structure.units[u].parent == chosen) pickLine(context, UnitId{u}, kIndent);
    }
  }
  endList();
}

void drawScope(const Context& context) {
  const Session& session = *context.session;
  ProposalMemory& memory = context.memory.of<ProposalMemory>();
  if (!beginDropdown(context, "scope", scopeText(context), context.tr(Str::propose_scope))) return;
  if (menuItem(context, "", context.tr(Str::propose_scope_round),
               memory.scope == ProposalScope::kRound)) {
    memory.scope = ProposalScope::kRound;
  }
  if (const UnitId unit = session.selection().unit) {
    const std::string text =
        std::string(context.tr(Str::propose_scope_unit)) + ": " + session.plan().unit(unit).name;
    if (menuItem(context, "", text, memory.scope == ProposalScope::kUnit)) {
      memory.scope = ProposalScope::kUnit;
    }
  }
  ImGui::Separator();
  heading(context, context.tr(Str::propose_scope_picked));
  drawPicks(context);
  endDropdown();
}

// In what is left of the row of controls.
void drawProgressBeside(const Context& context, Row& row, double progress) {
  constexpr float kHeight = 34.0F;
  constexpr float kLeast = 90.0F;
  constexpr float kMost = 220.0F;
  const float room = row.room() - 16;
  if (room < kLeast) return;
  row.next(kHeight, 16.0F);
  ImGui::BeginChild("progress", {std::min(room, kMost), kHeight}, 0,
                    ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoBackground);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 2));
  ImGui::Dummy({1, 4});
  drawSearchProgress(context, progress);
  ImGui::PopStyleVar();
  endChild();
}

void drawControls(const Context& context, const ProposalFrame& frame) {
  ProposalMemory& memory = context.memory.of<ProposalMemory>();
  Row row(kDropdownHeight);
  row.next(kDropdownHeight);
  drawScope(context);
  row.next(kSegmentHeight, 8.0F);
  memory.across_city =
      segmented(context, context.tr(Str::propose_within),
                {context.tr(Str::propose_within_district), context.tr(Str::propose_within_city)},
                memory.across_city ? 1 : 0) == 1;
  row.next(kSegmentHeight, 12.0F);
  const bool live = isLive(memory);
  if (tickLine(context, context.tr(Str::propose_live), live)) memory.live = !live;
  tooltip(context, context.tr(Str::propose_live_tip));
  row.next(kButtonHeight, 12.0F);
  if (frame.work.isSearching()) {
    if (button(context, icons::kIconX, context.tr(Str::propose_stop), ButtonLook::kPlain)) {
      frame.work.stop(*context.session);
    }
    drawProgressBeside(context, row, frame.work.progress());
  } else {
    const Str text = frame.work.preview() == nullptr ? Str::propose_run : Str::propose_again;
    if (button(context, icons::kIconTarget, context.tr(text), ButtonLook::kPrimary,
               !lacksPlaces(memory))) {
      memory.is_wanted = true;
      frame.work.start(*context.session, frame.ask);
      context.host.requestFrame();
    }
  }
  row.end();
}

Message gapMessage(const propose::Objective& found, const propose::Objective& bound) {
  const auto say = [](Str key, std::int64_t has, std::int64_t least) {
    return Message{key, {{"found", has}, {"bound", least}}};
  };
  if (found.shortfall != bound.shortfall) {
    return say(Str::propose_gap_shortfall, found.shortfall, bound.shortfall);
  }
  if (found.vacant != bound.vacant) {
    return say(Str::propose_gap_vacant, found.vacant, bound.vacant);
  }
  if (found.moves != bound.moves) return say(Str::propose_gap_moves, found.moves, bound.moves);
  if (found.cost != bound.cost) return say(Str::propose_gap_cost, found.cost, bound.cost);
  return {Str::propose_unproven, {}};
}

std::string brokenPinText(const Context& context, const ProposalPreview& preview) {
  const propose::Proposal& proposal = preview.proposal;
  const Session& session = *context.session;
  if (proposal.is_too_large) return std::string(context.tr(Str::error_proposal_too_large));
  if (!proposal.broken_pin && preview.ask.question.most_moves) {
    const std::int64_t most = *preview.ask.question.most_moves;
    return context.tr(Message{Str::propose_frontier_point, {{"moves", most}}}) + ": " +
           std::string(context.tr(Str::propose_frontier_none));
  }
  if (!proposal.broken_pin) return std::string(context.tr(Str::proposal_infeasible));
  // Beyond the round's own moves are those that are pinned in the preview.
  const std::vector<Move>& moves = session.round()->moves;
  const std::size_t place = *proposal.broken_pin;
  CadreId cadre;
  if (place < moves.size()) {
    cadre = moves[place].cadre;
  } else {
    std::size_t added = moves.size();
    for (const ProposalPin& pin : preview.ask.pins) {
      if (session.round()->moveOf(pin.first) == nullptr && added++ == place) cadre = pin.first;
    }
  }
  if (!cadre) return std::string(context.tr(Str::proposal_infeasible));
  return context.tr(
      Message{Str::proposal_broken_pin, {{"name", session.plan().cadre(cadre).name}}});
}

// What is proven of the preview, as a sentence.
std::string proofText(const Context& context, const ProposalPreview& preview) {
  const propose::Proposal& proposal = preview.proposal;
  if (proposal.status == propose::Status::kInfeasible) return brokenPinText(context, preview);
  propose::Objective best = proposal.objective;
  best.shortfall -= preview.outside;
  if (proposal.status == propose::Status::kFeasible) {
    propose::Objective bound = proposal.bound;
    bound.shortfall = std::max<std::int64_t>(0, bound.shortfall - preview.outside);
    return context.tr(gapMessage(best, bound));
  }
  const bool is_stuck = best.moves == 0 && best.shortfall > 0;
  if (is_stuck && preview.obstacle != propose::Obstacle::kNone) {
    return std::string(context.tr(report::sentenceOf(preview.obstacle)));
  }
  if (!preview.changesRound() && best.moves > 0) return std::string(context.tr(Str::propose_same));
  if (best.moves == 0) return std::string(context.tr(Str::propose_proved_none));
  const std::optional<std::int32_t> most = preview.ask.question.most_moves;
  if (most && best.moves >= *most && best.shortfall > 0) {
    return context.tr(Message{Str::propose_proved_most,
                              {{"most", std::int64_t{*most}}, {"shortfall", best.shortfall}}});
  }
  return context.tr(
      Message{best.shortfall == 0 ? Str::propose_proved_reached : Str::propose_proved_short,
              {{"shortfall", best.shortfall}, {"moves", best.moves}}});
}

void drawFigures(const Context& context, const ProposalPreview& preview, float width) {
  constexpr int kFigures = 4;
  const std::array<std::pair<Str, std::pair<std::int64_t, std::int64_t>>, kFigures> figures = {{
      {Str::propose_figure_shortfall, {preview.before.shortfall, preview.after.shortfall}},
      {Str::compare_vacancies, {preview.before.vacant, preview.after.vacant}},
      {Str::propose_figure_moves, {preview.before.moves, preview.after.moves}},
      {Str::propose_figure_cost, {preview.before.cost, preview.after.cost}},
  }};
  const ImVec2 at = ImGui::GetCursorScreenPos();
  constexpr std::array<float, kFigures> kShares = {0.29F, 0.20F, 0.25F, 0.26F};
  float x = at.x;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const auto [before, after] = figures[i].second;
    ImGui::SetCursorScreenPos({x, at.y + 4});
    drawFigure(
        context,
        context.tr(Message{Str::propose_change,
                           {{"before", context.count(before)}, {"after", context.count(after)}}}),
        context.tr(figures[i].first), width * kShares[i]);
    x += width * kShares[i];
  }
}

// The figures and what is proven of them; over it, how far a search is.
void drawResult(const Context& context, const ProposalFrame& frame) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const ProposalPreview* preview = frame.work.preview();
  constexpr float kFigureShare = 0.56F;
  if (preview != nullptr) drawFigures(context, *preview, width * kFigureShare);
  const float x = preview == nullptr ? at.x : at.x + width * kFigureShare + 8;
  ImGui::SetCursorScreenPos({x, at.y + 2});
  ImGui::BeginChild("proof", {at.x + width - x, kResultHeight - 4}, 0,
                    ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoBackground);
  std::string said;
  if (frame.work.isSearching()) {
    const auto share = static_cast<std::int32_t>(frame.work.progress() * 1000);
    said = context.tr(Message{Str::propose_progress, {{"share", Permille{share}}}});
  }
  if (preview != nullptr) {
    const bool is_stale = !frame.is_current && !frame.work.isSearching();
    const bool is_proven = preview->proposal.status == propose::Status::kOptimal;
    const std::string proof =
        is_stale ? std::string(context.tr(Str::propose_stale)) : proofText(context, *preview);
    const bool is_broken = preview->proposal.status == propose::Status::kInfeasible;
    paragraph(context, is_proven ? context.fonts.small : context.fonts.small_bold,
              is_broken   ? context.theme.hard
              : is_proven ? context.theme.text
                          : context.theme.soft,
              proof);
    said = proof + (said.empty() ? "" : " " + said);
  }
  endChild();
  if (!said.empty()) {
    context.tree.add("status", context.tr(Str::propose_status), said, {x, at.y},
                     {at.x + width, at.y + kResultHeight});
  }
  ImGui::SetCursorScreenPos({at.x, at.y + kResultHeight});
}

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
  memory.list =
      tabs(context, context.tr(Str::propose_status),
           std::array<std::string, 2>{titled(Str::propose_tab_moves, preview.diff.lines.size()),
                                      titled(Str::propose_tab_units, preview.cells.size())},
           memory.list, ImGui::GetContentRegionAvail().x);
  const ImVec2 room = ImGui::GetContentRegionAvail();
  ImGui::BeginChild("list", {room.x, std::max(40.0F, room.y - kAcceptHeight - 4)}, 0,
                    ImGuiWindowFlags_NavFlattened);
  // What is being replaced is still there to be read.
  ImGui::PushStyleVar(ImGuiStyleVar_Alpha, frame.is_current ? 1.0F : 0.55F);
  if (memory.list == ProposalList::kMoves) {
    drawProposedMoves(context, frame);
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

}  // namespace

void drawSearchProgress(const Context& context, double progress) {
  constexpr float kHeight = 4.0F;
  const float width = ImGui::GetContentRegionAvail().x;
  const auto share = static_cast<float>(std::clamp(progress, 0.0, 1.0));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(at, {at.x + width, at.y + kHeight}, context.theme.raised, 2);
  list.AddRectFilled(at, {at.x + width * share, at.y + kHeight}, context.theme.accent, 2);
  ImGui::Dummy({width, kHeight});
  label(context, context.fonts.small, context.theme.muted,
        context.tr(Message{Str::propose_progress,
                           {{"share", Permille{static_cast<std::int32_t>(progress * 1000)}}}}));
}

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

namespace {

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
  drawControls(context, frame);
  if (lacksPlaces(memory)) {
    paragraph(context, context.fonts.body, context.theme.muted,
              context.tr(Str::propose_picked_none));
  }
  const bool shows_result = frame.work.preview() != nullptr || frame.work.isSearching();
  if (shows_result) {
    drawResult(context, frame);
  } else {
    ImGui::Dummy({1, 4});
    paragraph(context, context.fonts.body, context.theme.muted, context.tr(Str::propose_empty));
    ImGui::Dummy({1, 4});
  }
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
  endPanel();
}

}  // namespace

const ViewInfo kProposalView = {.command = "go.proposal",
                                .title = text::Str::work_proposal,
                                .icon = icons::kIconStar,
                                .draw = drawProposal};

}  // namespace cadre::ui
