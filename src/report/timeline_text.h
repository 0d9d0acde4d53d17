// A timeline as lines of text for a terminal.
#pragma once

#include <string>

#include "model/plan.h"
#include "simulate/timeline.h"
#include "text/strings.h"

namespace cadre::report {

// Each entry: date, moves, departures, quota cells in the order of the timeline, findings.
[[nodiscard]] std::string timelineText(const Plan& plan, const Scenario* scenario,
                                       const Timeline& timeline, text::Language language);

// Only the findings of a scenario, one per line, after the scenario's name.
[[nodiscard]] std::string findingsText(const Plan& plan, const Scenario& scenario,
                                       const Timeline& timeline, text::Language language);

}  // namespace cadre::report
