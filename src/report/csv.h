// Tables for a spreadsheet: the roster, and what a scenario comes to.
//
// UTF-8 with a byte order mark, CRLF; the delimiter is the one that a spreadsheet of that language
// expects (Vietnamese: semicolon, English: comma); dates are dd/mm/yyyy. No cell can run as a
// formula (roster/table.h). The names of columns are in the language, and importing a roster
// understands them.
#pragma once

#include <string>

#include "model/plan.h"
#include "simulate/timeline.h"
#include "text/strings.h"

namespace cadre::report {

// Everything known of every official, as the plan's roster has it: importing it changes nothing.
[[nodiscard]] std::string rosterCsv(const Plan& plan, text::Language language);

// A line for each move of each round, also for those that cannot happen. `timeline` is the
// scenario's, here and below.
[[nodiscard]] std::string movesCsv(const Plan& plan, const Scenario& scenario,
                                   const Timeline& timeline, text::Language language);

// A line for each quota, unit and entry of the timeline.
[[nodiscard]] std::string quotasCsv(const Plan& plan, const Scenario& scenario,
                                    const Timeline& timeline, text::Language language);

// A line for each finding, with the reason where it is waived.
[[nodiscard]] std::string findingsCsv(const Plan& plan, const Scenario& scenario,
                                      const Timeline& timeline, text::Language language);

}  // namespace cadre::report
