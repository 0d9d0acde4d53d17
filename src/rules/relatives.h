// Relatives not together in one leadership: after the round no relative of the official holds a
// post in the unit of the post taken. The leadership of a unit is its own posts, without those of
// units under it. Quy định 114-QĐ/TW. The relation counts both ways, whichever of the two names it.
// One finding for a move, naming every relative there; where both move in, both moves have one.
//
// Holds for every move with a destination, a forced one too: the post left is forced, the unit gone
// to is chosen. A move to no post brings nobody together.
#pragma once

#include "rules/rule.h"

namespace cadre::rules {

[[nodiscard]] std::optional<Message> checkRelatives(const MoveFacts& facts,
                                                    const RuleSetting& setting);

}  // namespace cadre::rules
