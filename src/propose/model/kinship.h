// Pairs of relatives whom a proposal could bring together in a unit, as exclusions of an instance
// (instance.h). Where the rule is hard, moves to relatives who stay where they are whatever is
// proposed are not possible at all (possible_moves.h).
#pragma once

#include <cstdint>
#include <vector>

#include "model/plan.h"
#include "propose/model/instance.h"
#include "propose/model/kin.h"
#include "propose/model/round_start.h"

namespace cadre::propose {

// `is_open`: by post of the plan, whether it may change hands. REQUIRES: the part has its posts,
// officials and arcs. Does nothing where the rule is off.
void addExclusions(Instance& part, const RoundStart& start, const Kin& kin,
                   const std::vector<std::uint8_t>& is_open);

}  // namespace cadre::propose
