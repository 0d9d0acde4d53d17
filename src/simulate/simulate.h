// Plays a scenario from the baseline through its rounds, as plan-format's "Meaning" says.
//
// Pure and total: every plan and scenario gives a timeline; what breaks a rule, or cannot happen,
// is a finding beside it. The same plan and scenario give the same timeline on every machine.
#pragma once

#include "model/plan.h"
#include "simulate/timeline.h"

namespace cadre {

// The scenario may be one of the plan's or any other that was made for it (a what-if).
[[nodiscard]] Timeline simulate(const Plan& plan, const Scenario& scenario);

// The baseline alone.
[[nodiscard]] Timeline simulateBaseline(const Plan& plan);

}  // namespace cadre
