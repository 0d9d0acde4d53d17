#include <gtest/gtest.h>

#include "rule_case.h"

namespace cadre::test {
namespace {

std::string check(RuleCase& at, std::string_view since, std::string_view date, const Move& move) {
  at.plan[at.official].in_post_since = day(since);
  return at.finding("months_in_post", 36, date, move);
}

TEST(MonthsInPost, ThirtyFiveMonthsBreakALimitOfThirtySix) {
  RuleCase at;
  EXPECT_EQ(check(at, "2020-10-02", "2023-10-01", move(at.official, at.b_chairman)),
            "mới giữ chức vụ 35 tháng, cần 36 tháng; Điều 1");
}

TEST(MonthsInPost, ThirtySixMonthsAreEnough) {
  RuleCase at;
  EXPECT_EQ(check(at, "2020-10-01", "2023-10-01", move(at.official, at.b_chairman)), "");
}

TEST(MonthsInPost, MoreMonthsAreEnough) {
  RuleCase at;
  EXPECT_EQ(check(at, "2011-01-01", "2023-10-01", move(at.official, at.b_chairman)), "");
}

TEST(MonthsInPost, AMonthThatLacksTheDayIsCompletedOnItsLastDay) {
  RuleCase at;
  EXPECT_EQ(check(at, "2020-10-31", "2023-09-30", move(at.official, at.b_chairman)),
            "mới giữ chức vụ 35 tháng, cần 36 tháng; Điều 1");
  EXPECT_EQ(check(at, "2020-08-31", "2023-08-30", move(at.official, at.b_chairman)),
            "mới giữ chức vụ 35 tháng, cần 36 tháng; Điều 1");
  EXPECT_EQ(check(at, "2020-08-31", "2023-08-31", move(at.official, at.b_chairman)), "");
  EXPECT_EQ(check(at, "2020-02-29", "2023-02-28", move(at.official, at.b_chairman)), "");
}

TEST(MonthsInPost, AnUnknownStartIsNoBreach) {
  RuleCase at;
  EXPECT_EQ(at.finding("months_in_post", 36, "2023-10-01", move(at.official, at.b_chairman)), "");
}

TEST(MonthsInPost, OneWithoutAPostHasNothingToWaitFor) {
  RuleCase at;
  const CadreId candidate = at.plan.cadre("y");
  at.plan[candidate].in_post_since = day("2023-09-01");
  EXPECT_EQ(at.finding("months_in_post", 36, "2023-10-01", move(candidate, at.b_chairman)), "");
}

TEST(MonthsInPost, ForcedDeparturesAreNotHeldUp) {
  RuleCase at;
  for (const MoveType type : kForcedDepartures) {
    EXPECT_EQ(check(at, "2023-09-01", "2023-10-01", move(at.official, {}, type)), "");
  }
}

TEST(MonthsInPost, LeavingForNoPostIsAMoveToo) {
  RuleCase at;
  EXPECT_EQ(check(at, "2023-09-01", "2023-10-01", move(at.official, {}, MoveType::kTransfer)),
            "mới giữ chức vụ 1 tháng, cần 36 tháng; Điều 1");
}

}  // namespace
}  // namespace cadre::test
