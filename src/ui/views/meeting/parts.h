// The parts of meeting mode (views/meeting.cpp combines them): the selected districts, the plot,
// the moves, and the control that selects what is shown.
//
// Dimensions are in lines of large_type's screen; `unit` converts them into CSS pixels. Every name
// of an official must come from meetingName and every text typed by users from meetingText, so that
// no name leaks on the screen, in a tooltip or in the widget tree.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <imgui.h>

#include "ui/context.h"

namespace cadre::ui {

// The timelines of all scenarios, in the plan's order.
struct MeetingTable {
  std::vector<std::shared_ptr<const Timeline>> timelines;
};
[[nodiscard]] const MeetingTable& meetingTable(const Context& context);

// The districts shown, in the plan's order. With the scope kShort, those that were short in the
// baseline stay when a round brings them to their target, because that is what the meeting wants to
// see.
[[nodiscard]] std::vector<UnitId> meetingUnits(const Context& context);

// The cell of the selected quota in the selected entry; an empty one if there is none.
[[nodiscard]] Cell meetingCell(const Session& session, UnitId unit);

// The official's name, or its mask.
[[nodiscard]] std::string meetingName(const Context& context, CadreId cadre);
// The text; when names are masked, with every official's name in it masked.
[[nodiscard]] std::string meetingText(const Context& context, std::string_view text);

// Selects the next or previous scenario or round; stops at the ends. The round index is kept.
void stepScenario(const Context& context, int step);
void stepRound(const Context& context, int step);

void drawMeetingUnits(const Context& context, ImVec2 min, ImVec2 max, float unit);
void drawMeetingPlot(const Context& context, ImVec2 min, ImVec2 max, float unit);
void drawMeetingMoves(const Context& context, ImVec2 min, ImVec2 max, float unit);
// A button that opens the selection of what is shown; with `starts`, that ends in the button that
// begins the meeting.
void drawMeetingMenu(const Context& context, bool starts);

}  // namespace cadre::ui
