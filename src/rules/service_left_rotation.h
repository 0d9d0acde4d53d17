// Service left for a developmental rotation (luân chuyển): at least `months` completed from the
// round's date to the end of service for a move of type rotation. Default 120, Quy định 65-QĐ/TW,
// Điều 5. It is a condition of the rotation and not of the post: it holds as well for a rotation to
// a place outside the roster's posts (`to` null). An unknown end of service is no breach.
#pragma once

#include "rules/rule.h"

namespace cadre::rules {

[[nodiscard]] std::optional<Message> checkServiceLeftRotation(const MoveFacts& facts,
                                                              const RuleSetting& setting);

}  // namespace cadre::rules
