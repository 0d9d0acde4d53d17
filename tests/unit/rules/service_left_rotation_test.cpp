#include <gtest/gtest.h>

#include "rule_case.h"

namespace cadre::test {
namespace {

std::string check(RuleCase& at, std::string_view ends, std::string_view date, const Move& move) {
  at.plan[at.official].service_ends = day(ends);
  return at.finding("service_left_rotation", 120, date, move);
}

TEST(ServiceLeftRotation, OneHundredAndNineteenMonthsBreakALimitOfOneHundredAndTwenty) {
  RuleCase at;
  EXPECT_EQ(check(at, "2033-09-30", "2023-10-31", move(at.official, at.b_chairman)),
            "thời gian công tác còn lại 119 tháng (đến 30/09/2033), luân chuyển cần 120 tháng; "
            "Điều 1");
}

TEST(ServiceLeftRotation, OneHundredAndTwentyMonthsAreEnough) {
  RuleCase at;
  EXPECT_EQ(check(at, "2033-10-01", "2023-10-01", move(at.official, at.b_chairman)), "");
}

TEST(ServiceLeftRotation, TheLastDayOfAMonthCompletesIt) {
  RuleCase at;
  EXPECT_EQ(check(at, "2034-02-28", "2024-02-29", move(at.official, at.b_chairman)), "");
  EXPECT_NE(check(at, "2034-02-27", "2024-02-29", move(at.official, at.b_chairman)), "");
}

TEST(ServiceLeftRotation, OtherTypesOfMovesAreNotRotations) {
  RuleCase at;
  for (const MoveType type :
       {MoveType::kTransfer, MoveType::kPeriodicChange, MoveType::kSecondment,
        MoveType::kAppointment, MoveType::kRelief, MoveType::kDismissal, MoveType::kResignation}) {
    EXPECT_EQ(check(at, "2024-10-01", "2023-10-01", move(at.official, at.b_chairman, type)), "");
  }
}

TEST(ServiceLeftRotation, ALocalPersonNeedsItToo) {
  RuleCase at;
  at.plan[at.official].native_place = at.b;
  EXPECT_NE(check(at, "2024-10-01", "2023-10-01", move(at.official, at.b_chairman)), "");
}

TEST(ServiceLeftRotation, ARotationToAPlaceOutsideTheRosterNeedsItToo) {
  RuleCase at;
  EXPECT_NE(check(at, "2024-10-01", "2023-10-01", move(at.official, {})), "");
}

TEST(ServiceLeftRotation, AnUnknownEndOfServiceIsNoBreach) {
  RuleCase at;
  EXPECT_EQ(
      at.finding("service_left_rotation", 120, "2023-10-01", move(at.official, at.b_chairman)), "");
}

}  // namespace
}  // namespace cadre::test
