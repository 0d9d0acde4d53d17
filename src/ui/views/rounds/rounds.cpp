#include <algorithm>
#include <string>

#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/fields.h"
#include "kit/focus.h"
#include "kit/layout.h"
#include "kit/list_lines.h"
#include "kit/menus.h"
#include "kit/press_area.h"
#include "kit/text.h"
#include "ui/actions.h"
#include "ui/marks/signs.h"
#include "ui/seat.h"
#include "ui/view_memory.h"
#include "ui/views/board/board_memory.h"
#include "ui/views/copied_tables.h"
#include "ui/views/views.h"

namespace cadre::ui {
namespace {

struct RoundsMemory {
  std::string name_round;  // the round whose name is being edited
  std::string name;
  std::string date_round;
  std::string date;
  bool date_is_wrong = false;
};

using text::Str;

constexpr float kMoveHeight = 38.0F;

// One tab of the strip of rounds.
bool roundTab(const Context& context, std::string_view id, std::string_view name,
              std::string_view detail, bool chosen) {
  constexpr float kHeight = 40.0F;
  const float width =
      std::max(measure(context.fonts.body_bold, name).x, measure(context.fonts.caption, detail).x) +
      22.0F;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const TabStop stop(stopsInList(chosen));
  const bool pressed = pressArea(std::string(id).c_str(), {width, kHeight});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 corner = {at.x + width, at.y + kHeight};
  list.AddRectFilled(at, corner,
                     chosen                   ? context.theme.selected
                     : ImGui::IsItemHovered() ? context.theme.hover
                                              : context.theme.raised,
                     kRounding);
  if (chosen) {
    list.AddRectFilled({at.x + 8, corner.y - 3}, {corner.x - 8, corner.y}, context.theme.accent,
                       1.5F);
  }
  drawText(list, chosen ? context.fonts.body_bold : context.fonts.body, {at.x + 11, at.y + 3},
           context.theme.text, name);
  drawText(list, context.fonts.caption, {at.x + 11, at.y + 21}, context.theme.muted, detail);
  context.tree.addLastItem("tab", name, chosen ? "selected" : detail).name =
      std::string(name) + ", " + std::string(detail);
  return pressed;
}

void drawTabs(const Context& context) {
  Session& session = *context.session;
  const Timeline& timeline = session.timeline();
  const std::vector<Round>& rounds = session.scenario().rounds;
  const std::size_t chosen = session.entry();
  context.tree.beginGroup("tablist", context.tr(Str::a11y_rounds));
  if (roundTab(context, "baseline", context.tr(Str::term_baseline),
               text::formatDate(timeline.rounds.front().date), chosen == 0)) {
    context.later([&session] { session.chooseEntry(0); });
  }
  for (std::size_t i = 0; i < rounds.size(); ++i) {
    ImGui::SameLine();
    ImGui::PushID(rounds[i].key.c_str());
    const std::string detail =
        text::formatDate(rounds[i].date) + " · " +
        context.tr(
            Message{Str::round_moves, {{"count", std::int64_t{timeline.rounds[i + 1].moves}}}});
    if (roundTab(context, "round", rounds[i].name, detail, chosen == i + 1)) {
      context.later([&session, i] { session.chooseEntry(i + 1); });
    }
    ImGui::PopID();
  }
  context.tree.endGroup();
  ImGui::SameLine();
  if (button(context, icons::kIconPlus, context.tr(Str::round_add))) addNextRound(context);
}

void drawCopyRound(const Context& context, const Round& round) {
  const Session& session = *context.session;
  if (session.plan().scenarios->size() < 2) return;
  ImGui::SameLine();
  if (!beginDropdown(context, "copy-round", context.tr(Str::round_copy_to),
                     context.tr(Str::round_copy_to))) {
    return;
  }
  for (const auto& scenario : *session.plan().scenarios) {
    if (scenario->key == session.scenario().key) continue;
    ImGui::PushID(scenario->key.c_str());
    if (menuItem(context, icons::kIconCopy, scenario->name)) {
      if (Expected<Command> command = copyRound(*scenario, round)) {
        context.run(std::move(*command));
        notify(context, context.tr(Message{Str::copy_done, {{"name", scenario->name}}}));
      }
    }
    ImGui::PopID();
  }
  endDropdown();
}

// Text fields write to the plan when they lose the focus, so typing is one edit and one undo.
void drawRoundFields(const Context& context, const Round& round) {
  Session& session = *context.session;
  RoundsMemory& memory = context.memory.of<RoundsMemory>();
  const RoundRef ref{session.scenario().key, round.key};
  if (memory.name_round != round.key) {
    memory.name = round.name;
    memory.name_round = round.key;
  }
  textField(context, context.tr(Str::round_name_label), context.tr(Str::round_name_label),
            memory.name, 170.0F);
  if (ImGui::IsItemDeactivatedAfterEdit() && memory.name != round.name) {
    context.run(RenameRound{ref, memory.name});
  }
  if (!ImGui::IsItemActive()) memory.name = round.name;
  ImGui::SameLine();
  if (memory.date_round != round.key) {
    memory.date = text::formatDate(round.date);
    memory.date_round = round.key;
    memory.date_is_wrong = false;
  }
  textField(context, context.tr(Str::round_date_label), "dd/mm/yyyy", memory.date, 108.0F,
            FieldKind::kNumber);
  const bool left_date = ImGui::IsItemDeactivated();
  const bool typing_date = ImGui::IsItemActive();
  if (left_date) {
    const std::optional<Date> date = text::parseDate(memory.date);
    memory.date_is_wrong = !date;
    if (date && *date != round.date) context.run(SetRoundDate{ref, *date});
  } else if (!typing_date && !memory.date_is_wrong) {
    memory.date = text::formatDate(round.date);
  }
  ImGui::SameLine();
  if (memory.date_is_wrong) {
    label(context, context.fonts.small, context.theme.hard, context.tr(Str::round_date_wrong));
    ImGui::SameLine();
  }
  if (iconButton(context, icons::kIconTrash2, context.tr(Str::round_delete))) {
    context.run(DeleteRound{ref});
  }
  drawCopyRound(context, round);
}

// A move of the round as its row shows it.
struct MoveLine {
  std::string number;
  std::string name;
  std::string origin;
  std::string destination;  // the type of the move if it leads to no post
  std::string effect;       // on the selected quota: "+1"; often empty
  const Finding* worst = nullptr;
  bool happened = true;
};

MoveLine lineOf(const Context& context, const Round& round, std::size_t index) {
  const Session& session = *context.session;
  const RoundState& state = session.state();
  const Move& move = round.moves[index];
  const PostId from = state.before.firstPost(move.cadre);
  const std::string origin =
      from ? postName(context, from) : std::string(context.tr(Str::inspector_no_post));
  const std::string destination =
      move.to ? postName(context, move.to) : std::string(context.tr(labelOf(move.type)));
  const bool happened = state.happened[index] != 0;
  return {.number = context.count(static_cast<std::int64_t>(index) + 1),
          .name = session.plan().cadre(move.cadre).name,
          .origin = origin,
          .destination = destination,
          .effect = happened ? quotaChange(session, move.cadre, from, move.to) : std::string(),
          .worst = worstOf(state, index),
          .happened = happened};
}

void drawMoveText(const Context& context, const MoveLine& line, ImVec2 at, float right) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  float x = at.x + 8;
  drawText(list, context.fonts.small, {x, at.y + 10}, context.theme.muted, line.number);
  x += 26;
  if (line.worst != nullptr) {
    drawSeverity(list, context, line.worst->severity, line.worst->waived, {x, at.y + 9});
  }
  x += 24;
  const float room = right - x - 50;
  const ImU32 ink = line.happened ? context.theme.text : context.theme.muted;
  drawTextFitted(list, context.fonts.body_bold, {x, at.y + 1}, room, ink, line.name);
  drawTextFitted(list, context.fonts.small, {x, at.y + 19}, room, context.theme.muted,
                 line.origin + "  →  " + line.destination);
  if (!line.happened) {
    const float w = std::min(room, measure(context.fonts.body_bold, line.name).x);
    list.AddLine({x, at.y + 11}, {x + w, at.y + 11}, context.theme.muted);
  }
  if (!line.effect.empty()) {
    const ImVec2 size = measure(context.fonts.body_bold, line.effect);
    drawText(list, context.fonts.body_bold, {right - size.x - 10, at.y + 9},
             line.effect.front() == '+' ? context.theme.good : context.theme.hard, line.effect);
  }
}

// Text for assistive technology.
std::string spokenMove(const Context& context, const MoveLine& line) {
  const auto also = [](std::string_view text) { return ", " + std::string(text); };
  std::string out = line.number + ". " + line.name + ": " + line.origin + " → " + line.destination;
  if (!line.happened) out += also(context.tr(Str::a11y_move_void));
  if (!line.effect.empty()) {
    out += also(context.tr(Message{Str::a11y_move_effect, {{"change", line.effect}}}));
  }
  if (line.worst != nullptr) {
    const bool hard = line.worst->severity == Severity::kHard;
    out += also(context.tr(line.worst->waived ? Str::term_waived
                           : hard             ? Str::a11y_finding_hard
                                              : Str::a11y_finding_soft));
  }
  return out;
}

// Buttons to reorder and remove the move.
void drawMoveButtons(const Context& context, const Round& round, std::size_t index) {
  const RoundRef ref{context.session->scenario().key, round.key};
  if (iconButton(context, icons::kIconArrowUp, context.tr(Str::move_up), index > 0)) {
    context.run(ReorderMove{ref, index, index - 1});
  }
  ImGui::SameLine(0, 1);
  if (iconButton(context, icons::kIconArrowDown, context.tr(Str::move_down),
                 index + 1 < round.moves.size())) {
    context.run(ReorderMove{ref, index, index + 1});
  }
  ImGui::SameLine(0, 1);
  if (iconButton(context, icons::kIconX, context.tr(Str::move_remove))) {
    context.run(RemoveMove{ref, index});
  }
}

void drawMove(const Context& context, const Round& round, std::size_t index) {
  Session& session = *context.session;
  const Move& move = round.moves[index];
  constexpr float kButtons = 100.0F;
  ImGui::PushID(static_cast<int>(index));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const bool chosen = session.selection().cadre == move.cadre;
  const TabStop in_line(false);  // arrow keys reach its buttons
  ImGui::PushTabStop(stopsInList(chosen));
  const bool pressed = pressArea("move", {width - kButtons, kMoveHeight});
  ImGui::PopTabStop();
  if (chosen || ImGui::IsItemHovered()) {
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + width, at.y + kMoveHeight},
                                              chosen ? context.theme.selected : context.theme.hover,
                                              kRounding);
  }
  const MoveLine line = lineOf(context, round, index);
  drawMoveText(context, line, at, at.x + width - kButtons);
  Widget& widget =
      context.tree.addLastItem("move", line.name, line.origin + " → " + line.destination);
  widget.name = spokenMove(context, line);
  widget.selected = has(chosen);
  if (pressed) {
    context.later([&session, cadre = move.cadre, to = move.to, &context] {
      session.chooseCadre(cadre);
      const UnitId group = session.groupOf(to);
      if (group) session.chooseUnit(group);
      context.memory.of<BoardMemory>().reveal = to;
    });
  }
  ImGui::SetCursorScreenPos({at.x + width - kButtons + 4, at.y + 4});
  drawMoveButtons(context, round, index);
  ImGui::SetCursorScreenPos({at.x, at.y + kMoveHeight});
  ImGui::PopID();
}

