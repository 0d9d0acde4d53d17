#include <gtest/gtest.h>

#include "rule_case.h"

namespace cadre::test {
namespace {

std::string check(const RuleCase& at, const Move& move, std::vector<Move> others = {}) {
  return at.finding("relatives", 0, "2023-10-01", move, std::move(others));
}

constexpr std::string_view kWithY =
    "có quan hệ gia đình với Cán bộ y cùng giữ chức vụ lãnh đạo tại Đơn vị b; Điều 1";

TEST(Relatives, ARelativeInTheUnitGoneToIsABreach) {
  RuleCase at;
  const CadreId relative = at.plan.cadre("y", at.b_secretary);
  at.plan[at.official].relatives = {relative};
  EXPECT_EQ(check(at, move(at.official, at.b_chairman)), kWithY);
}

TEST(Relatives, TheRelationCountsFromEitherSide) {
  RuleCase at;
  const CadreId relative = at.plan.cadre("y", at.b_secretary);
  at.plan[relative].relatives = {at.official};
  EXPECT_EQ(check(at, move(at.official, at.b_chairman)), kWithY);
}

TEST(Relatives, EveryRelativeThereIsNamedOnce) {
  RuleCase at;
  const CadreId first = at.plan.cadre("y", at.b_secretary);
  const CadreId second = at.plan.cadre("z", at.b_deputy);
  at.plan[at.plan.post(at.b, at.plan.deputy)].incumbent = first;
  at.plan[at.official].relatives = {second, first};
  at.plan[first].relatives = {at.official};
  EXPECT_EQ(check(at, move(at.official, at.b_chairman)),
            "có quan hệ gia đình với Cán bộ y, Cán bộ z cùng giữ chức vụ lãnh đạo tại Đơn vị b; "
            "Điều 1");
}

TEST(Relatives, ARelativeInAnotherUnitIsNoBreach) {
  RuleCase at;
  const CadreId beside = at.plan.cadre("y", at.c_secretary);
  const CadreId left_behind = at.plan.cadre("z", at.a_chairman);
  const CadreId above = at.plan.cadre("w", at.plan.post(at.district_1, at.plan.secretary));
  at.plan[at.official].relatives = {beside, left_behind, above};
  EXPECT_EQ(check(at, move(at.official, at.b_chairman)), "");
}

TEST(Relatives, SomebodyElseThereIsNoBreach) {
  RuleCase at;
  at.plan.cadre("y", at.b_secretary);
  EXPECT_EQ(check(at, move(at.official, at.b_chairman)), "");
}

TEST(Relatives, ARelativeWhoLeavesInTheSameRoundIsNoBreach) {
  RuleCase at;
  const CadreId relative = at.plan.cadre("y", at.b_secretary);
  at.plan[at.official].relatives = {relative};
  EXPECT_EQ(check(at, move(at.official, at.b_chairman), {move(relative, at.c_chairman)}), "");
}

TEST(Relatives, ARelativeWhoArrivesInTheSameRoundIsABreachOfBothMoves) {
  RuleCase at;
  const CadreId relative = at.plan.cadre("y", at.c_secretary);
  at.plan[at.official].relatives = {relative};
  const Move mine = move(at.official, at.b_chairman);
  const Move theirs = move(relative, at.b_secretary);
  EXPECT_EQ(check(at, mine, {theirs}), kWithY);
  EXPECT_EQ(check(at, theirs, {mine}),
            "có quan hệ gia đình với Cán bộ x cùng giữ chức vụ lãnh đạo tại Đơn vị b; Điều 1");
}

TEST(Relatives, SucceedingARelativeIsNoBreach) {
  RuleCase at;
  const CadreId relative = at.plan.cadre("y", at.b_chairman);
  at.plan[at.official].relatives = {relative};
  const Move mine = move(at.official, at.b_chairman);
  EXPECT_EQ(check(at, mine, {move(relative, {})}), "");
  EXPECT_EQ(at.candidateFinding("relatives", 0, "2023-10-01", mine), "");
}

TEST(Relatives, ACandidateMoveSeesWhoSitsInTheUnitNow) {
  RuleCase at;
  const CadreId relative = at.plan.cadre("y", at.b_secretary);
  at.plan[relative].relatives = {at.official};
  EXPECT_EQ(at.candidateFinding("relatives", 0, "2023-10-01", move(at.official, at.b_chairman)),
            kWithY);
}

TEST(Relatives, AMoveWithinTheUnitOfARelativeIsABreach) {
  RuleCase at;
  const CadreId relative = at.plan.cadre("y", at.a_deputy);
  at.plan[at.official].relatives = {relative, at.official};
  EXPECT_EQ(check(at, move(at.official, at.a_chairman)),
            "có quan hệ gia đình với Cán bộ y cùng giữ chức vụ lãnh đạo tại Đơn vị a; Điều 1");
}

TEST(Relatives, AForcedDepartureIsHeldToItOnlyWithADestination) {
  RuleCase at;
  const CadreId relative = at.plan.cadre("y", at.b_secretary);
  at.plan[at.official].relatives = {relative};
  for (const MoveType type : kForcedDepartures) {
    EXPECT_EQ(check(at, move(at.official, {}, type)), "");
    EXPECT_EQ(check(at, move(at.official, at.b_deputy, type)), kWithY);
  }
}

}  // namespace
}  // namespace cadre::test
