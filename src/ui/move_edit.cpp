#include "ui/move_edit.h"

#include <algorithm>
#include <array>
#include <string>

#include "document/what_if.h"
#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/fields.h"
#include "kit/menus.h"
#include "kit/text.h"
#include "rules/rule.h"
#include "ui/actions.h"
#include "ui/fields.h"
#include "ui/marks/signs.h"
#include "ui/view_memory.h"
#include "ui/views/board/inspector_memory.h"

namespace cadre::ui {
namespace {

using text::Str;

RoundRef refOf(const Session& session) { return {session.scenario().key, session.round()->key}; }

void replace(const Context& context, std::size_t index, Move move) {
  context.run(ReplaceMove{refOf(*context.session), index, std::move(move)});
}

constexpr std::array kMoveTypes = {
    MoveType::kRotation,    MoveType::kTransfer, MoveType::kPeriodicChange, MoveType::kSecondment,
    MoveType::kAppointment, MoveType::kRelief,   MoveType::kDismissal,      MoveType::kResignation};

void drawType(const Context& context, std::size_t index, const Move& move) {
  if (!beginDropdown(context, "type", context.tr(labelOf(move.type)), context.tr(Str::move_type))) {
    return;
  }
  for (const MoveType type : kMoveTypes) {
    if (!menuItem(context, "", context.tr(labelOf(type)), type == move.type)) continue;
    Move changed = move;
    changed.type = type;
    replace(context, index, std::move(changed));
  }
  endDropdown();
}

void drawCopy(const Context& context, const Move& move) {
  const Session& session = *context.session;
  if (session.plan().scenarios->size() < 2) return;
  ImGui::SameLine(0, 6);
  if (!beginDropdown(context, "copy", context.tr(Str::move_copy_to),
                     context.tr(Str::move_copy_to))) {
    return;
  }
  for (const auto& scenario : *session.plan().scenarios) {
    if (scenario->key == session.scenario().key) continue;
    ImGui::PushID(scenario->key.c_str());
    if (menuItem(context, icons::kIconCopy, scenario->name)) {
      if (Expected<Command> command = copyMove(*scenario, *session.round(), move)) {
        context.run(std::move(*command));
        notify(context, context.tr(Message{Str::copy_done, {{"name", scenario->name}}}));
      }
    }
    ImGui::PopID();
  }
  endDropdown();
}

bool isForced(const Move& move) {
  return rules::isForcedDeparture(move.type) || !move.to || !move.directive.empty();
}

void smallCaption(const Context& context, std::string_view text) {
  label(context, context.fonts.small, context.theme.muted, text);
}

// Notes and dates of this party and those below it, from the cells of two columns. What is no date
// is left out, and so are more rows than there are parties.
Move withNotes(const Context& context, Move move, Party from, const roster::Table& cells) {
  const auto first = static_cast<std::size_t>(std::find(kParties.begin(), kParties.end(), from) -
                                              kParties.begin());
  std::int64_t taken = 0;
  std::int64_t skipped = 0;
  for (std::size_t row = 0; row < cells.rowCount(); ++row) {
    if (first + row >= kParties.size()) {
      skipped += static_cast<std::int64_t>(cells.cellCount(row));
      continue;
    }
    ViewNote& said = move.consent.noteOf(kParties[first + row]);
    said.note = roster::withoutGuard(cells.cell(row, 0));
    ++taken;
    if (cells.cellCount(row) < 2) continue;
    const std::optional<Date> date = text::parseDate(cells.cell(row, 1));
    if (date) said.on = *date;
    ++(date ? taken : skipped);
  }
  notify(context, context.tr(Message{skipped == 0 ? Str::paste_filled : Str::paste_left_out,
                                     {{"count", taken}, {"skipped", skipped}}}));
  return move;
}

void drawNote(const Context& context, std::size_t index, const Move& move, Party party) {
  constexpr float kDateWidth = 104.0F;
  const ViewNote& said = move.consent.noteOf(party);
  const float width = ImGui::GetContentRegionAvail().x - kDateWidth - 6;
  const std::string who(context.tr(labelOf(party)));
  const std::string note_name = std::string(context.tr(Str::consent_note)) + " – " + who;
  if (std::optional<std::string> note =
          editField(context, note_name, context.tr(Str::consent_note), said.note, width)) {
    Move changed = move;
    changed.consent.noteOf(party).note = std::move(*note);
    replace(context, index, std::move(changed));
  }
  if (const std::optional<roster::Table> cells = pastedCells(context)) {
    replace(context, index, withNotes(context, move, party, *cells));
  }
  ImGui::SameLine(0, 6);
  const std::string date_name = std::string(context.tr(Str::consent_on)) + " – " + who;
  if (const auto on = editDate(context, date_name, said.on, kDateWidth)) {
    Move changed = move;
    changed.consent.noteOf(party).on = *on;
    replace(context, index, std::move(changed));
  }
}

// The sentence of a finding with its sign.
void drawFindingText(const Context& context, const Finding& finding) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  drawSeverity(*ImGui::GetWindowDrawList(), context, finding.severity, finding.waived, at);
  ImGui::SetCursorScreenPos({at.x + 22, at.y});
  ImGui::BeginGroup();
  paragraph(context, context.fonts.small,
            finding.waived                        ? context.theme.muted
            : finding.severity == Severity::kHard ? context.theme.hard
                                                  : context.theme.soft,
            context.tr(finding.message));
  ImGui::EndGroup();
}

const Waiver* waiverOf(const Move& move, std::string_view rule) {
  const auto found = std::find_if(move.waivers.begin(), move.waivers.end(),
                                  [&](const Waiver& waiver) { return waiver.rule == rule; });
  return found == move.waivers.end() ? nullptr : &*found;
}

void drawGiven(const Context& context, std::size_t index, const Move& move, const Waiver& waiver) {
  const std::string text = context.tr(Message{Str::waiver_given, {{"reason", waiver.reason}}});
  paragraph(context, context.fonts.small, context.theme.text, text);
  context.tree.addLastItem("waiver", waiver.rule, waiver.reason);
  if (button(context, "", context.tr(Str::waiver_take_back), ButtonLook::kQuiet)) {
    Move changed = move;
    std::erase_if(changed.waivers, [&](const Waiver& w) { return w.rule == waiver.rule; });
    replace(context, index, std::move(changed));
  }
}

// A reason is asked for before the rule is waived.
void drawWaiving(const Context& context, std::size_t index, const Move& move,
                 const Finding& finding) {
  InspectorMemory& memory = context.memory.of<InspectorMemory>();
  const std::string key =
      context.session->plan().cadre(move.cadre).key + "/" + std::string(finding.rule);
  ImGui::PushID(key.c_str());
  if (memory.waiving != key) {
    if (button(context, icons::kIconHandshake, context.tr(Str::waiver_ask))) {
      memory.waiving = key;
      memory.waiver_reason.clear();
    }
  } else {
    textField(context, context.tr(Str::waiver_reason), context.tr(Str::waiver_reason),
              memory.waiver_reason, ImGui::GetContentRegionAvail().x);
    const bool by_enter = ImGui::IsItemDeactivated() && ImGui::IsKeyPressed(ImGuiKey_Enter, false);
    const bool has_reason = memory.waiver_reason.find_first_not_of(" \t\n") != std::string::npos;
    const bool pressed = button(context, icons::kIconCheck, context.tr(Str::waiver_grant),
                                ButtonLook::kPrimary, has_reason);
    if (has_reason && (pressed || by_enter)) {
      Move changed = move;
      changed.waivers.push_back({std::string(finding.rule), memory.waiver_reason, nullptr});
      replace(context, index, std::move(changed));
      memory.waiving.clear();
    }
    ImGui::SameLine(0, 6);
    if (button(context, "", context.tr(Str::refusal_close), ButtonLook::kQuiet)) {
      memory.waiving.clear();
    }
  }
  ImGui::PopID();
}

}  // namespace

