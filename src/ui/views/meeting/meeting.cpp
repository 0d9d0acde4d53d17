#include <algorithm>
#include <string>

#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/dialog.h"
#include "kit/focus.h"
#include "kit/layout.h"
#include "kit/text.h"
#include "kit/touch.h"
#include "ui/view_memory.h"
#include "ui/views/meeting/meeting_memory.h"
#include "ui/views/meeting/parts.h"
#include "ui/views/views.h"

namespace cadre::ui {

using text::Str;

const MeetingTable& meetingTable(const Context& context) {
  MeetingMemory& memory = context.memory.of<MeetingMemory>();
  const Session& session = *context.session;
  return memory.table.of(session.revision(), [&] {
    return MeetingTable{session.timelinesOf(*session.plan().scenarios)};
  });
}

Cell meetingCell(const Session& session, UnitId unit) {
  const Cell* cell = session.timeline().find(session.entry(), session.quotaId(), unit);
  return cell == nullptr ? Cell{} : *cell;
}

std::vector<UnitId> meetingUnits(const Context& context) {
  const Session& session = *context.session;
  const MeetingPreferences& meeting = context.preferences.meeting;
  const QuotaId quota = session.quotaId();
  std::vector<UnitId> out;
  if (!quota) return out;
  const auto isShort = [&](std::size_t entry, UnitId unit) {
    const Cell* cell = session.timeline().find(entry, quota, unit);
    return cell != nullptr && cell->shortfall() > 0;
  };
  const auto isShown = [&](UnitId unit) {
    switch (meeting.scope) {
      case MeetingScope::kOne:
        return unit == session.selection().unit;
      case MeetingScope::kShort:
        return isShort(0, unit) || isShort(session.entry(), unit);
      case MeetingScope::kPicked:
        return std::find(meeting.picked.begin(), meeting.picked.end(),
                         session.plan().unit(unit).key) != meeting.picked.end();
    }
    return false;
  };
  const std::vector<UnitId> groups = session.groups();
  std::copy_if(groups.begin(), groups.end(), std::back_inserter(out), isShown);
  if (out.empty() && meeting.scope == MeetingScope::kOne && !groups.empty()) {
    out.push_back(groups.front());
  }
  return out;
}

std::string meetingName(const Context& context, CadreId cadre) {
  if (!context.preferences.meeting.masks_names) return context.session->plan().cadre(cadre).name;
  return context.memory.of<MeetingMemory>().mask.nameOf(cadre, context.preferences.language);
}

std::string meetingText(const Context& context, std::string_view text) {
  if (!context.preferences.meeting.masks_names) return std::string(text);
  return context.memory.of<MeetingMemory>().mask.masked(text, context.session->plan(),
                                                        context.preferences.language);
}

void stepScenario(const Context& context, int step) {
  Session& session = *context.session;
  const ScenarioList& all = *session.plan().scenarios;
  const std::size_t now = session.scenarioPlace();
  if (step < 0 ? now == 0 : now + 1 >= all.size()) return;
  context.later([&session, key = all[step < 0 ? now - 1 : now + 1]->key] {
    const std::size_t entry = session.entry();
    session.chooseScenario(key);
    session.chooseEntry(std::min(entry, session.scenario().rounds.size()));
  });
}

void stepRound(const Context& context, int step) {
  Session& session = *context.session;
  const std::size_t now = session.entry();
  if (step < 0 ? now == 0 : now >= session.scenario().rounds.size()) return;
  context.later([&session, to = step < 0 ? now - 1 : now + 1] { session.chooseEntry(to); });
}

namespace {

constexpr float kEdge = 28.0F;
constexpr float kHeader = 84.0F;
constexpr float kOperator = 3 * (kLeastTarget + 4.0F);

void leave(const Context& context) {
  context.later([&context] {
    context.memory.of<MeetingMemory>().open = false;
    // The browser reports the end of full screen late; that must not end the next meeting.
    context.memory.of<MeetingMemory>().is_full_screen = false;
    context.host.setFullScreen(false);
  });
}

// Large type for the room; the keys work wherever the focus is, unless a menu is open.
void takeKeys(const Context& context) {
  if (anyPopupOpen()) return;
  const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key, false); };
  if (pressed(ImGuiKey_LeftArrow)) stepScenario(context, -1);
  if (pressed(ImGuiKey_RightArrow)) stepScenario(context, 1);
  if (pressed(ImGuiKey_UpArrow)) stepRound(context, -1);
  if (pressed(ImGuiKey_DownArrow)) stepRound(context, 1);
  if (pressed(ImGuiKey_PageUp)) --context.memory.of<MeetingMemory>().page;
  if (pressed(ImGuiKey_PageDown)) ++context.memory.of<MeetingMemory>().page;
  if (pressed(ImGuiKey_Escape)) leave(context);
  takeArrowKey();
}

