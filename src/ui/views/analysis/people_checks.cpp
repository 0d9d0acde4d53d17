// The view of people: which check is shown, and for which moment.

#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

#include "core/memo.h"
#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/layout.h"
#include "kit/text.h"
#include "ui/view_memory.h"
#include "ui/views/analysis/people_parts.h"
#include "ui/views/view.h"
#include "ui/views/views.h"

namespace cadre::ui {

// The three checks of people in the selected entry, cached while it is unchanged.
struct PeopleTable {
  Succession succession;
  std::vector<GradeFlag> grades;
  DisciplineRegister discipline;
};

enum class PeopleTab : std::uint8_t { kSuccession, kGrades, kDiscipline };

struct PeopleMemory {
  PeopleTab tab = PeopleTab::kSuccession;
  bool from_anywhere = false;  // also count successors from other districts
  // Key: revision, scenario, entry and from_anywhere.
  Memo<PeopleTable, std::tuple<std::uint64_t, std::string, std::size_t, bool>> table;
};

namespace {

using text::Str;

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
      drawSuccession(context, table.succession);
      break;
    case PeopleTab::kGrades:
      drawGradeFlags(context, table.grades);
      break;
    case PeopleTab::kDiscipline:
      drawDisciplineRegister(context, table.discipline);
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
