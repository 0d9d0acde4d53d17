#include <string>

#include "kit/list_lines.h"
#include "kit/text.h"
#include "ui/chance.h"
#include "ui/marks/attainment.h"
#include "ui/table_copy.h"
#include "ui/views/pieces.h"
#include "ui/views/proposal/parts.h"

namespace cadre::ui {
namespace {

using text::Str;

constexpr float kLineHeight = 62.0F;

// The present value above, the proposal's below, against the same target.
void drawUnit(const Context& context, const ProposalPreview& preview, const CellChange& change,
              int id) {
  constexpr float kFigures = 128.0F;
  constexpr float kBar = 7.0F;
  const Session& session = *context.session;
  const Plan& plan = session.plan();
  const Line line =
      beginLine(context, id, kLineHeight - 2, session.selection().unit == change.after.unit);
  const Quota& quota = plan.quota_set->quotas[change.after.quota.index()];
  const bool several = plan.quota_set->quotas.size() > 1;
  const std::string name =
      plan.unit(change.after.unit).name +
      (several ? " · " + quota.name.in(context.preferences.language) : std::string());
  const std::string figures =
      context.count(change.before.attained) + " → " + ratioText(context, change.after);
  const std::string balance = balanceText(change.after);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (drawTextFitted(list, context.fonts.body, {line.at.x + 4, line.at.y + 2},
                     line.width - kFigures, context.theme.text, name)) {
    tooltip(context, name);
  }
  const float right = line.at.x + line.width - 6;
  const float balance_width = measure(context.fonts.small_bold, balance).x;
  drawRight(context.fonts.small_bold, right, line.at.y + 4,
            change.after.shortfall() > 0 ? context.theme.soft : context.theme.good, balance);
  drawRight(context.fonts.body_bold, right - balance_width - 8, line.at.y + 2, context.theme.text,
            figures);
  const float y = line.at.y + 24;
  drawAttainmentBar(list, context, change.before, {line.at.x + 4, y}, {right, y + kBar});
  drawAttainmentBar(list, context, change.after, {line.at.x + 4, y + kBar + 2},
                    {right, y + 2 * kBar + 2});
  const std::string chance = chanceText(context, preview, change.after);
  drawTextFitted(list, context.fonts.small, {line.at.x + 4, y + 2 * kBar + 4}, line.width - 10,
                 context.theme.muted, chance);
  context.tree.addLastItem("change", name,
                           figures + "; " +
                               context.percent(change.before.attained, change.before.posts) +
                               " → " + context.percent(change.after.attained, change.after.posts) +
                               "; " + balance + (chance.empty() ? chance : "; " + chance));
  if (line.pressed) {
    context.later(
        [&session = *context.session, unit = change.after.unit] { session.chooseUnit(unit); });
  }
}

void offerUnits(const Context& context, const ProposalPreview& preview) {
  offerTable(context, context.tr(Str::work_proposal), [&context, &preview](TableText& table) {
    const Plan& plan = context.session->plan();
    table.heading(context, {Str::csv_unit, Str::csv_quota, Str::csv_attained, Str::work_proposal,
                            Str::csv_posts, Str::csv_needed, Str::csv_shortfall});
    for (const CellChange& change : preview.cells) {
      table.cell(plan.unit(change.after.unit).name);
      table.cell(
          plan.quota_set->quotas[change.after.quota.index()].name.in(context.preferences.language));
      table.number(change.before.attained);
      table.number(change.after.attained);
      table.number(change.after.posts);
      table.number(change.after.needed);
      table.number(change.after.shortfall());
      table.endRow();
    }
  });
}

}  // namespace

void drawChangedUnits(const Context& context, const ProposalFrame& frame) {
  const ProposalPreview& preview = *frame.work.preview();
  if (preview.cells.empty()) {
    paragraph(context, context.fonts.body, context.theme.muted, context.tr(Str::propose_no_units));
    return;
  }
  beginList("units", ImGui::GetContentRegionAvail());
  offerUnits(context, preview);
  const WidgetTree::Scope list(context.tree, "list", {}, static_cast<int>(preview.cells.size()));
  listLines(context, preview.cells.size(), kLineHeight, [&](std::size_t i) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    drawUnit(context, preview, preview.cells[i], static_cast<int>(i));
    ImGui::SetCursorScreenPos({at.x, at.y + kLineHeight});
  });
  endList();
}

}  // namespace cadre::ui
