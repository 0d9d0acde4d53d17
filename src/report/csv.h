// Tables for spreadsheets: the roster, and the results of a scenario.
//
// UTF-8 with a byte order mark, CRLF; the delimiter is the one that a spreadsheet in that language
// expects (Vietnamese: semicolon, English: comma); dates are dd/mm/yyyy. No cell can be evaluated
// as a formula (roster/table.h). Column names are in the table's language, and the roster import
// understands them.
#pragma once

#include <string>

#include "model/plan.h"
#include "simulate/timeline.h"
#include "text/strings.h"

namespace cadre::report {

// All data on every official in the plan's roster; importing the table again changes nothing.
[[nodiscard]] std::string rosterCsv(const Plan& plan, text::Language language);

// One line per move of each round, including moves that cannot happen. Here and below, `timeline`
// is the scenario's.
[[nodiscard]] std::string movesCsv(const Plan& plan, const Scenario& scenario,
                                   const Timeline& timeline, text::Language language);

// One line per quota, unit and entry of the timeline.
[[nodiscard]] std::string quotasCsv(const Plan& plan, const Scenario& scenario,
                                    const Timeline& timeline, text::Language language);

// One line per finding, with the reason if it is waived.
[[nodiscard]] std::string findingsCsv(const Plan& plan, const Scenario& scenario,
                                      const Timeline& timeline, text::Language language);

}  // namespace cadre::report
