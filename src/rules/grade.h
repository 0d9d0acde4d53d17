// Last evaluation (mức xếp loại) at least `at_least`; default "good". The last one is that with the
// greatest period, compared as text ("2022" < "2022-06" < "2023"); of equal periods, the last
// listed. Looked at when a post is taken: a forced departure or a move to no post may well follow
// from a poor grade. No evaluation is no breach.
#pragma once

#include "rules/rule.h"

namespace cadre::rules {

[[nodiscard]] std::optional<Message> checkGrade(const MoveFacts& facts, const RuleSetting& setting);

}  // namespace cadre::rules
