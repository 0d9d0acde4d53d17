#include <cmath>
#include <string>

#include "kit/text.h"
#include "ui/marks/attainment.h"
#include "ui/table_copy.h"
#include "ui/view_memory.h"
#include "ui/views/board/board_memory.h"
#include "ui/views/districts/parts.h"

namespace cadre::ui {

using text::Str;

namespace {

// The district over which a drag is resting, and since when: it opens after a moment.
struct SpringMemory {
  UnitId group;
  ImVec2 at;
  double since = 0;
};

// A district opens after a drag has rested on it for this long.
constexpr double kSpringSeconds = 0.35;

}  // namespace

std::vector<Group> groupsOf(const Session& session) {
  std::vector<Group> out;
  const QuotaId quota = session.quotaId();
  for (const Cell& cell : session.state().cells) {
    if (cell.quota == quota) out.push_back({cell.unit, cell});
  }
  if (!quota) {
    for (const UnitId unit : session.groups()) out.push_back({unit, Cell{}});
  }
  return out;
}

std::string proposedText(const Context& context, const UnitProposal& proposed) {
  return context.tr(Message{Str::propose_tile,
                            {{"count", std::int64_t{proposed.moves}},
                             {"before", ratioText(context, proposed.before)},
                             {"after", ratioText(context, proposed.after)}}});
}

// "Huyện Thanh Trì: 17/32, đạt chỉ tiêu".
std::string spokenGroup(const Context& context, const Group& group) {
  const Cell& cell = group.cell;
  std::string out = context.session->plan().unit(group.unit).name;
  if (!cell.quota) return out;
  return out + ": " + ratioText(context, cell) + ", " + reachedWords(context, cell);
}

void groupTooltip(const Context& context, const Group& group) {
  if (!ImGui::IsItemHovered() || ImGui::GetDragDropPayload() != nullptr) return;
  const Plan& plan = context.session->plan();
  const Cell& cell = group.cell;
  if (!ImGui::BeginTooltip()) return;
  label(context, context.fonts.body_bold, context.theme.text, plan.unit(group.unit).name);
  label(context, context.fonts.body, context.theme.text,
        ratioText(context, cell) + " = " + context.percent(cell.attained, cell.posts));
  label(context, context.fonts.small, context.theme.muted,
        context.tr(Message{
            cell.shortfall() > 0 ? Str::cell_needed_short : Str::cell_needed_surplus,
            {{"needed", std::int64_t{cell.needed}},
             {"count", std::int64_t{cell.shortfall() > 0 ? cell.shortfall() : cell.surplus()}}}}));
  if (const std::optional<UnitProposal> proposed = proposedFor(context, group.unit)) {
    label(context, context.fonts.small_bold, context.theme.accent,
          proposedText(context, *proposed));
  }
  if (cell.vacant + cell.unknown > 0) {
    label(context, context.fonts.small, context.theme.muted,
          context.tr(Message{
              Str::cell_vacant_unknown,
              {{"vacant", std::int64_t{cell.vacant}}, {"unknown", std::int64_t{cell.unknown}}}}));
  }
  ImGui::EndTooltip();
}

void openOnClickOrDrag(const Context& context, UnitId unit, bool clicked) {
  Session& session = *context.session;
  const auto open = [&context, &session, unit] {
    context.memory.of<BoardMemory>().whole_plan = false;
    session.chooseUnit(unit);
  };
  if (clicked) context.later(open);
  const bool dragging = ImGui::GetDragDropPayload() != nullptr;
  if (!dragging || !ImGui::IsMouseHoveringRect(ImGui::GetItemRectMin(), ImGui::GetItemRectMax())) {
    return;
  }
  SpringMemory& spring = context.memory.of<SpringMemory>();
  const ImGuiIO& io = ImGui::GetIO();
  // Hands tremble, so small motion counts as resting; a drag that is crossing does not, however low
  // the frame rate.
  const bool rests =
      spring.group == unit &&
      std::hypot(io.MousePos.x - spring.at.x, io.MousePos.y - spring.at.y) <= io.MouseDragThreshold;
  if (!rests) spring = {unit, io.MousePos, ImGui::GetTime()};
  const double rested = ImGui::GetTime() - spring.since;
  if (rested >= kSpringSeconds) {
    if (session.selection().unit != unit) context.later(open);
  } else {
    context.host.requestFrameIn(static_cast<int>((kSpringSeconds - rested) * 1000.0) + 20);
  }
}

void offerGroups(const Context& context, const std::vector<Group>& groups) {
  const Quota* quota = context.session->quota();
  const std::string name = quota == nullptr ? std::string(context.tr(Str::a11y_districts))
                                            : quota->name.in(context.preferences.language);
  offerTable(context, name, [&context, groups](TableText& table) {
    table.heading(
        context, {Str::csv_unit, Str::csv_attained, Str::csv_posts, Str::csv_share, Str::csv_needed,
                  Str::csv_shortfall, Str::csv_surplus, Str::csv_vacant, Str::csv_unknown});
    for (const auto& [unit, cell] : groups) {
      table.cell(context.session->plan().unit(unit).name);
      table.number(cell.attained);
      table.number(cell.posts);
      table.cell(context.percent(cell.attained, cell.posts));
      table.number(cell.needed);
      table.number(cell.shortfall());
      table.number(cell.surplus());
      table.number(cell.vacant);
      table.number(cell.unknown);
      table.endRow();
    }
  });
}

}  // namespace cadre::ui
