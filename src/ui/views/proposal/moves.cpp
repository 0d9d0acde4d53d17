#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include "icons/icons.h"
#include "kit/list_lines.h"
#include "kit/press_area.h"
#include "kit/text.h"
#include "ui/move_edit.h"
#include "ui/seat.h"
#include "ui/table_copy.h"
#include "ui/view_memory.h"
#include "ui/views/pieces.h"
#include "ui/views/proposal/parts.h"
#include "ui/views/proposal/proposal_memory.h"

namespace cadre::ui {
namespace {

using text::Str;

constexpr float kLineHeight = 60.0F;
constexpr float kBracketX = 32.0F;
constexpr float kTextX = 42.0F;

Str labelOf(Proposed kind) {
  switch (kind) {
    case Proposed::kNew:
      return Str::propose_new;
    case Proposed::kChanged:
      return Str::propose_changed;
    case Proposed::kKept:
      return Str::propose_kept;
    case Proposed::kDropped:
      break;
  }
  return Str::propose_dropped;
}

ImU32 colorOf(const Theme& theme, Proposed kind) {
  return kind == Proposed::kKept      ? theme.muted
         : kind == Proposed::kDropped ? theme.hard
                                      : theme.accent;
}

std::string whereText(const Context& context, const ProposedLine& line) {
  return whereText(context, line.from, line.to);
}

// How many quotas of a unit the move affects.
std::map<UnitId, std::int64_t> gainedCells(const ProposedLine& line) {
  std::map<UnitId, std::int64_t> out;
  for (const CellGain& gain : line.gains) out[gain.unit] += gain.change > 0 ? 1 : 0;
  return out;
}

// Why the move is proposed: what it counts for, whose post it fills or frees.
std::string reasonText(const Context& context, const ProposedLine& line) {
  const Plan& plan = context.session->plan();
  if (line.kind == Proposed::kDropped) return std::string(context.tr(Str::propose_why_dropped));
  std::string out;
  const auto say = [&](const std::string& reason) { out += (out.empty() ? "" : "; ") + reason; };
  const auto named = [&](Str key, CadreId cadre) {
    say(context.tr(Message{key, {{"name", plan.cadre(cadre).name}}}));
  };
  for (const auto& [unit, count] : gainedCells(line)) {
    if (count < 2) continue;
    say(context.tr(
        Message{Str::propose_why_counts_many, {{"count", count}, {"unit", plan.unit(unit).name}}}));
  }
  for (const CellGain& gain : line.gains) {
    if (gain.change <= 0 || gainedCells(line)[gain.unit] > 1) continue;
    const LocalName& quota = plan.quota_set->quotas[gain.quota.index()].name;
    say(context.tr(Message{
        Str::propose_why_counts,
        {{"quota", quota.in(context.preferences.language)}, {"unit", plan.unit(gain.unit).name}}}));
  }
  const bool is_vacant = line.to && !context.session->state().before.holder(line.to);
  if (!line.to) say(std::string(context.tr(Str::propose_why_leaves)));
  if (is_vacant) say(std::string(context.tr(Str::propose_why_vacancy)));
  if (line.makes_room_for) named(Str::propose_why_room, line.makes_room_for);
  if (out.empty() && line.follows) named(Str::propose_why_follows, line.follows);
  if (line.kind == Proposed::kChanged) {
    const std::string instead = line.instead_of ? postName(context, line.instead_of)
                                                : std::string(context.tr(Str::proposal_to_nowhere));
    say(context.tr(Message{Str::propose_why_instead, {{"post", instead}}}));
  }
  return out;
}

// "+1 Thanh Trì": over all quotas.
std::string gainText(const Context& context, const ProposedLine& line) {
  std::map<UnitId, std::int64_t> sums;
  for (const CellGain& gain : line.gains) sums[gain.unit] += gain.change;
  std::string out;
  for (const auto& [unit, sum] : sums) {
    if (sum == 0) continue;
    out += (out.empty() ? "" : ", ") + text::formatSigned(sum) + " " +
           std::string(shortName(context.session->plan().unit(unit).name));
  }
  return out;
}

std::string shapeText(const Context& context, const ProposedGroup& group) {
  const Str key = group.shape == Shape::kSwap    ? Str::propose_swap
                  : group.shape == Shape::kCycle ? Str::propose_cycle
                                                 : Str::propose_chain;
  return context.tr(Message{key, {{"count", static_cast<std::int64_t>(group.lines.size())}}});
}

// Connects the lines of a group: closed for a cycle, with an open end for a chain.
void drawBracket(const Context& context, const ProposedGroup& group, std::size_t line, ImVec2 at) {
  constexpr float kCap = 5.0F;
  if (group.lines.size() < 2) return;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImU32 color = withAlpha(context.theme.muted, ImGui::GetStyle().Alpha);
  const bool is_first = line == group.lines.front();
  const bool is_last = line == group.lines.back();
  const float x = at.x + kBracketX;
  const float top = is_first ? at.y + 8 : at.y;
  const float bottom = is_last ? at.y + kLineHeight - 8 : at.y + kLineHeight;
  list.AddLine({x, top}, {x, bottom}, color, 1.5F);
  const bool is_closed = group.shape == Shape::kSwap || group.shape == Shape::kCycle;
  if (is_first) list.AddLine({x, top}, {x + kCap, top}, color, 1.5F);
  if (!is_last) return;
  if (is_closed) {
    list.AddLine({x, bottom}, {x + kCap, bottom}, color, 1.5F);
  } else {
    list.AddTriangleFilled({x - 4, bottom - 4}, {x + 4, bottom - 4}, {x, bottom + 2}, color);
  }
}

// A move of the round is pinned in the plan; a merely proposed one, for the next proposal.
void togglePin(const Context& context, const ProposedLine& line) {
  const Session& session = *context.session;
  const Round& round = *session.round();
  if (line.kind == Proposed::kKept || line.kind == Proposed::kDropped) {
    for (std::size_t i = 0; i < round.moves.size(); ++i) {
      if (round.moves[i].cadre != line.cadre) continue;
      Move changed = round.moves[i];
      changed.pinned = !changed.pinned;
      context.run(ReplaceMove{{session.scenario().key, round.key}, i, std::move(changed)});
      return;
    }
    return;
  }
  std::vector<ProposalPin>& pins = context.memory.of<ProposalMemory>().pins;
  const ProposalPin pin(line.cadre, line.to);
  if (std::erase(pins, pin) == 0) pins.push_back(pin);
  context.host.requestFrame();
}

void drawPin(const Context& context, const ProposedLine& line, bool enabled) {
  constexpr float kSide = 26.0F;
  const Plan& plan = context.session->plan();
  const std::string name = context.tr(Message{line.pinned ? Str::propose_unpin : Str::propose_pin,
                                              {{"name", plan.cadre(line.cadre).name}}});
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::BeginDisabled(!enabled);
  const bool pressed = pressArea("pin", {kSide, kSide});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 corner = {at.x + kSide, at.y + kSide};
  if (line.pinned) list.AddRectFilled(at, corner, context.theme.selected, kRounding);
  if (ImGui::IsItemHovered()) list.AddRectFilled(at, corner, context.theme.hover, kRounding);
  const ImVec2 size = measure(context.fonts.body, icons::kIconFlag);
  drawText(list, context.fonts.body, {at.x + (kSide - size.x) / 2, at.y + (kSide - size.y) / 2},
           line.pinned ? context.theme.accent : context.theme.muted, icons::kIconFlag);
  ImGui::EndDisabled();
  tooltip(context, name);
  context.tree.addLastItem("button", name, line.pinned ? "selected" : "");
  if (pressed) togglePin(context, line);
}

void showCadre(const Context& context, const ProposedLine& line) {
  context.later([&context, cadre = line.cadre, post = line.to ? line.to : line.from] {
    Session& session = *context.session;
    session.chooseCadre(cadre);
    if (const UnitId group = session.groupOf(post)) session.chooseUnit(group);
  });
}

void drawWords(const Context& context, const ProposalPreview& preview, const ProposedLine& line,
               ImVec2 at, float width) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Theme& theme = context.theme;
  const float alpha = ImGui::GetStyle().Alpha;
  const std::string& name = context.session->plan().cadre(line.cadre).name;
  const ProposedGroup& group = preview.diff.groups[line.group];
  const std::string tag(context.tr(labelOf(line.kind)));
  const std::string gains = gainText(context, line);
  const std::string cost =
      line.kind == Proposed::kDropped
          ? ""
          : context.tr(Message{Str::propose_cost, {{"cost", std::int64_t{line.cost}}}});
  const float gain_width = std::min(measure(context.fonts.small_bold, gains).x, width * 0.4F);
  const float tag_width = measure(context.fonts.small_bold, tag).x;
  const float name_room = width - gain_width - tag_width - 20;
  const float name_width = std::min(measure(context.fonts.body_bold, name).x, name_room);
  drawTextFitted(list, context.fonts.body_bold, {at.x, at.y + 2}, name_room + 1,
                 withAlpha(theme.text, alpha), name);
  drawText(list, context.fonts.small_bold, {at.x + name_width + 8, at.y + 4},
           withAlpha(colorOf(theme, line.kind), alpha), tag);
  if (line.kind == Proposed::kDropped) {
    list.AddLine({at.x, at.y + 12}, {at.x + name_width, at.y + 12}, withAlpha(theme.hard, alpha));
  }
  const bool loses = !line.gains.empty() && line.gains.front().change < 0;
  drawTextFitted(list, context.fonts.small_bold, {at.x + width - gain_width, at.y + 4},
                 gain_width + 1, withAlpha(loses ? theme.hard : theme.good, alpha), gains);
  drawTextFitted(list, context.fonts.small, {at.x, at.y + 21}, width, withAlpha(theme.text, alpha),
                 whereText(context, line));
  const float cost_width = measure(context.fonts.small, cost).x;
  drawText(list, context.fonts.small, {at.x + width - cost_width, at.y + 38},
           withAlpha(theme.muted, alpha), cost);
  std::string reason = reasonText(context, line);
  if (group.lines.size() > 1 && line.kind != Proposed::kDropped) {
    reason = shapeText(context, group) + ": " + reason;
  }
  drawTextFitted(list, context.fonts.small, {at.x, at.y + 38}, width - cost_width - 8,
                 withAlpha(theme.muted, alpha), reason);
}

// "chi phí 35: nguyện vọng 10, khoảng cách 25".
std::string costText(const Context& context, const ProposedLine& line) {
  std::string parts;
  const auto put = [&](Str name, std::int32_t cost) {
    if (cost == 0) return;
    if (!parts.empty()) parts += ", ";
    parts += std::string(context.tr(name)) + " " + context.count(cost);
  };
  put(Str::propose_part_preference, line.parts.preference);
  put(Str::propose_part_distance, line.parts.distance);
  put(Str::propose_part_field, line.parts.field_mismatch);
  put(Str::propose_part_soft, line.parts.soft_rules);
  put(Str::propose_part_views, line.parts.views);
  put(Str::propose_part_leave, line.parts.leave);
  return context.tr(Message{Str::propose_cost, {{"cost", std::int64_t{line.cost}}}}) + ": " + parts;
}

void lineTooltip(const Context& context, const ProposalPreview& preview, const ProposedLine& line) {
  if (!ImGui::IsItemHovered() || !ImGui::BeginTooltip()) return;
  ImGui::PushTextWrapPos(400.0F);
  label(context, context.fonts.body_bold, context.theme.text,
        context.session->plan().cadre(line.cadre).name);
  paragraph(context, context.fonts.small, context.theme.text, whereText(context, line));
  paragraph(context, context.fonts.small, context.theme.muted, reasonText(context, line));
  if (line.cost > 0) {
    paragraph(context, context.fonts.small, context.theme.text, costText(context, line));
    paragraph(context, context.fonts.small, context.theme.muted,
              context.tr(Str::propose_cost_unit));
  }
  const ProposedGroup& group = preview.diff.groups[line.group];
  if (group.lines.size() > 1) {
    paragraph(context, context.fonts.small, context.theme.muted,
              context.tr(Message{Str::propose_together, {{"shape", shapeText(context, group)}}}));
  }
  ImGui::PopTextWrapPos();
  ImGui::EndTooltip();
}

void drawLine(const Context& context, const ProposalFrame& frame, std::size_t index) {
  constexpr float kPinWidth = 32.0F;
  const ProposalPreview& preview = *frame.work.preview();
  const ProposedLine& line = preview.diff.lines[index];
  const ProposedGroup& group = preview.diff.groups[line.group];
  const std::string& name = context.session->plan().cadre(line.cadre).name;
  ImGui::PushID(static_cast<int>(index));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  ImGui::SetCursorScreenPos({at.x + kTextX - 4, at.y});
  const bool pressed = pressArea("line", {width - kTextX - kPinWidth, kLineHeight - 1});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const bool chosen = context.session->selection().cadre == line.cadre;
  if (chosen || ImGui::IsItemHovered()) {
    list.AddRectFilled(at, {at.x + width, at.y + kLineHeight - 1},
                       chosen ? context.theme.selected : context.theme.hover, kRounding);
  }
  const std::string gains = gainText(context, line);
  context.tree.addLastItem(
      "proposed", name,
      std::string(context.tr(labelOf(line.kind))) + "; " + whereText(context, line) + "; " +
          reasonText(context, line) + (gains.empty() ? "" : "; " + gains) +
          (line.pinned ? "; " + std::string(context.tr(Str::propose_pinned)) : std::string()));
  lineTooltip(context, preview, line);
  drawWords(context, preview, line, {at.x + kTextX, at.y}, width - kTextX - kPinWidth - 6);
  drawBracket(context, group, index, at);
  ImGui::SetCursorScreenPos({at.x + 2, at.y + 3});
  const bool is_ticked = preview.accepted[line.group] != 0;
  if (group.changes_round && tickBox(context, name, is_ticked, frame.is_current)) {
    context.later([work = context.memory.of<ProposalMemory>().work, &session = *context.session,
                   place = line.group, is_ticked] { work->tick(session, place, !is_ticked); });
  }
  ImGui::SetCursorScreenPos({at.x + width - kPinWidth, at.y + 2});
  drawPin(context, line, frame.is_current);
  list.AddLine({at.x + kTextX, at.y + kLineHeight - 1}, {at.x + width, at.y + kLineHeight - 1},
               withAlpha(context.theme.separator, 0.6F));
  ImGui::SetCursorScreenPos({at.x, at.y + kLineHeight});
  if (pressed) showCadre(context, line);
  ImGui::PopID();
}

void offerLines(const Context& context, const ProposalPreview& preview) {
  offerTable(context, context.tr(Str::work_proposal), [&context, &preview](TableText& table) {
    const Plan& plan = context.session->plan();
    table.heading(context, {Str::csv_cadre, Str::csv_cadre_id, Str::csv_from, Str::csv_to,
                            Str::work_proposal, Str::csv_reason});
    for (const ProposedLine& line : preview.diff.lines) {
      table.cell(plan.cadre(line.cadre).name);
      table.cell(plan.cadre(line.cadre).key);
      table.cell(line.from ? postName(context, line.from) : std::string());
      table.cell(line.to ? postName(context, line.to) : std::string());
      table.cell(context.tr(labelOf(line.kind)));
      table.cell(reasonText(context, line));
      table.endRow();
    }
  });
}

}  // namespace

