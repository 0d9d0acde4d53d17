// Pairs of relatives whom a proposal could bring together in a unit, as exclusions of an instance
// (instance.h). Relatives who stay where they are whatever is proposed are seen in
// possible_moves.h.
#pragma once

#include "model/plan.h"
#include "propose/model/instance.h"
#include "propose/model/kin.h"
#include "propose/model/round_start.h"

namespace cadre::propose {

// REQUIRES: the part has its posts, officials and arcs. Does nothing where the rule is off.
void addExclusions(Instance& part, const RoundStart& start, const Kin& kin);

}  // namespace cadre::propose
