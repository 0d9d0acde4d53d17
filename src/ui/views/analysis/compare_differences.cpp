// Where the moves of two scenarios differ, and copying a move from one to the other.

#include <string>
#include <utility>

#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/layout.h"
#include "kit/list_lines.h"
#include "kit/text.h"
#include "ui/actions.h"
#include "ui/seat.h"
#include "ui/table_copy.h"
#include "ui/views/analysis/compare_parts.h"
#include "ui/views/pieces.h"

namespace cadre::ui {
namespace {

using text::Str;

constexpr float kDifferenceHeight = 44.0F;

// "khác đợt, khác hình thức", or the name of the only scenario that has the move.
std::string whatDiffers(const Context& context, const CompareTable& table,
                        const MoveDifference& difference) {
  if (!difference.first || !difference.second) {
    return context.tr(Message{Str::compare_only_in,
                              {{"scenario", table.scenarios[difference.first ? 0 : 1]->name}}});
  }
  std::string out;
  const auto add = [&](bool is, Str text) {
    if (is) out += (out.empty() ? "" : ", ") + std::string(context.tr(text));
  };
  add(difference.destination, Str::compare_other_destination);
  add(difference.round, Str::compare_other_round);
  add(difference.type, Str::compare_other_type);
  add(difference.consent, Str::compare_other_consent);
  add(difference.outcome, Str::compare_other_outcome);
  return out;
}

// "Đợt 2/2023: → Chủ tịch UBND · Xã Tam Hiệp (luân chuyển)"
std::string moveText(const Context& context, const Scenario& scenario, MoveAt at) {
  const Round& round = scenario.rounds[at.round];
  const Move& move = round.moves[at.move];
  const std::string type(context.tr(labelOf(move.type)));
  return round.name + ": " +
         (move.to ? "→ " + postName(context, move.to) + " (" + type + ")" : type);
}

void runOrSay(const Context& context, Expected<Command> command) {
  if (command) {
    context.run(std::move(*command));
  } else {
    notify(context, text::render(command.error(), context.preferences.language));
  }
}

// Buttons that copy the move, or its whole round, to the other scenario.
void drawCopy(const Context& context, const Scenario& from, MoveAt at, const Scenario& into) {
  const std::string copy = context.tr(Message{Str::compare_copy_to, {{"scenario", into.name}}});
  const Round& round = from.rounds[at.round];
  ImGui::PushID(into.key.c_str());
  if (iconButton(context, icons::kIconCopy, copy)) {
    runOrSay(context, copyMove(into, round, round.moves[at.move]));
  }
  ImGui::SameLine(0, 2);
  const std::string whole = context.tr(
      Message{Str::compare_copy_round, {{"round", round.name}, {"scenario", into.name}}});
  if (iconButton(context, icons::kIconList, whole)) runOrSay(context, copyRound(into, round));
  ImGui::PopID();
}

void drawDifference(const Context& context, const CompareTable& table, std::size_t index) {
  const MoveDifference& difference = table.differences[index];
  const Scenario& first = *table.scenarios[0];
  const Scenario& second = *table.scenarios[1];
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  constexpr float kWho = 0.30F;
  const float who = width * kWho;
  const float side = (width - who) / 2;
  constexpr float kButtons = 66.0F;
  ImGui::Dummy({width, kDifferenceHeight});
  const std::string& name = context.session->plan().cadre(difference.cadre).name;
  const std::string what = whatDiffers(context, table, difference);
  const std::string in_first = difference.first ? moveText(context, first, *difference.first) : "–";
  const std::string in_second =
      difference.second ? moveText(context, second, *difference.second) : "–";
  context.tree.addLastItem("difference", name, what + ": " + in_first + " | " + in_second);
  drawTextFitted(list, context.fonts.body_bold, {at.x + 4, at.y + 2}, who - 10, context.theme.text,
                 name);
  drawTextFitted(list, context.fonts.small, {at.x + 4, at.y + 22}, who - 10, context.theme.muted,
                 what);
  const auto drawSide = [&](float x, const std::string& text, const std::optional<MoveAt>& move,
                            const Scenario& from, const Scenario& into) {
    const float room = side - (move ? kButtons : 0.0F) - 8;
    if (drawTextFitted(list, context.fonts.small, {x, at.y + 12}, room,
                       move ? context.theme.text : context.theme.muted, text) &&
        ImGui::IsMouseHoveringRect({x, at.y}, {x + room, at.y + kDifferenceHeight}) &&
        ImGui::IsWindowHovered()) {
      ImGui::SetTooltip("%s", text.c_str());
    }
    if (!move) return;
    ImGui::SetCursorScreenPos({x + side - kButtons, at.y + 6});
    drawCopy(context, from, *move, into);
  };
  ImGui::PushID(static_cast<int>(index));
  drawSide(at.x + who, in_first, difference.first, first, second);
  drawSide(at.x + who + side, in_second, difference.second, second, first);
  ImGui::PopID();
  list.AddLine({at.x, at.y + kDifferenceHeight - 0.5F},
               {at.x + width, at.y + kDifferenceHeight - 0.5F}, context.theme.separator);
  ImGui::SetCursorScreenPos({at.x, at.y + kDifferenceHeight});
}

}  // namespace

void drawCompareDifferences(const Context& context, const CompareTable& table) {
  const std::string& first = table.scenarios[0]->name;
  const std::string& second = table.scenarios[1]->name;
  const auto count = static_cast<std::int64_t>(table.differences.size());
  const std::string title =
      count == 0 ? context.tr(Message{Str::compare_same, {{"first", first}, {"second", second}}})
                 : context.tr(Message{Str::compare_differences,
                                      {{"first", first}, {"second", second}, {"count", count}}});
  label(context, context.fonts.body_bold, context.theme.text, title);
  context.tree.addLastItem("status", context.tr(Str::work_compare), context.count(count));
  if (count == 0) return;
  beginList("differences", ImGui::GetContentRegionAvail());
  offerTable(context, title, [&context, &table](TableText& copied) {
    copied.cell(context.tr(Str::csv_cadre));
    copied.cell(context.tr(Str::csv_message));
    for (std::size_t i = 0; i < 2; ++i) copied.cell(table.scenarios[i]->name);
    copied.endRow();
    for (const MoveDifference& difference : table.differences) {
      copied.cell(context.session->plan().cadre(difference.cadre).name);
      copied.cell(whatDiffers(context, table, difference));
      const auto side = [&](std::size_t i, const std::optional<MoveAt>& at) {
        copied.cell(at ? moveText(context, *table.scenarios[i], *at) : std::string());
      };
      side(0, difference.first);
      side(1, difference.second);
      copied.endRow();
    }
  });
  const WidgetTree::Scope list(context.tree, "list", {}, static_cast<int>(count));
  listLines(context, table.differences.size(), kDifferenceHeight,
            [&](std::size_t i) { drawDifference(context, table, i); });
  endList();
}

}  // namespace cadre::ui
