// The parts of meeting mode (views/meeting.cpp puts them together): the chosen districts, the plot,
// the moves, and the control that says what is shown.
//
// Measures are in lines of large_type's screen; `unit` turns them into CSS pixels. Every name of an
// official comes from meetingName, every text that somebody may have typed from meetingText: so no
// name leaks, neither on the screen nor in a tooltip nor in the tree of widgets.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <imgui.h>

#include "ui/context.h"

namespace cadre::ui {

// The simulation of every scenario, in the plan's order.
struct MeetingTable {
  std::vector<std::shared_ptr<const Timeline>> timelines;
};
[[nodiscard]] const MeetingTable& meetingTable(const Context& context);

// The districts that are shown, in the plan's order. With the scope kShort those that were short in
// the baseline stay when a round brings them to their target: that is what the meeting wants to
// see.
[[nodiscard]] std::vector<UnitId> meetingUnits(const Context& context);

// The cell of the chosen quota in the chosen entry; an empty one where there is none.
[[nodiscard]] Cell meetingCell(const Session& session, UnitId unit);

// The official's name, or its mask.
[[nodiscard]] std::string meetingName(const Context& context, CadreId cadre);
// The text, with every official's name in it masked when names are.
[[nodiscard]] std::string meetingText(const Context& context, std::string_view text);

// Next or previous scenario and round; stays at the ends. The place in the rounds is kept.
void stepScenario(const Context& context, int step);
void stepRound(const Context& context, int step);

void drawMeetingUnits(const Context& context, ImVec2 min, ImVec2 max, float unit);
void drawMeetingPlot(const Context& context, ImVec2 min, ImVec2 max, float unit);
void drawMeetingMoves(const Context& context, ImVec2 min, ImVec2 max, float unit);
// A button that opens the choice of what is shown; with `starts` the choice ends in the button that
// begins the meeting.
void drawMeetingMenu(const Context& context, bool starts);

}  // namespace cadre::ui