// "‹ Phương án A ›" starting at `x`, at most `width` wide; returns its right end.
struct Stepper {
  Str previous;
  Str next;
  bool has_previous;
  bool has_next;
  void (*step)(const Context&, int);
};

float drawStepper(const Context& context, const Stepper& stepper, const std::string& text,
                  const std::string& place, std::string_view role, ImVec2 at, float width) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float side = std::max(sizeOf(context.fonts.large_bold) * 1.15F, kLeastTarget);
  const auto look = [&](bool enabled) {
    return SquareLook{.font = context.fonts.large, .side = side, .enabled = enabled};
  };
  const float center = at.y + side / 2;
  ImGui::SetCursorScreenPos(at);
  if (squareButton(context, icons::kIconChevronLeft, context.tr(stepper.previous),
                   look(stepper.has_previous))) {
    stepper.step(context, -1);
  }
  const float gap = side * 0.12F;
  const float before_place = side * 0.35F;
  const float place_width =
      place.empty() ? 0.0F : measure(context.fonts.large, place).x + before_place + gap;
  const float room = width - 2 * (side + gap) - place_width;
  const ImVec2 size = measure(context.fonts.large_bold, text);
  const float shown = std::min(size.x, room);
  float x = at.x + side + gap;
  // The glyphs sit in the lower part of their line; this centres what is visible.
  const float text_y = center - size.y * 0.58F;
  ImGui::SetCursorScreenPos({x, center - size.y / 2});
  ImGui::Dummy({shown + place_width, size.y});
  drawTextFitted(list, context.fonts.large_bold, {x, text_y}, room, context.theme.text, text);
  if (size.x > room) tooltip(context, text);
  context.tree.addLastItem(role, text, place);
  x += shown;
  if (!place.empty()) {
    // Aligned with the baseline of the larger text beside it.
    constexpr float kAscent = 1.07F;  // of Noto Sans
    const float drop = kAscent * (sizeOf(context.fonts.large_bold) - sizeOf(context.fonts.large));
    drawText(list, context.fonts.large, {x + before_place, text_y + drop}, context.theme.muted,
             place);
    x += place_width;
  }
  x += gap;
  ImGui::SetCursorScreenPos({x, at.y});
  if (squareButton(context, icons::kIconChevronRight, context.tr(stepper.next),
                   look(stepper.has_next))) {
    stepper.step(context, 1);
  }
  return x + side;
}

void drawScenarioStepper(const Context& context, ImVec2 at, float width) {
  const Session& session = *context.session;
  const ScenarioList& all = *session.plan().scenarios;
  const std::size_t now = session.scenarioPlace();
  const std::string name = all.empty() ? std::string(context.tr(Str::scenario_none))
                                       : meetingText(context, session.scenario().name);
  const std::string place = all.size() < 2 ? std::string()
                                           : context.ratio(static_cast<std::int64_t>(now) + 1,
                                                           static_cast<std::int64_t>(all.size()));
  drawStepper(context,
              {Str::meeting_previous_scenario, Str::meeting_next_scenario, now > 0,
               now + 1 < all.size(), stepScenario},
              name, place, "heading", at, width);
}

