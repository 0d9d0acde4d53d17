#include <gtest/gtest.h>

#include "rule_case.h"

namespace cadre::test {
namespace {

// The official is local in commune "a".
std::string check(RuleCase& at, std::string_view ends, std::string_view date, const Move& move) {
  at.plan[at.official].native_place = at.a;
  at.plan[at.official].service_ends = day(ends);
  return at.finding("service_left", 60, date, move);
}

TEST(ServiceLeft, FiftyNineMonthsBreakALimitOfSixty) {
  RuleCase at;
  EXPECT_EQ(
      check(at, "2028-09-29", "2023-10-01", move(at.official, at.b_chairman)),
      "thời gian công tác còn lại 59 tháng (đến 29/09/2028), cần 60 tháng khi bố trí không là "
      "người địa phương tại Đơn vị b; Điều 1");
}

TEST(ServiceLeft, SixtyMonthsAreEnough) {
  RuleCase at;
  EXPECT_EQ(check(at, "2028-10-01", "2023-10-01", move(at.official, at.b_chairman)), "");
}

TEST(ServiceLeft, MoreMonthsAreEnough) {
  RuleCase at;
  EXPECT_EQ(check(at, "2040-01-01", "2023-10-01", move(at.official, at.b_chairman)), "");
}

TEST(ServiceLeft, TheLastDayOfAShorterMonthCompletesIt) {
  RuleCase at;
  EXPECT_EQ(check(at, "2028-02-29", "2023-02-28", move(at.official, at.b_chairman)), "");
  EXPECT_EQ(check(at, "2028-02-28", "2023-02-28", move(at.official, at.b_chairman)), "");
  EXPECT_EQ(
      check(at, "2028-06-30", "2023-07-31", move(at.official, at.b_chairman)),
      "thời gian công tác còn lại 59 tháng (đến 30/06/2028), cần 60 tháng khi bố trí không là "
      "người địa phương tại Đơn vị b; Điều 1");
}

TEST(ServiceLeft, ALocalPersonNeedsNone) {
  RuleCase at;
  EXPECT_EQ(check(at, "2023-12-01", "2023-10-01", move(at.official, at.a_chairman)), "");
}

TEST(ServiceLeft, TheDefinitionOfLocalDecides) {
  RuleCase at;
  at.plan.quota_set.locality.level = LocalityLevel::kDistrict;
  EXPECT_EQ(check(at, "2023-12-01", "2023-10-01", move(at.official, at.b_chairman)), "");
  EXPECT_NE(check(at, "2023-12-01", "2023-10-01", move(at.official, at.c_chairman)), "");
}

TEST(ServiceLeft, AnUnknownNativePlaceIsNoBreach) {
  RuleCase at;
  at.plan[at.official].service_ends = day("2023-12-01");
  EXPECT_EQ(at.finding("service_left", 60, "2023-10-01", move(at.official, at.b_chairman)), "");
}

TEST(ServiceLeft, AnUnknownEndOfServiceIsNoBreach) {
  RuleCase at;
  at.plan[at.official].native_place = at.a;
  EXPECT_EQ(at.finding("service_left", 60, "2023-10-01", move(at.official, at.b_chairman)), "");
}

TEST(ServiceLeft, EveryTypeOfMoveThatTakesAPostIsHeld) {
  RuleCase at;
  for (const MoveType type : {MoveType::kRotation, MoveType::kTransfer, MoveType::kPeriodicChange,
                              MoveType::kSecondment, MoveType::kAppointment}) {
    EXPECT_NE(check(at, "2024-10-01", "2023-10-01", move(at.official, at.b_chairman, type)), "");
  }
}

TEST(ServiceLeft, DeparturesAreNotHeldUp) {
  RuleCase at;
  EXPECT_EQ(check(at, "2023-12-01", "2023-10-01", move(at.official, {}, MoveType::kTransfer)), "");
  for (const MoveType type : kForcedDepartures) {
    EXPECT_EQ(check(at, "2023-12-01", "2023-10-01", move(at.official, at.b_deputy, type)), "");
  }
}

}  // namespace
}  // namespace cadre::test
