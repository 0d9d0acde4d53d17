#include "rules/discipline.h"

#include <gtest/gtest.h>

#include "rule_case.h"

namespace cadre::test {
namespace {

// The official (or another) has that one entry and goes to `to`, with a limit of twelve months.
std::string check(RuleCase& at, CadreId cadre, DisciplineKind kind, std::string_view on,
                  std::string_view date, PostId to, MoveType type = MoveType::kRotation) {
  at.plan[cadre].discipline = {{.kind = kind, .on = day(on), .extra = nullptr}};
  return at.finding("discipline", 12, date, move(cadre, to, type));
}

TEST(Discipline, InForceItBlocksAMove) {
  RuleCase at;
  EXPECT_EQ(
      check(at, at.official, DisciplineKind::kReprimand, "2022-10-02", "2023-10-01", at.b_chairman),
      "bị kỷ luật khiển trách ngày 02/10/2022, mới được 11 tháng, cần đủ 12 tháng (đến "
      "02/10/2023); Điều 1");
}

TEST(Discipline, AfterTwelveMonthsItIsOver) {
  RuleCase at;
  for (const DisciplineKind kind : {DisciplineKind::kReprimand, DisciplineKind::kWarning,
                                    DisciplineKind::kDismissal, DisciplineKind::kExpulsion}) {
    EXPECT_EQ(check(at, at.official, kind, "2022-10-01", "2023-10-01", at.b_chairman), "");
    EXPECT_EQ(check(at, at.official, kind, "2012-10-01", "2023-10-01", at.b_chairman), "");
  }
}

TEST(Discipline, OnTheDayOfTheDecisionItIsInForce) {
  RuleCase at;
  EXPECT_NE(
      check(at, at.official, DisciplineKind::kWarning, "2023-10-01", "2023-10-01", at.b_chairman),
      "");
}

TEST(Discipline, ADecisionStillToComeBlocksNothing) {
  RuleCase at;
  EXPECT_EQ(
      check(at, at.official, DisciplineKind::kExpulsion, "2023-10-02", "2023-10-01", at.b_chairman),
      "");
}

TEST(Discipline, TheLastDayOfAMonthCompletesIt) {
  RuleCase at;
  EXPECT_EQ(
      check(at, at.official, DisciplineKind::kWarning, "2024-02-29", "2025-02-28", at.b_chairman),
      "");
  EXPECT_NE(
      check(at, at.official, DisciplineKind::kWarning, "2024-02-29", "2025-02-27", at.b_chairman),
      "");
  EXPECT_NE(
      check(at, at.official, DisciplineKind::kWarning, "2022-08-31", "2023-08-30", at.b_chairman),
      "");
}

struct HigherPost {
  DisciplineKind kind;
  const char* last_day_blocked;
  const char* first_day_free;
};

TEST(Discipline, AHigherPostStaysBlockedForTwentyFourThirtySixAndSixtyMonths) {
  for (const HigherPost& higher : {
           HigherPost{DisciplineKind::kReprimand, "2022-03-14", "2022-03-15"},
           HigherPost{DisciplineKind::kWarning, "2023-03-14", "2023-03-15"},
           HigherPost{DisciplineKind::kDismissal, "2025-03-14", "2025-03-15"},
       }) {
    RuleCase at;
    const CadreId deputy = at.plan.cadre("y", at.a_deputy);
    EXPECT_NE(check(at, deputy, higher.kind, "2020-03-15", higher.last_day_blocked, at.b_chairman),
              "");
    EXPECT_EQ(check(at, deputy, higher.kind, "2020-03-15", higher.first_day_free, at.b_chairman),
              "");
  }
}

TEST(Discipline, TheFindingAboutAHigherPostQuotesItsOwnPeriod) {
  RuleCase at;
  const CadreId deputy = at.plan.cadre("y", at.a_deputy);
  EXPECT_EQ(
      check(at, deputy, DisciplineKind::kWarning, "2021-05-31", "2023-10-01", at.b_chairman),
      "bị kỷ luật cảnh cáo ngày 31/05/2021, mới được 28 tháng, cần đủ 36 tháng (đến 31/05/2024) "
      "mới được giữ chức vụ cao hơn; Điều 1");
}

TEST(Discipline, AfterAnExpulsionAHigherPostIsBlockedForGood) {
  RuleCase at;
  const CadreId deputy = at.plan.cadre("y", at.a_deputy);
  EXPECT_EQ(
      check(at, deputy, DisciplineKind::kExpulsion, "1999-05-31", "2023-10-01", at.b_chairman),
      "bị kỷ luật khai trừ ngày 31/05/1999, không được giữ chức vụ cao hơn; Điều 1");
}

TEST(Discipline, ForOneWithoutAPostAHeadPostIsHigher) {
  RuleCase at;
  const CadreId candidate = at.plan.cadre("y");
  EXPECT_NE(
      check(at, candidate, DisciplineKind::kWarning, "2021-05-31", "2023-10-01", at.b_chairman),
      "");
  EXPECT_EQ(check(at, candidate, DisciplineKind::kWarning, "2021-05-31", "2023-10-01", at.b_deputy),
            "");
}

TEST(Discipline, AHeadPostOfAUnitAboveIsHigher) {
  RuleCase at;
  const PostId above = at.plan.post(at.district_1, at.plan.secretary);
  const PostId beside = at.plan.post(at.district_2, at.plan.secretary);
  EXPECT_NE(check(at, at.official, DisciplineKind::kWarning, "2021-05-31", "2023-10-01", above),
            "");
  EXPECT_EQ(check(at, at.official, DisciplineKind::kWarning, "2021-05-31", "2023-10-01", beside),
            "");
}

TEST(Discipline, OfSeveralBlocksTheOneThatEndsLastIsNamed) {
  RuleCase at;
  const CadreId deputy = at.plan.cadre("y", at.a_deputy);
  at.plan[deputy].discipline = {
      {.kind = DisciplineKind::kReprimand, .on = day("2023-05-10"), .extra = nullptr},
      {.kind = DisciplineKind::kDismissal, .on = day("2022-11-20"), .extra = nullptr}};
  EXPECT_EQ(at.finding("discipline", 12, "2023-10-01", move(deputy, at.b_chairman)),
            "bị kỷ luật cách chức ngày 20/11/2022, mới được 10 tháng, cần đủ 60 tháng (đến "
            "20/11/2027) mới được giữ chức vụ cao hơn; Điều 1");
  EXPECT_EQ(at.finding("discipline", 12, "2023-10-01", move(deputy, at.b_deputy)),
            "bị kỷ luật khiển trách ngày 10/05/2023, mới được 4 tháng, cần đủ 12 tháng (đến "
            "10/05/2024); Điều 1");
}

TEST(Discipline, NoEntryIsNoBreach) {
  RuleCase at;
  EXPECT_EQ(at.finding("discipline", 12, "2023-10-01", move(at.official, at.b_chairman)), "");
}

TEST(Discipline, DeparturesAreNotHeldUp) {
  RuleCase at;
  EXPECT_EQ(check(at, at.official, DisciplineKind::kDismissal, "2023-09-01", "2023-10-01", {},
                  MoveType::kTransfer),
            "");
  for (const MoveType type : kForcedDepartures) {
    EXPECT_EQ(check(at, at.official, DisciplineKind::kDismissal, "2023-09-01", "2023-10-01",
                    at.b_deputy, type),
              "");
  }
}

}  // namespace
}  // namespace cadre::test