std::string whereText(const Context& context, PostId from, PostId to) {
  const auto name = [&](PostId post, Str none) {
    return post ? postName(context, post) : std::string(context.tr(none));
  };
  return name(from, Str::proposal_from_nowhere) + "  →  " + name(to, Str::proposal_to_nowhere);
}

void drawProposedMoves(const Context& context, const ProposalFrame& frame) {
  const ProposalPreview& preview = *frame.work.preview();
  if (!preview.isAllTicked()) {
    const RoundFigures& after = preview.after;
    paragraph(context, context.fonts.small, context.theme.soft,
              context.tr(Message{Str::propose_ticked_only,
                                 {{"shortfall", after.shortfall}, {"vacant", after.vacant}}}));
  }
  if (!preview.keeps_standing) {
    paragraph(context, context.fonts.small, context.theme.soft,
              context.tr(Str::propose_cannot_keep));
  }
  beginList("moves", ImGui::GetContentRegionAvail());
  offerLines(context, preview);
  const WidgetTree::Scope list(context.tree, "list", {},
                               static_cast<int>(preview.diff.lines.size()));
  listLines(context, preview.diff.lines.size(), kLineHeight,
            [&](std::size_t i) { drawLine(context, frame, i); });
  endList();
}

}  // namespace cadre::ui
