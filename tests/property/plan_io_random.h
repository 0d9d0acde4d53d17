// Random plans with every field of the format, and random commands, for the properties of plan_io
// and document. The same seed gives the same on every machine.
#pragma once

#include "document/command.h"
#include "model/plan.h"
#include "samples/random.h"

namespace cadre::test {

[[nodiscard]] Plan randomPlan(samples::Random& random);

// Mostly one that fits the plan.
[[nodiscard]] Command randomCommand(const Plan& plan, samples::Random& random);

}  // namespace cadre::test
