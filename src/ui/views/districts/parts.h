// Shared by the map, the table and the heading of the districts: the units of the quota's group
// level with their attainment.
#pragma once

#include <string>
#include <vector>

#include "simulate/timeline.h"
#include "ui/context.h"
#include "ui/views/proposal/shown_proposal.h"

namespace cadre::ui {

struct Group {
  UnitId unit;
  Cell cell;
};

// In the order of the plan.
[[nodiscard]] std::vector<Group> groupsOf(const Session& session);
// The result of the proposal: "→ 18/32"; empty when none is shown.
[[nodiscard]] std::string proposedText(const Context& context, const UnitProposal& proposed);
// Text for assistive technology.
[[nodiscard]] std::string spokenGroup(const Context& context, const Group& group);
void groupTooltip(const Context& context, const Group& group);
// Selects the unit on a click, or after a moment when a drag rests on it.
void openOnClickOrDrag(const Context& context, UnitId unit, bool clicked);
// The list as it is copied.
void offerGroups(const Context& context, const std::vector<Group>& groups);

void drawMap(const Context& context, const std::vector<Group>& groups);
void drawTable(const Context& context, std::vector<Group> groups);

}  // namespace cadre::ui
