#include <algorithm>
#include <cmath>
#include <string>

#include "kit/text.h"
#include "ui/marks/signs.h"
#include "ui/seat.h"
#include "ui/views/meeting/parts.h"
#include "ui/views/pieces.h"

namespace cadre::ui {
namespace {

using text::Str;

// One move as text.
struct Line {
  std::string name;
  std::string from;
  std::string to;
  std::string effect;    // "+1"; empty: no change
  const Finding* worst;  // null: none
  bool happened;
};

// "Xã Tứ Hiệp" is "Tứ Hiệp", but "Phường 1" stays.
std::string_view placeName(std::string_view name) {
  for (const std::string_view kind : {"Thị trấn ", "Phường ", "Xã "}) {
    if (!name.starts_with(kind) || name.size() == kind.size()) continue;
    const char first = name[kind.size()];
    if (first < '0' || first > '9') return name.substr(kind.size());
  }
  return shortName(name);
}

std::string shortPost(const Context& context, PostId post) {
  const Plan& plan = context.session->plan();
  const Post& record = plan.post(post);
  return plan.structure->title(record.title).name.in(context.preferences.language) + " " +
         std::string(placeName(plan.unit(record.unit).name));
}

// The explanation of the symbol. The reason of a waiver is free text, which may identify somebody
// without a full name; when names are masked, the rule's name is shown instead.
std::string findingText(const Context& context, const Finding& finding) {
  if (finding.waived && context.preferences.meeting.masks_names) {
    return std::string(context.tr(Str::term_waived));
  }
  return meetingText(context, context.tr(finding.message));
}

Line lineOf(const Context& context, const Move& move, std::size_t index) {
  const RoundState& state = context.session->state();
  const PostId from = state.before.firstPost(move.cadre);
  const bool happened = state.happened[index] != 0;
  return {
      .name = meetingName(context, move.cadre),
      .from = from ? shortPost(context, from) : std::string(context.tr(Str::inspector_no_post)),
      .to = move.to ? shortPost(context, move.to) : std::string(context.tr(labelOf(move.type))),
      .effect = happened ? quotaChange(*context.session, move.cadre, from, move.to) : std::string(),
      .worst = worstOf(state, index),
      .happened = happened,
  };
}

struct Columns {
  float sign;
  float name;
  float from;
  float to;
  float effect;  // right edge
  bool two_lines;
};

void drawLine(const Context& context, const Line& line, ImVec2 at, const Columns& columns,
              float height, float unit) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Fonts& fonts = context.fonts;
  const ImU32 ink = line.happened ? context.theme.text : context.theme.muted;
  const float gap = 20.0F * unit;
  if (line.worst != nullptr) {
    drawSeverity(list, context, line.worst->severity, line.worst->waived, {columns.sign, at.y},
                 fonts.large);
  }
  const float effect_width = measure(fonts.large_bold, "+1").x + gap;
  const float name_room =
      (columns.two_lines ? columns.effect - effect_width : columns.from - gap) - columns.name;
  drawTextFitted(list, fonts.large_bold, {columns.name, at.y - 3 * unit}, name_room, ink,
                 line.name);
  if (!line.happened) {
    const float width = std::min(name_room, measure(fonts.large_bold, line.name).x);
    const float y = at.y + sizeOf(fonts.large) * 0.72F;
    list.AddLine({columns.name, y}, {columns.name + width, y}, ink, std::max(1.5F, 3 * unit));
  }
  const float arrow = measure(fonts.large, "→").x;
  const float y = columns.two_lines ? at.y + height / 2 : at.y;
  const float from_room = columns.to - columns.from - arrow - 2 * gap;
  drawTextFitted(list, fonts.large, {columns.from, y}, from_room, ink, line.from);
  drawText(list, fonts.large, {columns.to - arrow - gap, y}, context.theme.accent, "→");
  const float to_end = columns.two_lines ? columns.effect : columns.effect - effect_width;
  drawTextFitted(list, fonts.large, {columns.to, y}, to_end - columns.to, ink, line.to);
  if (!line.effect.empty()) {
    drawRight(fonts.large_bold, columns.effect, at.y - 3 * unit,
              line.effect.front() == '+' ? context.theme.good : context.theme.hard, line.effect);
  }
}

void drawMove(const Context& context, const Move& move, std::size_t index, const Columns& columns,
              float height, float unit) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const Line line = lineOf(context, move, index);
  ImGui::Dummy({columns.effect - at.x, height});
  std::string said = line.from + " → " + line.to;
  if (!line.effect.empty()) said += " (" + line.effect + ")";
  if (!line.happened) said += "; " + std::string(context.tr(Str::meeting_not_done));
  if (line.worst != nullptr) said += "; " + findingText(context, *line.worst);
  tooltip(context, line.name + ": " + said);
  context.tree.addLastItem("move", line.name, said);
  drawLine(context, line, at, columns, height, unit);
}

