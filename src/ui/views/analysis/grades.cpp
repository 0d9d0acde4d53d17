// Evaluation grades that contradict each other.

#include <string>

#include "icons/icons.h"
#include "kit/layout.h"
#include "kit/list_lines.h"
#include "kit/text.h"
#include "ui/seat.h"
#include "ui/table_copy.h"
#include "ui/views/analysis/people_parts.h"
#include "ui/views/pieces.h"

namespace cadre::ui {
namespace {

using text::Str;

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
  const Line line = beginLine(context, id, kPersonLine);
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

}  // namespace

void drawGradeFlags(const Context& context, const std::vector<GradeFlag>& flags) {
  if (flags.empty()) {
    paragraph(context, context.fonts.body, context.theme.muted, context.tr(Str::people_no_flags));
    return;
  }
  const auto count = static_cast<std::int64_t>(flags.size());
  label(context, context.fonts.body_bold, context.theme.text,
        context.tr(Message{Str::people_flags, {{"count", count}}}));
  beginList("grades", ImGui::GetContentRegionAvail());
  offerTable(context, context.tr(Str::fact_grades), [&context, &flags](TableText& copied) {
    copied.heading(context, {Str::csv_message, Str::csv_post});
    for (const GradeFlag& flag : flags) {
      copied.cell(context.tr(messageOf(context, flag)));
      copied.cell(flag.post ? postName(context, flag.post) : std::string());
      copied.endRow();
    }
  });
  const WidgetTree::Scope list(context.tree, "list", {}, static_cast<int>(count));
  listLines(context, flags.size(), kPersonLine,
            [&](std::size_t i) { drawFlag(context, flags[i], static_cast<int>(i)); });
  endList();
}

}  // namespace cadre::ui
