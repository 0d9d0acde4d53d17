// The plan that tables and journals are fuzzed against: tests/schema/small.json.
#pragma once

#include <string>

#include "model/plan.h"

namespace cadre::fuzz {

[[nodiscard]] const std::string& smallPlanText();
[[nodiscard]] const Plan& smallPlan();

}  // namespace cadre::fuzz
