#include <gtest/gtest.h>

#include "rule_case.h"

namespace cadre::test {
namespace {

std::string check(RuleCase& at, const std::vector<TitleId>& pool, const Move& move) {
  at.plan[at.official].pool.assign(pool.begin(), pool.end());
  return at.finding("in_pool", 0, "2023-10-01", move);
}

TEST(InPool, ATitleOfThePoolIsNoBreach) {
  RuleCase at;
  EXPECT_EQ(check(at, {at.plan.deputy, at.plan.chairman}, move(at.official, at.b_chairman)), "");
}

TEST(InPool, ATitleOutsideThePoolIsABreach) {
  RuleCase at;
  EXPECT_EQ(check(at, {at.plan.deputy, at.plan.secretary}, move(at.official, at.b_chairman)),
            "không thuộc quy hoạch chức danh của vị trí Chức danh chairman, Đơn vị b; Điều 1");
}

TEST(InPool, AnAbsentPoolIsABreach) {
  RuleCase at;
  EXPECT_EQ(check(at, {}, move(at.official, at.b_chairman)),
            "chưa được quy hoạch chức danh nào, vị trí đến Chức danh chairman, Đơn vị b; Điều 1");
}

TEST(InPool, TheTitleHeldNowMustBeInThePoolToo) {
  RuleCase at;
  EXPECT_NE(check(at, {at.plan.chairman}, move(at.official, at.b_secretary)), "");
}

TEST(InPool, StayingInThePostIsNoBreach) {
  RuleCase at;
  EXPECT_EQ(check(at, {}, move(at.official, at.a_secretary)), "");
}

TEST(InPool, DeparturesAreNotHeldUp) {
  RuleCase at;
  EXPECT_EQ(check(at, {}, move(at.official, {}, MoveType::kTransfer)), "");
  for (const MoveType type : kForcedDepartures) {
    EXPECT_EQ(check(at, {}, move(at.official, {}, type)), "");
    EXPECT_EQ(check(at, {}, move(at.official, at.b_deputy, type)), "");
  }
}

}  // namespace
}  // namespace cadre::test
