// Discipline (kỷ luật) blocks taking a post: any post while the discipline is in force, that is
// until `months` are completed since the decision (default 12), and a higher post until 24, 36 or
// 60 months are completed after a reprimand, warning or dismissal, and for good after an expulsion.
// Quy định 69-QĐ/TW, 377-QĐ/TW. Of several blocks the finding names the one that ends last.
//
// The format has no rank of posts, so "higher" is said only where it is certain: a head post for
// one who holds no head post (or no post at all), and a head post of a unit that stands above the
// unit of every post held. From head to head of units beside each other is not higher.
//
// A decision dated after the round is not yet one. Forced departures (dismissal is often the
// discipline's own consequence) and moves to no post (Chỉ thị 24-CT/TU) are not held up.
#pragma once

#include "rules/rule.h"

namespace cadre::rules {

// How many months a decision is in force: as the plan's rule says, or by default where it is off.
[[nodiscard]] std::int32_t monthsInForce(const Plan& plan);
// And what says so.
[[nodiscard]] MessageValue sourceOfDiscipline(const Plan& plan);

enum class DisciplineState : std::uint8_t { kInForce, kOutOfForce, kNotYet };

// One decision on one day.
struct DisciplineStanding {
  Date until;  // the first day out of force: that completes the months
  DisciplineState state{};
};
[[nodiscard]] DisciplineStanding standingOf(const Discipline& entry, std::int32_t months,
                                            Date date);

}  // namespace cadre::rules
