// The plan used for fuzzing tables and journals: tests/schema/small.json.
#pragma once

#include <string>

#include "model/plan.h"

namespace cadre::fuzz {

[[nodiscard]] const std::string& smallPlanText();
[[nodiscard]] const Plan& smallPlan();

}  // namespace cadre::fuzz
