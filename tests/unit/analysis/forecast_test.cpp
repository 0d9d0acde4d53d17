#include "analysis/forecast.h"

#include <string>

#include <gtest/gtest.h>

#include "simulate/simulate.h"
#include "support/plan_builder.h"

namespace cadre::test {
namespace {

// A district of two communes with a secretary (a head) each, both from elsewhere, and a vacant
// deputy's post. Nothing ends unless the test says so.
struct ForecastOf : ::testing::Test {
  PlanBuilder plan;
  UnitId district = plan.district("020");
  UnitId first = plan.commune("u1", district);
  UnitId second = plan.commune("u2", district);
  UnitId elsewhere = plan.commune("u9", plan.district("099"));
  PostId post = plan.post(first, plan.secretary);
  PostId other_post = plan.post(second, plan.secretary);
  PostId deputy = plan.post(first, plan.deputy);
  CadreId cadre = plan.cadre("c1", post);
  CadreId other = plan.cadre("c2", other_post);

  ForecastOf() {
    plan[cadre].native_place = elsewhere;
    plan[other].native_place = elsewhere;
    plan.quota(Counts::kNonLocal, "0.5");
  }

  [[nodiscard]] Forecast until(std::string_view horizon, const Scenario& played = {},
                               ForecastOptions options = {}) const {
    const Plan built = plan.build();
    return forecast(built, simulate(built, played), day(horizon), options);
  }

  // "2025-01-01 term c1 u1/secretary", one line each.
  [[nodiscard]] std::string leaves(const Forecast& out) const {
    const Plan built = plan.build();
    std::string lines;
    for (const Leave& leave : out.leaves) {
      lines += isoDate(leave.date);
      lines += leave.kind == LeaveKind::kServiceEnds ? " service "
               : leave.kind == LeaveKind::kTermEnds  ? " term "
                                                     : " last term ";
      lines += built.cadre(leave.cadre).key + " " + built.post(leave.post).key + "\n";
    }
    return lines;
  }

