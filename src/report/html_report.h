// A report of one scenario as one HTML page, to read, print and sign: attainment of every quota,
// findings and waivers, departures, and the moves of each round as annexes.
//
// The page needs nothing from elsewhere, holds no script, and forbids both in its own policy.
// Everything from the plan is escaped. Cells of the tables say what they are in data attributes
// for whoever checks the figures: a row with data-quota and data-unit is one cell of the timeline,
// one with data-total a sum over units; its figures have data-entry and data-field. The same plan
// and scenario give the same bytes on every machine: no clock is read.
#pragma once

#include <string>

#include "model/plan.h"
#include "simulate/timeline.h"
#include "text/strings.h"

namespace cadre::report {

// `scenario` may be null: the baseline alone. REQUIRES: the timeline is of that plan and scenario.
[[nodiscard]] std::string htmlReport(const Plan& plan, const Scenario* scenario,
                                     const Timeline& timeline, text::Language language);

}  // namespace cadre::report