void drawRoundStepper(const Context& context, ImVec2 at, float width) {
  const Session& session = *context.session;
  const Round* round = session.round();
  const std::string name = round == nullptr ? std::string(context.tr(Str::term_baseline))
                                            : meetingText(context, round->name);
  drawStepper(context,
              {Str::meeting_previous_round, Str::meeting_next_round, session.entry() > 0,
               session.entry() < session.scenario().rounds.size(), stepRound},
              name, text::formatDate(session.state().date), "status", at, width);
}

// For the operator: at normal sizes, at the right end.
void drawOperator(const Context& context, float right, float y) {
  bool& masks = context.preferences.meeting.masks_names;
  const float side = kLeastTarget;
  ImGui::SetCursorScreenPos({right - kOperator + 4, y});
  if (squareButton(context, masks ? icons::kIconEyeOff : icons::kIconEye,
                   context.tr(Str::meeting_mask), {.font = context.fonts.body, .on = has(masks)})) {
    masks = !masks;
  }
  ImGui::SetCursorScreenPos({right - kOperator + 8 + side, y});
  drawMeetingMenu(context, false);
  ImGui::SetCursorScreenPos({right - side, y});
  if (iconButton(context, icons::kIconMinimize, context.tr(Str::meeting_leave))) leave(context);
}

// Returns where the area below begins.
float drawHeader(const Context& context, ImVec2 min, ImVec2 max, float unit, bool upright) {
  const float line = std::max(kHeader * unit, kLeastTarget + 8.0F);
  drawOperator(context, max.x, min.y + 4);
  const float room = max.x - min.x - kOperator - 16;
  if (upright) {
    drawScenarioStepper(context, min, room);
    drawRoundStepper(context, {min.x, min.y + line}, max.x - min.x);
    return min.y + 2 * line;
  }
  const float half = room * 0.5F;
  drawScenarioStepper(context, min, half - kEdge * unit);
  drawRoundStepper(context, {min.x + half, min.y}, half);
  return min.y + line;
}

}  // namespace

void drawMeeting(const Context& context, ImVec2 min, ImVec2 max) {
  ImGui::SetCursorScreenPos(min);
  beginPanel(context, "meeting", min, max, 0.0F);
  // The fonts are available from the next frame on.
  if (context.fonts.large == nullptr) {
    context.host.requestFrame();
    endPanel();
    return;
  }
  takeKeys(context);
  const ImVec2 screen = {max.x - min.x, max.y - min.y};
  const float unit = largeUnit(screen);
  const float edge = kEdge * unit;
  const bool upright = isUpright(screen);
  const ImVec2 inner_min = {min.x + edge, min.y + edge * 0.6F};
  const ImVec2 inner_max = {max.x - edge, max.y - edge * 0.6F};
  const float top = drawHeader(context, inner_min, inner_max, unit, upright);
  const float height = inner_max.y - top;
  if (upright) {
    const float plot_top = top + height * 0.44F;
    const float moves_top = top + height * 0.70F;
    drawMeetingUnits(context, {inner_min.x, top}, {inner_max.x, plot_top - edge}, unit);
    drawMeetingPlot(context, {inner_min.x, plot_top}, {inner_max.x, moves_top - edge}, unit);
    drawMeetingMoves(context, {inner_min.x, moves_top}, inner_max, unit);
  } else {
    constexpr float kUnitsShare = 0.55F;
    const float moves_top = top + height * 0.64F;
    const float middle = inner_min.x + (inner_max.x - inner_min.x) * kUnitsShare;
    drawMeetingUnits(context, {inner_min.x, top}, {middle, moves_top - edge}, unit);
    drawMeetingPlot(context, {middle + edge, top}, {inner_max.x, moves_top - edge}, unit);
    drawMeetingMoves(context, {inner_min.x, moves_top}, inner_max, unit);
  }
  endPanel();
}

}  // namespace cadre::ui
