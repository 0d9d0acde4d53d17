// A report of one scenario as an HTML page for reading, printing and signing: attainment of every
// quota, findings and waivers, departures, and the moves of each round as annexes.
//
// The page is self-contained, has no scripts, and forbids both external content and scripts in its
// own policy. All content from the plan is escaped. Table cells are marked with data attributes, so
// that figures can be checked by program: a row with data-quota and data-unit is one cell of the
// timeline, a row with data-total is a sum over units; their figures have data-entry and
// data-field. The same plan and scenario give the same bytes on every machine: the clock is not
// read.
#pragma once

#include <string>

#include "model/plan.h"
#include "simulate/timeline.h"
#include "text/strings.h"

namespace cadre::report {

// `scenario` may be null for the baseline alone. REQUIRES: the timeline belongs to that plan and
// scenario.
[[nodiscard]] std::string htmlReport(const Plan& plan, const Scenario* scenario,
                                     const Timeline& timeline, text::Language language);

}  // namespace cadre::report
