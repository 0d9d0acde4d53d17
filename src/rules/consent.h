// Consent (ý kiến đồng thuận): none of the official, the origin and the destination disagrees. A
// view that is unasked or a concern is no breach; the list for the meeting shows those. Holds also
// for a move to no post. A relief or dismissal is ordered and a resignation asked for: none of them
// waits for consent. Not "about leaving", since views are given about one destination.
#pragma once

#include "rules/rule.h"

namespace cadre::rules {

[[nodiscard]] std::optional<Message> checkConsent(const MoveFacts& facts,
                                                  const RuleSetting& setting);

}  // namespace cadre::rules
