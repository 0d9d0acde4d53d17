// In the succession pool (quy hoạch) for the title of the post taken. Quy định 377-QĐ/TW. An absent
// or empty pool counts as not in the pool: succession planning is complete everywhere, so what is
// not recorded was not decided. Also for a title that the official holds already in another unit.
// Does not hold up a forced departure or a move to no post.
#pragma once

#include "rules/rule.h"

namespace cadre::rules {

[[nodiscard]] std::optional<Message> checkInPool(const MoveFacts& facts,
                                                 const RuleSetting& setting);

}  // namespace cadre::rules