std::optional<std::size_t> moveOf(const Session& session, CadreId cadre) {
  const Round* round = session.round();
  if (round == nullptr || !cadre) return std::nullopt;
  const Move* move = round->moveOf(cadre);
  if (move == nullptr) return std::nullopt;
  return static_cast<std::size_t>(move - round->moves.data());
}

Str labelOf(Party party) {
  switch (party) {
    case Party::kCadre:
      return Str::consent_cadre;
    case Party::kOrigin:
      return Str::consent_origin;
    case Party::kDestination:
      break;
  }
  return Str::consent_destination;
}

const char* iconOf(View view) {
  switch (view) {
    case View::kAgree:
      return icons::kIconCheck;
    case View::kConcern:
      return icons::kIconCircleHelp;
    case View::kDisagree:
      return icons::kIconBan;
    case View::kUnasked:
      break;
  }
  return icons::kIconMessageSquare;
}

ImU32 colorOf(const Theme& theme, View view) {
  switch (view) {
    case View::kAgree:
      return theme.good;
    case View::kConcern:
      return theme.soft;
    case View::kDisagree:
      return theme.hard;
    case View::kUnasked:
      break;
  }
  return theme.muted;
}

void drawMoveSection(const Context& context, std::size_t index) {
  const Move& move = context.session->round()->moves[index];
  ImGui::PushID(context.session->plan().cadre(move.cadre).key.c_str());
  heading(context, context.tr(Str::move_section));
  drawType(context, index, move);
  drawCopy(context, move);
  const float width = ImGui::GetContentRegionAvail().x;
  if (std::optional<std::string> reason =
          editField(context, context.tr(Str::move_reason), context.tr(Str::move_reason),
                    move.reason, width)) {
    Move changed = move;
    changed.reason = std::move(*reason);
    replace(context, index, std::move(changed));
  }
  if (isForced(move)) {
    smallCaption(context, context.tr(Str::move_directive));
    if (std::optional<std::string> directive =
            editField(context, context.tr(Str::move_directive),
                      context.tr(Str::move_directive_hint), move.directive, width)) {
      Move changed = move;
      changed.directive = std::move(*directive);
      replace(context, index, std::move(changed));
    }
    paragraph(context, context.fonts.small, context.theme.muted, context.tr(Str::move_corrective));
  }
  if (button(context, icons::kIconFlag,
             context.tr(move.pinned ? Str::move_unpin : Str::move_pin))) {
    Move changed = move;
    changed.pinned = !move.pinned;
    replace(context, index, std::move(changed));
  }
  ImGui::PopID();
}

