// Months in post before a move (thời gian giữ chức vụ): at least `months` completed in the present
// post. Default 36, Quy định 65-QĐ/TW 2022, Điều 8. Does not hold up a relief, dismissal or
// resignation, nor one who holds no post or whose start is unknown.
#pragma once

#include "rules/rule.h"

namespace cadre::rules {

[[nodiscard]] std::optional<Message> checkMonthsInPost(const MoveFacts& facts,
                                                       const RuleSetting& setting);

}  // namespace cadre::rules
