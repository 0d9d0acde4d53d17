// The command that says how sure a round is.
#pragma once

#include "cli/arguments.h"
#include "cli/commands.h"
#include "model/plan.h"

namespace cadre::cli {

[[nodiscard]] Outcome riskOne(const Plan& plan, const Scenario& scenario,
                              const Arguments& arguments);

}  // namespace cadre::cli
