// Discipline (kỷ luật) blocks taking a post: any post while the discipline is in force, that is
// until `months` have passed since the decision (default 12), and a higher post until 24, 36 or 60
// months have passed after a reprimand, warning or dismissal, and permanently after an expulsion.
// Quy định 69-QĐ/TW, 377-QĐ/TW. When several blocks apply, the finding names the one that ends
// last.
//
// The format has no ranking of posts, so "higher" is reported only where it is certain: a head post
// for an official who holds no head post (or no post at all), and a head post of a unit above the
// units of all posts held. A move between head posts of sibling units is not higher.
//
// A decision dated after the round is ignored. Forced departures (a dismissal is often a
// consequence of the discipline) and moves to no post (Chỉ thị 24-CT/TU) are not blocked.
#pragma once

#include "rules/rule.h"

namespace cadre::rules {

// How many months a decision is in force: the plan's setting, or the default when the rule is off.
[[nodiscard]] std::int32_t monthsInForce(const Plan& plan);
// The source of that number.
[[nodiscard]] MessageValue sourceOfDiscipline(const Plan& plan);

enum class DisciplineState : std::uint8_t { kInForce, kOutOfForce, kNotYet };

// One decision on one day.
struct DisciplineStanding {
  Date until;  // the first day it is no longer in force
  DisciplineState state{};
};
[[nodiscard]] DisciplineStanding standingOf(const Discipline& entry, std::int32_t months,
                                            Date date);

}  // namespace cadre::rules
