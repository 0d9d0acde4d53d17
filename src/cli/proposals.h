// The commands of cadre-plan that look for moves: propose, frontier and roadmap.
#pragma once

#include "cli/arguments.h"
#include "cli/commands.h"
#include "model/plan.h"

namespace cadre::cli {

[[nodiscard]] Outcome proposeOne(const Plan& plan, const Scenario& scenario,
                                 const Arguments& arguments);

// Everything up to the number of moves with which nothing gets better any more.
[[nodiscard]] Outcome frontierOne(const Plan& plan, const Scenario& scenario,
                                  const Arguments& arguments);

[[nodiscard]] Outcome roadmapOne(const Plan& plan, const Scenario& scenario,
                                 const Arguments& arguments);

}  // namespace cadre::cli
