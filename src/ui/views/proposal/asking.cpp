#include "ui/views/proposal/asking.h"

#include <algorithm>
#include <chrono>
#include <string>

#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/layout.h"
#include "kit/menus.h"
#include "kit/text.h"
#include "ui/view_memory.h"
#include "ui/views/pieces.h"

namespace cadre::ui {
namespace {

using text::Str;

// A search that takes longer does not follow changes automatically until this is switched on.
constexpr std::chrono::milliseconds kQuick{1500};

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

// Districts, and then the communes of the selected one.
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
    for (const UnitId part : structure.children[chosen.index()]) {
      pickLine(context, part, kIndent);
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

// In the rest of the row of controls.
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

std::string withinText(const Context& context, const std::string& name) {
  const Plan& plan = context.session->plan();
  const bool has_districts = plan.structure->findLevel(kLevelDistrict).operator bool();
  if (name == kLevelDistrict) return std::string(context.tr(Str::propose_within_district));
  if (name == kWholePlan) {
    return std::string(
        context.tr(has_districts ? Str::propose_within_city : Str::propose_within_plan));
  }
  return context.tr(
      Message{Str::propose_within_named, {{"name", nameOfDivision(*plan.structure, name)}}});
}

// Where officials may go. A plan that knows no division smaller than itself has nothing to choose.
void drawWithin(const Context& context, Row& row) {
  const std::vector<std::string> scopes = scopesOf(context.session->plan());
  if (scopes.size() < 2) return;
  ProposalMemory& memory = context.memory.of<ProposalMemory>();
  const auto found = std::find(scopes.begin(), scopes.end(), memory.within);
  const std::size_t chosen =
      found == scopes.end() ? 0 : static_cast<std::size_t>(found - scopes.begin());
  const auto choose = [&](std::size_t place) {
    memory.within = place == 0 ? std::string() : scopes[place];
  };
  if (scopes.size() == 2) {
    row.next(kSegmentHeight, 8.0F);
    const std::string usual = withinText(context, scopes.front());
    const std::string other = withinText(context, scopes.back());
    choose(static_cast<std::size_t>(segmented(context, context.tr(Str::propose_within),
                                              {usual, other}, static_cast<int>(chosen))));
    return;
  }
  row.next(kDropdownHeight, 8.0F);
  if (!beginDropdown(context, "within", withinText(context, scopes[chosen]),
                     context.tr(Str::propose_within))) {
    return;
  }
  for (std::size_t i = 0; i < scopes.size(); ++i) {
    if (menuItem(context, "", withinText(context, scopes[i]), i == chosen)) choose(i);
  }
  endDropdown();
}

// Whether the proposal keeps the existing moves.
bool isCalm(const Context& context) {
  const Round* round = context.session->round();
  const bool is_seen = round != nullptr && round->status != RoundStatus::kDraft;
  return context.memory.of<ProposalMemory>().calm.value_or(is_seen);
}

// Moves that stand are kept but for those that are ticked to be dropped, and for those of officials
// whom a pin sends elsewhere.
std::vector<std::size_t> keptMoves(const Session& session, const ProposalMemory& memory) {
  const Round* round = session.round();
  if (round == nullptr) return {};
  std::vector<std::size_t> out = propose::standingMoves(session.plan(), *round, session.state());
  std::erase_if(out, [&](std::size_t i) {
    const Move& move = round->moves[i];
    const auto is_it = [&](const auto& entry) {
      return entry.first == move.cadre && entry.second == move.to;
    };
    return std::any_of(memory.drops.begin(), memory.drops.end(), is_it) ||
           std::any_of(memory.pins.begin(), memory.pins.end(),
                       [&](const ProposalPin& pin) { return pin.first == move.cadre; });
  });
  return out;
}

}  // namespace

ProposalAsk askOf(const Context& context) {
  const Session& session = *context.session;
  const ProposalMemory& memory = context.memory.of<ProposalMemory>();
  ProposalAsk out;
  out.revision = session.revision();
  out.scenario = session.selection().scenario;
  out.round = session.selection().round;
  out.question.within = memory.within;
  out.question.calm = isCalm(context);
  out.question.most_moves = memory.most_moves;
  if (memory.scope == ProposalScope::kUnit && session.selection().unit) {
    out.question.units = {session.selection().unit};
  } else if (memory.scope == ProposalScope::kPicked) {
    out.question.units = memory.picked;
    std::sort(out.question.units.begin(), out.question.units.end());
  }
  out.pins = memory.pins;
  out.keeps = keptMoves(session, memory);
  return out;
}

bool isLive(const ProposalMemory& memory) {
  return memory.live.value_or(!isAcrossPlan(memory) && memory.work->lastTook() < kQuick);
}

// Nothing is selected although something must be.
bool lacksPlaces(const ProposalMemory& memory) {
  return memory.scope == ProposalScope::kPicked && memory.picked.empty();
}

void drawAsking(const Context& context, const ProposalFrame& frame) {
  ProposalMemory& memory = context.memory.of<ProposalMemory>();
  Row row(kDropdownHeight);
  row.next(kDropdownHeight);
  drawScope(context);
  drawWithin(context, row);
  row.next(kSegmentHeight, 12.0F);
  const bool calm = isCalm(context);
  if (tickLine(context, context.tr(Str::propose_calm), calm)) memory.calm = !calm;
  tooltip(context, context.tr(Str::propose_calm_tip));
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

}  // namespace cadre::ui
