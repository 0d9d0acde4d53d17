// Guarantees checked by several targets.
#pragma once

#include <string>

#include "model/plan.h"

namespace cadre::fuzz {

// The text of the plan, which must open again and be written identically.
std::string requireOpensAgain(const Plan& plan);

// Every scenario, and the baseline, has a timeline.
void requireSimulates(const Plan& plan);

}  // namespace cadre::fuzz
