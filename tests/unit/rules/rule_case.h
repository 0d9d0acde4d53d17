// A test bed for rules: one official, two districts, three communes.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule.h"
#include "support/plan_builder.h"

namespace cadre::test {

// The official is secretary of commune "a". Communes "a" and "b" are in one district, "c" in
// another; each has a secretary, a chairman and a deputy. Every other post is vacant.
struct RuleCase {
  RuleCase();

  PlanBuilder plan;
  UnitId district_1;
  UnitId district_2;
  UnitId a;
  UnitId b;
  UnitId c;
  PostId a_secretary;
  PostId a_chairman;
  PostId a_deputy;
  PostId b_secretary;
  PostId b_chairman;
  PostId b_deputy;
  PostId c_secretary;
  PostId c_chairman;
  PostId c_deputy;
  CadreId official;

  // The rule's finding about the move, in Vietnamese; empty if there is none. All of `others`
  // happen in the same round; `views` are the views on the move.
  [[nodiscard]] std::string finding(std::string_view rule, std::int32_t limit,
                                    std::string_view date, const Move& move,
                                    std::vector<Move> others = {}, Views views = {}) const;
  // The same for a move that is not in a simulated round.
  [[nodiscard]] std::string candidateFinding(std::string_view rule, std::int32_t limit,
                                             std::string_view date, const Move& move) const;
  // The breaches reported by a rule about rounds.
  [[nodiscard]] std::vector<rules::RoundBreach> breaches(std::string_view rule,
                                                         const std::vector<Move>& moves) const;
};

// In Vietnamese; fails the test when a placeholder has no value in either language.
[[nodiscard]] std::string rendered(const Message& message);

inline constexpr MoveType kForcedDepartures[] = {MoveType::kRelief, MoveType::kDismissal,
                                                 MoveType::kResignation};

}  // namespace cadre::test
