// Service left for a non-local placement (thời gian công tác còn lại): at least `months` completed
// from the round's date to the end of service when the destination is a place where the official is
// not a local person, by the plan's definition of local. Default 60, one term, Nghị định
// 138/2020/NĐ-CP, Điều 55–56. Holds for every type of move that takes a post; does not hold up a
// forced departure or a move to no post. An unknown locality or end of service is no breach.
#pragma once

#include "rules/rule.h"

namespace cadre::rules {

[[nodiscard]] std::optional<Message> checkServiceLeft(const MoveFacts& facts,
                                                      const RuleSetting& setting);

}  // namespace cadre::rules