void drawDeparturesLine(const Context& context, const RoundState& state) {
  if (state.departures.empty()) return;
  std::string names;
  constexpr std::size_t kNamed = 3;
  for (std::size_t i = 0; i < std::min(kNamed, state.departures.size()); ++i) {
    if (i > 0) names += ", ";
    names += context.session->plan().cadre(state.departures[i].cadre).name;
  }
  if (state.departures.size() > kNamed) names += "…";
  label(context, context.fonts.small, context.theme.muted,
        std::string(icons::kIconClock) + " " +
            context.tr(Message{Str::round_departures,
                               {{"count", static_cast<std::int64_t>(state.departures.size())},
                                {"names", names}}}));
}

void drawMoves(const Context& context, const Round& round) {
  drawRoundFields(context, round);
  const RoundState& state = context.session->state();
  drawDeparturesLine(context, state);
  if (round.moves.empty()) {
    paragraph(context, context.fonts.body, context.theme.muted, context.tr(Str::round_empty));
    return;
  }
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  const WidgetTree::Scope list(context.tree, "list", context.tr(Str::a11y_moves),
                               static_cast<int>(round.moves.size()));
  ImGui::BeginChild("moves", ImGui::GetContentRegionAvail(), 0, ImGuiWindowFlags_NavFlattened);
  ImGui::PopStyleVar();
  offerMoves(context, round);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  listLines(context, round.moves.size(), kMoveHeight,
            [&](std::size_t i) { drawMove(context, round, i); });
  ImGui::PopStyleVar();
  endChild();
}

}  // namespace

void drawRounds(const Context& context, ImVec2 min, ImVec2 max) {
  beginPanel(context, "rounds", min, max);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::BeginChild("tabs", {ImGui::GetContentRegionAvail().x, 44.0F}, 0,
                    ImGuiWindowFlags_HorizontalScrollbar | ImGuiWindowFlags_NavFlattened);
  ImGui::PopStyleVar();
  drawTabs(context);
  endChild();
  if (const Round* round = context.session->round()) {
    drawMoves(context, *round);
  } else {
    drawDeparturesLine(context, context.session->state());
    paragraph(context, context.fonts.body, context.theme.muted, context.tr(Str::rounds_baseline));
  }
  endPanel();
}

}  // namespace cadre::ui
