// Continuity: no more than one head post of a unit changes hands in a round (practice).
//
// A head post changes hands when its holder after the round is another than before it: also when it
// falls vacant or a vacant one is filled, and also by a forced departure, since the unit goes
// through the change all the same and the other head's move can be put off. Retirements between
// rounds are not changes of the round. One breach for a unit. It names the last move of the round
// that changes one of the unit's head posts, or the last such move that carries a waiver of this
// rule, so that the breach can be waived there.
#pragma once

#include "rules/rule.h"

namespace cadre::rules {

void checkContinuity(const RoundFacts& facts, const RuleSetting& setting,
                     const std::function<void(RoundBreach)>& report);

}  // namespace cadre::rules
