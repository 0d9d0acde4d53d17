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

// The text of a finding with its symbol.
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

// Waiving a rule requires a reason.
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