void drawConsentSection(const Context& context, std::size_t index) {
  const Move& move = context.session->round()->moves[index];
  ImGui::PushID(context.session->plan().cadre(move.cadre).key.c_str());
  heading(context, context.tr(Str::consent_section));
  constexpr std::array kViews = {View::kAgree, View::kConcern, View::kDisagree, View::kUnasked};
  const std::array<std::string_view, kViews.size()> words = {
      context.tr(Str::view_short_agree), context.tr(Str::view_short_concern),
      context.tr(Str::view_short_disagree), context.tr(Str::view_short_unasked)};
  for (const Party party : kParties) {
    const View view = move.consent.of(party);
    const std::string_view name = context.tr(labelOf(party));
    ImGui::PushID(static_cast<int>(party));
    smallCaption(context, name);
    const auto chosen =
        static_cast<int>(std::find(kViews.begin(), kViews.end(), view) - kViews.begin());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const int now = segmented(context, name, words, chosen, width);
    context.tree.add("consent", name, context.tr(labelOf(view)), at,
                     {at.x + width, at.y + kSegmentHeight});
    if (now != chosen) {
      Move changed = move;
      changed.consent.set(party, kViews[static_cast<std::size_t>(now)]);
      replace(context, index, std::move(changed));
    }
    if (view != View::kUnasked || move.consent.noteOf(party) != ViewNote{}) {
      drawNote(context, index, move, party);
    }
    ImGui::PopID();
  }
  ImGui::PopID();
}

void drawFindingsOf(const Context& context, CadreId cadre) {
  const Session& session = *context.session;
  const Round* round = session.round();
  for (const Finding& finding : session.state().findings) {
    if (finding.cadre != cadre) continue;
    drawFindingText(context, finding);
    context.tree.addLastItem("finding-of", context.tr(finding.message),
                             finding.waived ? "waived" : "");
    const bool can_waive = round != nullptr && finding.move != Finding::kNoMove &&
                           finding.severity == Severity::kHard &&
                           rules::findRule(finding.rule) != nullptr;
    if (!can_waive) continue;
    const auto index = static_cast<std::size_t>(finding.move);
    const Move& move = round->moves[index];
    const Waiver* given = waiverOf(move, finding.rule);
    if (given != nullptr) {
      drawGiven(context, index, move, *given);
    } else {
      drawWaiving(context, index, move, finding);
    }
  }
}

}  // namespace cadre::ui
