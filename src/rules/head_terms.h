// Consecutive terms as head in one place (nhiệm kỳ liên tiếp làm người đứng đầu): at most `terms`.
// Default 2, Quy định 65-QĐ/TW, Điều 4.
//
// Read so: "one place" is one unit, and a move into a head post begins a term. A move into a head
// post of the unit where the official already serves (another one, or the same again) is a breach
// when the terms counted there have reached the limit: it would begin one more. A head post of
// another unit begins a new count, and a post that is not a head's ends it: no breach. One who
// stays without a move is no matter of a round. An official with posts in several units has terms
// in the unit of the first one. Forced departures are not held up; an unknown count of terms is no
// breach.
#pragma once

#include "rules/rule.h"

namespace cadre::rules {

[[nodiscard]] std::optional<Message> checkHeadTerms(const MoveFacts& facts,
                                                    const RuleSetting& setting);

}  // namespace cadre::rules
