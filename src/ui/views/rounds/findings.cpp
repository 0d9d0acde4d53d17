#include <algorithm>
#include <string>
#include <vector>

#include "core/stable_sort.h"
#include "icons/icons.h"
#include "kit/focus.h"
#include "kit/layout.h"
#include "kit/list_lines.h"
#include "kit/press_area.h"
#include "kit/text.h"
#include "ui/marks/signs.h"
#include "ui/seat.h"
#include "ui/view_memory.h"
#include "ui/views/board/board_memory.h"
#include "ui/views/board/inspector_memory.h"
#include "ui/views/copied_tables.h"
#include "ui/views/view.h"
#include "ui/views/views.h"

namespace cadre::ui {
namespace {

using text::Str;

struct Line {
  std::size_t entry;
  const Finding* finding;
};

// Hard ones first, waived ones last, then round by round.
std::vector<Line> linesOf(const Timeline& timeline) {
  std::vector<Line> out;
  for (std::size_t entry = 0; entry < timeline.rounds.size(); ++entry) {
    for (const Finding& finding : timeline.rounds[entry].findings) out.push_back({entry, &finding});
  }
  const auto weight = [](const Line& line) {
    return line.finding->waived ? 2 : static_cast<int>(line.finding->severity);
  };
  stableSort(out, [&](const Line& a, const Line& b) { return weight(a) < weight(b); });
  return out;
}

void jumpTo(const Context& context, const Line& line) {
  context.later(
      [&context, entry = line.entry, cadre = line.finding->cadre, post = line.finding->post] {
        Session& session = *context.session;
        session.chooseEntry(entry);
        if (post) {
          if (const UnitId group = session.groupOf(post)) session.chooseUnit(group);
          session.choosePost(post);
          context.memory.of<BoardMemory>().reveal = post;
        }
        if (cadre) session.chooseCadre(cadre);
        context.preferences.inspector_open = true;
        context.memory.of<InspectorMemory>().choosing = Choosing::kNothing;
      });
}

// The reason of the waiver; empty if the finding is not waived.
std::string waiverReason(const Session& session, const Line& line) {
  const Finding& finding = *line.finding;
  if (!finding.waived || line.entry == 0 || finding.move == Finding::kNoMove) return "";
  const Round& round = session.scenario().rounds[line.entry - 1];
  for (const Waiver& waiver : round.moves[static_cast<std::size_t>(finding.move)].waivers) {
    if (waiver.rule == finding.rule) return waiver.reason;
  }
  return "";
}

void drawLine(const Context& context, const Line& line, int index) {
  constexpr float kHeight = 38.0F;
  const Session& session = *context.session;
  const Finding& finding = *line.finding;
  ImGui::PushID(index);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const TabStop stop(stopsInList());
  const bool pressed = pressArea("finding", {width, kHeight});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered()) {
    list.AddRectFilled(at, {at.x + width, at.y + kHeight}, context.theme.hover, kRounding);
  }
  drawSeverity(list, context, finding.severity, finding.waived, {at.x + 8, at.y + 9});
  std::string who = line.entry == 0 ? std::string(context.tr(Str::term_baseline))
                                    : session.scenario().rounds[line.entry - 1].name;
  if (finding.cadre) who += " · " + session.plan().cadre(finding.cadre).name;
  if (finding.post) who += " · " + postName(context, finding.post);
  std::string message = context.tr(finding.message);
  if (const std::string reason = waiverReason(session, line); !reason.empty()) {
    message = context.tr(
        Message{Str::finding_waived_because, {{"finding", message}, {"reason", reason}}});
  }
  drawTextFitted(list, context.fonts.body, {at.x + 34, at.y + 1}, width - 40, context.theme.text,
                 message);
  drawTextFitted(list, context.fonts.small, {at.x + 34, at.y + 19}, width - 40, context.theme.muted,
                 who);
  tooltip(context, message);
  context.tree.addLastItem("finding", message, who);
  if (pressed) jumpTo(context, line);
  ImGui::PopID();
}

std::vector<CopiedFinding> copiedLines(const Context& context) {
  std::vector<CopiedFinding> out;
  for (const Line& line : linesOf(context.session->timeline())) {
    out.push_back({line.entry, line.finding, waiverReason(*context.session, line)});
  }
  return out;
}

std::string titleWithCounts(const Context& context) {
  const FindingCounts counts = context.session->timeline().findingCounts();
  return context.tr(
      Message{Str::findings_counts,
              {{"hard", std::int64_t{counts.hard}}, {"soft", std::int64_t{counts.soft}}}});
}

void drawFindings(const Context& context, ImVec2 min, ImVec2 max) {
  beginPanel(context, "findings", min, max, 8.0F);
  const std::vector<Line> lines = linesOf(context.session->timeline());
  if (lines.empty()) {
    paragraph(context, context.fonts.body, context.theme.muted, context.tr(Str::findings_none));
  } else {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::BeginChild("lines", ImGui::GetContentRegionAvail(), 0, ImGuiWindowFlags_NavFlattened);
    ImGui::PopStyleVar();
    offerFindings(context, [&context] { return copiedLines(context); });
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    const WidgetTree::Scope list(context.tree, "list", {}, static_cast<int>(lines.size()));
    listLines(context, lines.size(), 38.0F,
              [&](std::size_t i) { drawLine(context, lines[i], static_cast<int>(i)); });
    ImGui::PopStyleVar();
    endChild();
  }
  endPanel();
}

}  // namespace

const ViewInfo kFindingsView = {.command = "go.findings",
                                .title = text::Str::view_findings,
                                .icon = icons::kIconTriangleAlert,
                                .draw = drawFindings,
                                .telling_title = titleWithCounts};

}  // namespace cadre::ui