std::string titleOf(const Context& context) {
  const Session& session = *context.session;
  const Round* round = session.round();
  if (round == nullptr) return std::string(context.tr(Str::meeting_baseline));
  if (round->moves.empty()) return std::string(context.tr(Str::meeting_no_moves));
  return context.tr(Message{Str::meeting_moves,
                            {{"round", meetingText(context, round->name)},
                             {"count", static_cast<std::int64_t>(round->moves.size())}}});
}

// How many of `moves` are below the visible part of the current list.
std::size_t movesBelow(std::size_t moves, float height) {
  const float seen = (ImGui::GetScrollY() + ImGui::GetWindowHeight()) / height;
  const auto whole = static_cast<std::size_t>(std::max(0.0F, seen + 0.1F));
  return whole >= moves ? 0 : moves - whole;
}

}  // namespace

void drawMeetingMoves(const Context& context, ImVec2 min, ImVec2 max, float unit) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Fonts& fonts = context.fonts;
  const float title_height = sizeOf(fonts.large) * 1.5F;
  list.AddLine(min, {max.x, min.y}, context.theme.separator, std::max(1.0F, 2 * unit));
  ImGui::SetCursorScreenPos({min.x, min.y + 8 * unit});
  label(context, fonts.large, context.theme.muted, titleOf(context));
  context.tree.addLastItem("heading", titleOf(context));
  const Round* round = context.session->round();
  if (round == nullptr || round->moves.empty()) return;

  constexpr float kLeastForOneLine = 1500.0F;
  const float width = max.x - min.x;
  const bool two_lines = width < kLeastForOneLine * unit;
  const float line = sizeOf(fonts.large) * 1.36F;
  const float height = two_lines ? 2 * line : line;
  const float left = min.x + 64 * unit;
  const float bar = ImGui::GetStyle().ScrollbarSize + 4;
  const Columns columns{.sign = min.x,
                        .name = left,
                        .from = two_lines ? left : min.x + width * 0.31F,
                        .to = two_lines ? left + width * 0.48F : min.x + width * 0.635F,
                        .effect = max.x - bar,
                        .two_lines = two_lines};
  ImGui::SetCursorScreenPos({min.x, min.y + title_height + 8 * unit});
  // Only whole lines.
  const float room = max.y - min.y - title_height - 8 * unit;
  beginList("meeting-moves", {width, std::max(1.0F, std::floor(room / height)) * height});
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(round->moves.size()), height);
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const auto index = static_cast<std::size_t>(i);
      ImGui::PushID(i);
      drawMove(context, round->moves[index], index, columns, height, unit);
      ImGui::PopID();
    }
  }
  const std::size_t below = movesBelow(round->moves.size(), height);
  endList();
  if (below == 0) return;
  const std::string more =
      context.tr(Message{Str::meeting_more_moves, {{"count", static_cast<std::int64_t>(below)}}});
  drawRight(fonts.large, max.x, min.y + 8 * unit, context.theme.muted, more);
}

}  // namespace cadre::ui
