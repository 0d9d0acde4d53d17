// What the map, the table and the head of the districts share: the units of the quota's group level
// with what each attains.
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
// What a proposal would make of it: "→ 18/32"; empty where none is shown.
[[nodiscard]] std::string proposedText(const Context& context, const UnitProposal& proposed);
// For somebody who does not see it.
[[nodiscard]] std::string spokenGroup(const Context& context, const Group& group);
void groupTooltip(const Context& context, const Group& group);
// Selects on a click, and after a moment while something is dragged over it.
void openOnClickOrDrag(const Context& context, UnitId unit, bool clicked);
// What the list shows, as it is copied.
void offerGroups(const Context& context, const std::vector<Group>& groups);

void drawMap(const Context& context, const std::vector<Group>& groups);
void drawTable(const Context& context, std::vector<Group> groups);

}  // namespace cadre::ui