  [[nodiscard]] static const CellForecast& cell(const Forecast& out) { return out.cells.front(); }
};

using ForecastTest = ForecastOf;

TEST_F(ForecastTest, WithoutEndsNothingHappens) {
  const Forecast out = until("2033-07-27");
  EXPECT_TRUE(out.leaves.empty());
  EXPECT_EQ(cell(out).steps, (std::vector<CellStep>{{day("2023-07-27"), 2, 0, 0}}));
  EXPECT_EQ(cell(out).fallsBelow(out.from), std::nullopt);
}

TEST_F(ForecastTest, ServiceThatEndsUpToTheHorizonIsADeparture) {
  plan[cadre].service_ends = day("2025-02-28");
  EXPECT_EQ(leaves(until("2025-02-28")), "2025-02-28 service c1 u1/secretary\n");
  EXPECT_EQ(leaves(until("2025-02-27")), "");
}

TEST_F(ForecastTest, ServiceThatEndsOnTheRostersDateIsOneAndEarlierIsNot) {
  plan[cadre].service_ends = day("2023-07-27");
  plan[other].service_ends = day("2023-07-26");
  const Forecast out = until("2025-01-01");
  EXPECT_EQ(leaves(out), "2023-07-27 service c1 u1/secretary\n");
  EXPECT_EQ(cell(out).steps, (std::vector<CellStep>{{day("2023-07-27"), 0, 2, 0}}));
}

TEST_F(ForecastTest, ACellFallsBelowOnTheDayThatTheLastSpareOneLeaves) {
  plan[cadre].service_ends = day("2024-01-31");
  plan[other].service_ends = day("2026-05-31");
  const Forecast out = until("2033-07-27");
  EXPECT_EQ(cell(out).needed, 1);
  EXPECT_EQ(cell(out).steps, (std::vector<CellStep>{{day("2023-07-27"), 2, 0, 0},
                                                    {day("2024-01-31"), 1, 1, 0},
                                                    {day("2026-05-31"), 0, 2, 0}}));
  EXPECT_EQ(cell(out).fallsBelow(out.from), day("2026-05-31"));
  EXPECT_EQ(cell(out).on(day("2026-05-30")).attained, 1);
  EXPECT_EQ(cell(out).on(day("2026-05-31")).shortfall(), 1);
  EXPECT_EQ(cell(out).fallsBelow(day("2026-05-31")), std::nullopt);  // it is below already
}

TEST_F(ForecastTest, ACellThatIsNotReachedDoesNotFall) {
  plan.quota_set.quotas[0].target = share("1");
  plan[cadre].native_place = first;
  plan[other].service_ends = day("2026-05-31");
  const Forecast out = until("2033-07-27");
  EXPECT_EQ(cell(out).fallsBelow(out.from), std::nullopt);
}

TEST_F(ForecastTest, FollowsTheSeatingOfEachRound) {
  // c2 moves to a deputy's post in a round; service there ends a year later.
  plan[other].service_ends = day("2024-10-01");
  const Forecast out = until("2026-01-01", scenario({round("2023-10-01", {move(other, deputy)})}));
  EXPECT_EQ(leaves(out), "2024-10-01 service c2 u1/deputy\n");
  EXPECT_EQ(out.leaves[0].entry, 1U);
  EXPECT_EQ(out.last_round, day("2023-10-01"));
  EXPECT_EQ(cell(out).steps,
            (std::vector<CellStep>{{day("2023-07-27"), 2, 0, 0}, {day("2023-10-01"), 1, 1, 0}}));
}

TEST_F(ForecastTest, WhoeverReplacesOneWhoLeavesKeepsTheCellUp) {
  const CadreId reserve = plan.cadre("c3");
  plan[reserve].native_place = elsewhere;
  plan[cadre].service_ends = day("2023-09-01");
  const Forecast out = until("2028-01-01", scenario({round("2023-10-01", {move(reserve, post)})}));
  EXPECT_EQ(cell(out).on(day("2023-09-15")).attained, 1);
  EXPECT_EQ(cell(out).on(day("2023-10-01")).attained, 2);
  EXPECT_EQ(leaves(out), "2023-09-01 service c1 u1/secretary\n");
}

TEST_F(ForecastTest, TheHorizonIsNeverBeforeTheLastRound) {
  const Forecast out = until("2024-01-01", scenario({round("2025-01-01", {})}));
  EXPECT_EQ(out.horizon, day("2025-01-01"));
}

TEST_F(ForecastTest, ATermOfAHeadRunsOutEverySixtyMonths) {
  plan[cadre].in_post_since = day("2019-01-31");
  plan[cadre].terms_as_head_here = 1;
  EXPECT_EQ(leaves(until("2029-01-31")),
            "2024-01-31 term c1 u1/secretary\n2029-01-31 term c1 u1/secretary\n");
  EXPECT_EQ(leaves(until("2024-01-30")), "");
}

TEST_F(ForecastTest, ATermThatBeganOnALeapDayEndsOnTheLastOfFebruary) {
  plan[cadre].in_post_since = day("2020-02-29");
  EXPECT_EQ(leaves(until("2025-12-31")), "2025-02-28 term c1 u1/secretary\n");
}

TEST_F(ForecastTest, ATermThatRunsOutOnTheRostersDateIsToldAndOneTheDayBeforeIsNot) {
  plan[cadre].in_post_since = day("2018-07-27");
  plan[other].in_post_since = day("2018-07-26");
  EXPECT_EQ(leaves(until("2023-12-31")), "2023-07-27 term c1 u1/secretary\n");
}

TEST_F(ForecastTest, OnlyHeadsHaveTermsAndOnlyFromAKnownStart) {
  plan[deputy].incumbent = plan.cadre("c3");
  plan[plan[deputy].incumbent].in_post_since = day("2020-01-01");
  EXPECT_EQ(leaves(until("2030-01-01")), "");
}

TEST_F(ForecastTest, NoTermRunsOutAfterServiceHasEnded) {
  plan[cadre].in_post_since = day("2020-01-01");
  plan[cadre].service_ends = day("2025-01-01");
  EXPECT_EQ(leaves(until("2030-12-31")), "2025-01-01 service c1 u1/secretary\n");
}

TEST_F(ForecastTest, TheLastTermIsTheOneThatReachesTheLimit) {
  plan.rule("head_terms", Severity::kHard, 2);
  plan[cadre].in_post_since = day("2020-01-01");
  plan[cadre].terms_as_head_here = 1;
  plan[other].in_post_since = day("2021-01-01");
  plan[other].terms_as_head_here = 2;
  EXPECT_EQ(leaves(until("2030-12-31")),
            "2025-01-01 term c1 u1/secretary\n"
            "2026-01-01 last term c2 u2/secretary\n"
            "2030-01-01 last term c1 u1/secretary\n");
}

TEST_F(ForecastTest, AnUnknownCountOfTermsReachesNoLimit) {
  plan.rule("head_terms", Severity::kHard, 1);
  plan[cadre].in_post_since = day("2020-01-01");
  EXPECT_EQ(leaves(until("2026-01-01")), "2025-01-01 term c1 u1/secretary\n");
}

TEST_F(ForecastTest, WithoutTheRuleThereIsNoLastTerm) {
  plan.rule("head_terms", Severity::kOff, 1);
  plan[cadre].in_post_since = day("2020-01-01");
  plan[cadre].terms_as_head_here = 4;
  EXPECT_EQ(leaves(until("2026-01-01")), "2025-01-01 term c1 u1/secretary\n");
}

TEST_F(ForecastTest, AMoveToAnotherUnitBeginsTheFirstTermThere) {
  plan.rule("head_terms", Severity::kHard, 2);
  plan[cadre].in_post_since = day("2018-12-01");
  plan[cadre].terms_as_head_here = 2;
  plan[other_post].incumbent = {};
  const Forecast out =
      until("2033-10-01", scenario({round("2023-10-01", {move(cadre, other_post)})}));
  EXPECT_EQ(leaves(out), "2028-10-01 term c1 u2/secretary\n2033-10-01 last term c1 u2/secretary\n");
  EXPECT_EQ(out.leaves[0].terms, 1);
  EXPECT_EQ(out.leaves[1].terms, 2);
}

TEST_F(ForecastTest, ATermThatRunsOutOnTheDayOfARoundIsTheNewHoldersAffair) {
  plan[cadre].in_post_since = day("2018-10-01");
  const Scenario moved = scenario({round("2023-10-01", {move(cadre, PostId{})})});
  EXPECT_EQ(leaves(until("2024-01-01", moved)), "");
  const Scenario kept = scenario({round("2023-10-01", {})});
  EXPECT_EQ(leaves(until("2024-01-01", kept)), "2023-10-01 term c1 u1/secretary\n");
}

TEST_F(ForecastTest, LastTermsOpenPostsOnlyWhenAskedTo) {
  plan.rule("head_terms", Severity::kHard, 2);
  plan[cadre].in_post_since = day("2020-01-01");
  plan[cadre].terms_as_head_here = 2;
  EXPECT_EQ(cell(until("2030-01-01")).steps.size(), 1U);
  const Forecast out = until("2030-01-01", {}, {.last_terms_open_posts = true});
  EXPECT_EQ(cell(out).on(day("2024-12-31")).attained, 2);
  EXPECT_EQ(cell(out).on(day("2025-01-01")).attained, 1);
  EXPECT_EQ(cell(out).on(day("2025-01-01")).vacant, 1);
}

TEST_F(ForecastTest, ABirthdayIsAStepOfAQuotaOfTheYoung) {
  Quota& quota = plan.quota(Counts::kUnderAge, "0.5");
  quota.age = 40;
  plan[cadre].birth = day("1984-02-29");
  plan[other].birth = day("1980-01-01");
  const Forecast out = until("2030-01-01");
  const CellForecast& young = out.cells.at(2);
  EXPECT_EQ(young.steps,
            (std::vector<CellStep>{{day("2023-07-27"), 1, 0, 0}, {day("2024-02-29"), 0, 0, 0}}));
  EXPECT_EQ(young.fallsBelow(out.from), day("2024-02-29"));
}

TEST_F(ForecastTest, ADeadlineIsJudgedOnItsDay) {
  plan.quota_set.quotas[0].by = day("2024-01-31");
  plan[cadre].service_ends = day("2024-01-31");
  plan[other].service_ends = day("2024-02-01");
  const Forecast out = until("2030-01-01");
  ASSERT_EQ(out.deadlines.size(), 1U);
  EXPECT_EQ(out.deadlines[0].attained, 1);
  EXPECT_EQ(out.deadlines[0].needed, 1);
  EXPECT_EQ(out.deadlines[0].reached, 2);  // the other district has no posts
  EXPECT_EQ(out.deadlines[0].shortfall, 0);
  plan.quota_set.quotas[0].by = day("2024-02-01");
  const Forecast later = until("2030-01-01");
  EXPECT_EQ(later.deadlines[0].reached, 1);
  EXPECT_EQ(later.deadlines[0].shortfall, 1);
  EXPECT_EQ(later.deadlines[0].missed, std::vector<std::size_t>{0});
}

TEST_F(ForecastTest, ADeadlineBeyondTheHorizonIsLeftOutAndAPastOneJudgedOnTheRostersDate) {
  plan.quota_set.quotas[0].by = day("2030-01-02");
  EXPECT_TRUE(until("2030-01-01").deadlines.empty());
  EXPECT_EQ(until("2030-01-02").deadlines.size(), 1U);
  plan.quota_set.quotas[0].by = day("2021-12-31");
  EXPECT_EQ(until("2030-01-01").deadlines.at(0).attained, 2);
}

TEST_F(ForecastTest, CountsLeavesByDistrictAndYear) {
  plan.rule("head_terms", Severity::kHard, 1);
  plan[cadre].service_ends = day("2024-12-31");
  plan[other].in_post_since = day("2020-01-01");
  plan[other].terms_as_head_here = 1;
  const Forecast out = until("2025-12-31");
  ASSERT_EQ(out.counts.size(), 2U);
  EXPECT_EQ(out.counts[0], (LeaveCount{district, 2024, 1, 0, 0}));
  EXPECT_EQ(out.counts[1], (LeaveCount{district, 2025, 0, 1, 1}));
}

TEST_F(ForecastTest, AnOfficialWithTwoPostsLeavesBoth) {
  plan[deputy].incumbent = cadre;
  plan[cadre].service_ends = day("2024-12-31");
  EXPECT_EQ(leaves(until("2025-01-01")),
            "2024-12-31 service c1 u1/secretary\n2024-12-31 service c1 u1/deputy\n");
}

TEST_F(ForecastTest, EndsAtTheEndOfTheCalendar) {
  plan.header.as_of = day("9990-01-01");
  plan[cadre].in_post_since = day("9980-06-01");
  EXPECT_EQ(leaves(until("9999-12-31")),
            "9990-06-01 term c1 u1/secretary\n9995-06-01 term c1 u1/secretary\n");
}

}  // namespace
}  // namespace cadre::test
