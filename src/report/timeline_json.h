// A timeline as JSON, in the shape of plan-format's `simulate --json`.
#pragma once

#include <string>

#include "model/plan.h"
#include "simulate/timeline.h"
#include "text/strings.h"

namespace cadre::report {

// `scenario` may be null for the baseline alone. Ends with a newline.
[[nodiscard]] std::string timelineJson(const Plan& plan, const Scenario* scenario,
                                       const Timeline& timeline, text::Language language);

}  // namespace cadre::report
