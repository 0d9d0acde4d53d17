#include <algorithm>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "analysis/discipline_register.h"
#include "analysis/grade_check.h"
#include "analysis/succession.h"
#include "core/memo.h"
#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/layout.h"
#include "kit/list_lines.h"
#include "kit/text.h"
#include "rules/rule.h"
#include "ui/seat.h"
#include "ui/table_copy.h"
#include "ui/view_memory.h"
#include "ui/views/pieces.h"
#include "ui/views/view.h"
#include "ui/views/views.h"

namespace cadre::ui {

// The three checks of the people in the chosen entry, kept while it is the same.
struct PeopleTable {
  Succession succession;
  std::vector<GradeFlag> grades;
  DisciplineRegister discipline;
};

enum class PeopleTab : std::uint8_t { kSuccession, kGrades, kDiscipline };

struct PeopleMemory {
  PeopleTab tab = PeopleTab::kSuccession;
  bool from_anywhere = false;  // successors also from other districts
  // By revision, scenario, entry and from_anywhere.
  Memo<PeopleTable, std::tuple<std::uint64_t, std::string, std::size_t, bool>> table;
};

namespace {

using text::Str;

constexpr float kBarLine = 30.0F;
constexpr float kPostLine = 40.0F;

const PeopleTable& cachedTable(const Context& context) {
  const Session& session = *context.session;
  PeopleMemory& memory = context.memory.of<PeopleMemory>();
  const auto make = [&] {
    const Plan& plan = session.plan();
    const RoundState& state = session.state();
    return PeopleTable{
        succession(plan, state.after, state.date, {.from_anywhere = memory.from_anywhere}),
        gradeFlags(plan, state.after), disciplineRegister(plan, state.date)};
  };
  return memory.table.of(
      {session.revision(), session.selection().scenario, session.entry(), memory.from_anywhere},
      make);
}

// --- succession ---

// "Bí thư Đảng ủy  ▓▓▓▓▓░  540/579 ✓"
bool drawCoverage(const Context& context, int id, std::string_view name, const Coverage& coverage,
                  bool chosen) {
  constexpr float kFigure = 96.0F;
  const Line line = beginLine(context, id, kBarLine, chosen);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float name_width = line.width * 0.42F;
  drawTextFitted(list, context.fonts.body, {line.at.x + 4, line.at.y + 4}, name_width - 8,
                 context.theme.text, name);
  const ImVec2 min = {line.at.x + name_width, line.at.y + 9};
  const ImVec2 max = {line.at.x + line.width - kFigure, line.at.y + kBarLine - 9};
  list.AddRectFilled(min, max, context.theme.raised, 3.0F);
  if (coverage.covered > 0) {
    const float part = static_cast<float>(coverage.covered) / static_cast<float>(coverage.posts);
    list.AddRectFilled(min, {min.x + (max.x - min.x) * part, max.y},
                       attainmentColor(coverage.covered, coverage.posts), 3.0F);
  }
  list.AddRect(min, max, context.theme.separator, 3.0F);
  const std::string figure = context.ratio(coverage.covered, coverage.posts);
  drawRight(context.fonts.body, line.at.x + line.width - 26, line.at.y + 4, context.theme.text,
            figure);
  drawText(list, context.fonts.body, {line.at.x + line.width - 20, line.at.y + 4},
           coverage.complete() ? context.theme.good : context.theme.soft,
           coverage.complete() ? icons::kIconCheck : icons::kIconTriangleAlert);
  context.tree.addLastItem("coverage", name, figure);
  return line.pressed;
}

void drawFigures(const Context& context, const Succession& succession) {
  constexpr float kWidth = 220.0F;
  Row row(42.0F);
  const auto figure = [&](std::int64_t part, std::int64_t whole, Str text) {
    row.next(40.0F);
    drawFigure(context, context.ratio(part, whole), context.tr(text), kWidth);
  };
  figure(succession.districts_complete, static_cast<std::int64_t>(succession.districts.size()),
         Str::people_districts_label);
  figure(succession.units_complete, succession.units, Str::people_units_label);
  figure(succession.all.covered, succession.all.posts, Str::people_posts_label);
  row.end();
}

void drawCoverages(const Context& context, const Succession& succession) {
  Session& session = *context.session;
  const Structure& structure = *session.plan().structure;
  heading(context, context.tr(Str::people_by_title));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  for (const TitleCoverage& title : succession.titles) {
    drawCoverage(context, static_cast<int>(title.title.value),
                 structure.title(title.title).name.in(context.preferences.language), title.coverage,
                 false);
  }
  ImGui::PopStyleVar();
  ImGui::Dummy({0, 4});
  heading(context, context.tr(Str::people_by_district));
  beginList("coverage", ImGui::GetContentRegionAvail());
  offerTable(context, context.tr(Str::people_by_district),
             [&context, &succession](TableText& table) {
               table.heading(context, {Str::csv_unit, Str::fact_pool, Str::csv_posts});
               for (const UnitCoverage& unit : succession.districts) {
                 table.cell(context.session->plan().unit(unit.unit).name);
                 table.number(unit.coverage.covered);
                 table.number(unit.coverage.posts);
                 table.endRow();
               }
             });
  const WidgetTree::Scope list(context.tree, "list", {},
                               static_cast<int>(succession.districts.size()));
  listLines(context, succession.districts.size(), kBarLine, [&](std::size_t i) {
    const UnitCoverage& unit = succession.districts[i];
    if (drawCoverage(context, static_cast<int>(i), structure.unit(unit.unit).name, unit.coverage,
                     session.selection().unit == unit.unit)) {
      context.later([&session, at = unit.unit] { session.chooseUnit(at); });
    }
  });
  endList();
}

void drawThinPost(const Context& context, const PostSuccession& post, int id) {
  const Plan& plan = context.session->plan();
  const Line line =
      beginLine(context, id, kPostLine, context.session->selection().post == post.post);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const bool none = post.ready.empty();
  drawText(list, context.fonts.body, {line.at.x + 4, line.at.y + 9},
           none ? context.theme.hard : context.theme.soft,
           none ? icons::kIconUserX : icons::kIconUser);
  const std::string name = postName(context, post.post);
  const std::string who =
      none ? std::string(context.tr(Str::people_none_ready))
           : context.tr(
                 Message{Str::people_only_ready, {{"name", plan.cadre(post.ready.front()).name}}});
  drawTextFitted(list, context.fonts.body, {line.at.x + 28, line.at.y + 1}, line.width - 34,
                 context.theme.text, name);
  drawTextFitted(list, context.fonts.small, {line.at.x + 28, line.at.y + 20}, line.width - 34,
                 context.theme.muted, who);
  context.tree.addLastItem("thin", name, who);
  if (line.pressed) showPost(context, post.post);
}

void drawThinPosts(const Context& context, const Succession& succession) {
  if (succession.thin.empty()) {
    paragraph(context, context.fonts.small, context.theme.muted, context.tr(Str::people_no_thin));
    return;
  }
  const auto count = static_cast<std::int64_t>(succession.thin.size());
  const std::string thin = context.tr(Message{Str::people_thin, {{"count", count}}});
  paragraph(context, context.fonts.small_bold, context.theme.muted, thin);
  context.tree.addLastItem("status", "thin", context.count(count)).name = thin;
  beginList("thin", ImGui::GetContentRegionAvail());
  offerTable(context, context.tr(Str::fact_pool), [&context, &succession](TableText& table) {
    table.heading(context, {Str::csv_post, Str::fact_pool});
    for (const PostId at : succession.thin) {
      const PostSuccession& post = succession.posts[at.index()];
      table.cell(postName(context, at));
      table.cell(post.ready.empty() ? std::string()
                                    : context.session->plan().cadre(post.ready.front()).name);
      table.endRow();
    }
  });
  const WidgetTree::Scope list(context.tree, "list", {}, static_cast<int>(count));
  listLines(context, succession.thin.size(), kPostLine, [&](std::size_t i) {
    const PostId post = succession.thin[i];
    drawThinPost(context, succession.posts[post.index()], static_cast<int>(i));
  });
  endList();
}

void drawSuccession(const Context& context, const PeopleTable& table) {
  drawFigures(context, table.succession);
  paragraph(context, context.fonts.small, context.theme.muted,
            context.tr(Message{Str::people_checked, {{"date", context.session->state().date}}}));
  ImGui::Dummy({0, 2});
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float left = room.x * 0.54F;
  ImGui::BeginChild("coverages", {left - kGrid, room.y}, 0, ImGuiWindowFlags_NavFlattened);
  drawCoverages(context, table.succession);
  endChild();
  ImGui::SetCursorScreenPos({start.x + left + kGrid, start.y});
  ImGui::BeginChild("thin-posts", {room.x - left - kGrid, room.y}, 0,
                    ImGuiWindowFlags_NavFlattened);
  drawThinPosts(context, table.succession);
  endChild();
}

// --- grades ---

Message messageOf(const Context& context, const GradeFlag& flag) {
  const Plan& plan = context.session->plan();
  const std::string& unit = plan.unit(flag.unit).name;
  switch (flag.kind) {
    case GradeFlagKind::kUnitBelowOfficials:
      return {Str::people_flag_unit,
              {{"unit", unit}, {"period", flag.period}, {"graded", std::int64_t{flag.graded}}}};
    case GradeFlagKind::kHeadAboveUnit:
      return {Str::people_flag_head,
              {{"name", plan.cadre(flag.cadre).name},
               {"grade", labelOf(flag.grade)},
               {"period", flag.period},
               {"unit", unit},
               {"unit_grade", labelOf(flag.unit_grade)}}};
    case GradeFlagKind::kExcellentOfficials:
    case GradeFlagKind::kExcellentUnits:
      break;
  }
  return {flag.kind == GradeFlagKind::kExcellentUnits ? Str::people_flag_excellent_units
                                                      : Str::people_flag_excellent,
          {{"unit", unit},
           {"excellent", std::int64_t{flag.excellent}},
           {"good", std::int64_t{flag.good}},
           {"period", flag.period},
           {"share", Permille{permille(flag.excellent, flag.good)}}}};
}

void drawFlag(const Context& context, const GradeFlag& flag, int id) {
  Session& session = *context.session;
  const Line line = beginLine(context, id, kPostLine);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const bool is_share = flag.kind == GradeFlagKind::kExcellentOfficials ||
                        flag.kind == GradeFlagKind::kExcellentUnits;
  drawText(list, context.fonts.body, {line.at.x + 4, line.at.y + 9},
           is_share ? context.theme.soft : context.theme.hard,
           is_share ? icons::kIconStar : icons::kIconFlag);
  const std::string message = context.tr(messageOf(context, flag));
  std::string detail;
  if (flag.kind == GradeFlagKind::kHeadAboveUnit) {
    detail = postName(context, flag.post);
  } else if (flag.kind != GradeFlagKind::kExcellentUnits) {
    detail = context.tr(
        Message{Str::people_graded,
                {{"graded", std::int64_t{flag.graded}}, {"all", std::int64_t{flag.all}}}});
  }
  drawTextFitted(list, context.fonts.body, {line.at.x + 30, line.at.y + 1}, line.width - 36,
                 context.theme.text, message);
  drawTextFitted(list, context.fonts.small, {line.at.x + 30, line.at.y + 20}, line.width - 36,
                 context.theme.muted, detail);
  tooltip(context, message);
  context.tree.addLastItem("grade", message, detail);
  if (!line.pressed) return;
  if (flag.post) {
    showPost(context, flag.post);
  } else {
    context.later([&session, unit = flag.unit] { session.chooseUnit(unit); });
  }
}

void drawGrades(const Context& context, const PeopleTable& table) {
  if (table.grades.empty()) {
    paragraph(context, context.fonts.body, context.theme.muted, context.tr(Str::people_no_flags));
    return;
  }
  const auto count = static_cast<std::int64_t>(table.grades.size());
  label(context, context.fonts.body_bold, context.theme.text,
        context.tr(Message{Str::people_flags, {{"count", count}}}));
  beginList("grades", ImGui::GetContentRegionAvail());
  offerTable(context, context.tr(Str::fact_grades), [&context, &table](TableText& copied) {
    copied.heading(context, {Str::csv_message, Str::csv_post});
    for (const GradeFlag& flag : table.grades) {
      copied.cell(context.tr(messageOf(context, flag)));
      copied.cell(flag.post ? postName(context, flag.post) : std::string());
      copied.endRow();
    }
  });
  const WidgetTree::Scope list(context.tree, "list", {}, static_cast<int>(count));
  listLines(context, table.grades.size(), kPostLine,
            [&](std::size_t i) { drawFlag(context, table.grades[i], static_cast<int>(i)); });
  endList();
}

// --- discipline ---

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
  const Line line = beginLine(context, id, kPostLine, session.selection().cadre == entry.cadre);
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

void drawDiscipline(const Context& context, const PeopleTable& table) {
  const DisciplineRegister& entries = table.discipline;
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
  listLines(context, entries.entries.size(), kPostLine,
            [&](std::size_t i) { drawEntry(context, entries.entries[i], static_cast<int>(i)); });
  endList();
}

void drawControls(const Context& context) {
  PeopleMemory& memory = context.memory.of<PeopleMemory>();
  Row row(kSegmentHeight);
  row.next(kSegmentHeight);
  memory.tab = static_cast<PeopleTab>(segmented(
      context, context.tr(Str::work_people),
      {context.tr(Str::fact_pool), context.tr(Str::fact_grades), context.tr(Str::fact_discipline)},
      static_cast<int>(memory.tab), SegmentsAs::kViews));
  if (memory.tab == PeopleTab::kSuccession) {
    row.next(kSegmentHeight, 16.0F);
    memory.from_anywhere =
        segmented(context, context.tr(Str::people_scope),
                  {context.tr(Str::people_same_district), context.tr(Str::board_whole)},
                  memory.from_anywhere ? 1 : 0) == 1;
    tooltip(context, context.tr(Str::people_scope));
  }
  row.end();
  ImGui::Dummy({0, 2});
}

void drawPeopleChecks(const Context& context, ImVec2 min, ImVec2 max) {
  beginPanel(context, "people", min, max);
  drawControls(context);
  const PeopleTable& table = cachedTable(context);
  switch (context.memory.of<PeopleMemory>().tab) {
    case PeopleTab::kSuccession:
      drawSuccession(context, table);
      break;
    case PeopleTab::kGrades:
      drawGrades(context, table);
      break;
    case PeopleTab::kDiscipline:
      drawDiscipline(context, table);
      break;
  }
  endPanel();
}

}  // namespace

const ViewInfo kPeopleView = {.command = "go.people",
                              .title = text::Str::work_people,
                              .icon = icons::kIconUser,
                              .draw = drawPeopleChecks};

}  // namespace cadre::ui
