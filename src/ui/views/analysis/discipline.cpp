// Discipline: how many decisions of each kind are in force, and against whom.

#include <string>

#include "icons/icons.h"
#include "kit/layout.h"
#include "kit/list_lines.h"
#include "kit/text.h"
#include "rules/rule.h"
#include "ui/seat.h"
#include "ui/table_copy.h"
#include "ui/views/analysis/people_parts.h"
#include "ui/views/pieces.h"

namespace cadre::ui {
namespace {

using text::Str;

void drawKinds(const Context& context, const DisciplineRegister& entries) {
  constexpr float kColumn = 110.0F;
  constexpr float kLine = 24.0F;
  const auto drawLine = [&](std::string_view name, const std::string& in_force,
                            const std::string& out, const ImFont* font, ImU32 color) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::Dummy({kColumn * 3 + 20, kLine});
    drawText(*ImGui::GetWindowDrawList(), font, {at.x + 4, at.y + 2}, color, name);
    drawRight(font, at.x + kColumn * 2, at.y + 2, color, in_force);
    drawRight(font, at.x + kColumn * 3 + 10, at.y + 2, color, out);
  };
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  drawLine(context.tr(Str::people_column_kind),
           std::string(context.tr(Str::people_column_in_force)),
           std::string(context.tr(Str::people_column_out)), context.fonts.small_bold,
           context.theme.muted);
  for (std::size_t kind = 0; kind < entries.by_kind.size(); ++kind) {
    const DisciplineCount& count = entries.by_kind[kind];
    const std::string_view name = context.tr(labelOf(static_cast<DisciplineKind>(kind)));
    drawLine(name, context.count(count.in_force), context.count(count.out_of_force),
             context.fonts.body, context.theme.text);
    context.tree.addLastItem("discipline-count", name,
                             context.ratio(count.in_force, count.out_of_force));
  }
  ImGui::PopStyleVar();
}

std::string stateText(const Context& context, const DisciplineEntry& entry) {
  switch (entry.state) {
    case DisciplineState::kInForce:
      return context.tr(Message{Str::people_in_force_until, {{"date", entry.until}}});
    case DisciplineState::kOutOfForce:
      return context.tr(Message{Str::people_out_since, {{"date", entry.until}}});
    case DisciplineState::kNotYet:
      break;
  }
  return context.tr(Message{Str::people_not_yet, {{"date", entry.on}}});
}

void drawEntry(const Context& context, const DisciplineEntry& entry, int id) {
  const Session& session = *context.session;
  const Line line = beginLine(context, id, kPersonLine, session.selection().cadre == entry.cadre);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const bool in_force = entry.state == DisciplineState::kInForce;
  drawText(list, context.fonts.body, {line.at.x + 4, line.at.y + 9},
           in_force ? context.theme.hard : context.theme.muted,
           in_force ? icons::kIconBan : icons::kIconHistory);
  const std::string& name = session.plan().cadre(entry.cadre).name;
  const PostId post = session.state().after.firstPost(entry.cadre);
  const std::string state = stateText(context, entry);
  const std::string what = std::string(context.tr(labelOf(entry.kind))) + " " +
                           text::formatDate(entry.on) + " · " + state;
  const std::string where =
      post ? postName(context, post) : std::string(context.tr(Str::inspector_no_post));
  drawTextFitted(list, context.fonts.body, {line.at.x + 30, line.at.y + 1}, line.width * 0.5F,
                 context.theme.text, name);
  drawTextFitted(list, context.fonts.small, {line.at.x + 30, line.at.y + 20}, line.width * 0.5F,
                 context.theme.muted, where);
  drawTextFitted(list, context.fonts.small, {line.at.x + line.width * 0.5F + 36, line.at.y + 11},
                 line.width * 0.5F - 40, in_force ? context.theme.text : context.theme.muted, what);
  context.tree.addLastItem("discipline", name, what);
  if (line.pressed && post) showPost(context, post);
}

}  // namespace

void drawDisciplineRegister(const Context& context, const DisciplineRegister& entries) {
  if (entries.entries.empty()) {
    paragraph(context, context.fonts.body, context.theme.muted,
              context.tr(Str::people_no_discipline));
    return;
  }
  drawKinds(context, entries);
  paragraph(context, context.fonts.small, context.theme.muted,
            context.tr(Message{Str::people_limit_note,
                               {{"date", entries.date},
                                {"months", std::int64_t{entries.months}},
                                {"source", rules::sourceOfDiscipline(context.session->plan())}}}));
  beginList("entries", ImGui::GetContentRegionAvail());
  offerTable(context, context.tr(Str::fact_discipline), [&context, &entries](TableText& copied) {
    copied.heading(context, {Str::csv_cadre, Str::csv_cadre_id, Str::people_column_kind,
                             Str::csv_date, Str::csv_message});
    for (const DisciplineEntry& entry : entries.entries) {
      copied.cell(context.session->plan().cadre(entry.cadre).name);
      copied.cell(context.session->plan().cadre(entry.cadre).key);
      copied.cell(context.tr(labelOf(entry.kind)));
      copied.cell(text::formatDate(entry.on));
      copied.cell(stateText(context, entry));
      copied.endRow();
    }
  });
  const WidgetTree::Scope list(context.tree, "list", {}, static_cast<int>(entries.entries.size()));
  listLines(context, entries.entries.size(), kPersonLine,
            [&](std::size_t i) { drawEntry(context, entries.entries[i], static_cast<int>(i)); });
  endList();
}

}  // namespace cadre::ui
