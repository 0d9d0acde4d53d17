// Rules in a simulation: which are checked, with which severity, and the effect of waivers.
#include <gtest/gtest.h>

#include "simulate/simulate.h"
#include "simulate_case.h"

namespace cadre::test {
namespace {

// x and y are the heads of commune "a", one month in post; "b" is vacant.
struct TwoCommunes {
  TwoCommunes() {
    plan[x].in_post_since = day("2023-09-01");
    plan[y].in_post_since = day("2023-09-01");
  }

  PlanBuilder plan;
  UnitId district = plan.district("1");
  UnitId a = plan.commune("a", district);
  UnitId b = plan.commune("b", district);
  PostId a_secretary = plan.post(a, plan.secretary);
  PostId a_chairman = plan.post(a, plan.chairman);
  PostId b_secretary = plan.post(b, plan.secretary);
  PostId b_chairman = plan.post(b, plan.chairman);
  CadreId x = plan.cadre("x", a_secretary);
  CadreId y = plan.cadre("y", a_chairman);

  [[nodiscard]] Played play(std::vector<Move> moves) const {
    return simulateRound(plan.build(), round("2023-10-01", std::move(moves)));
  }
};

Waiver waiver(std::string rule) {
  return {.rule = std::move(rule), .reason = "Yêu cầu nhiệm vụ", .extra = nullptr};
}

TEST(Findings, ABrokenRuleLeavesTheMoveStanding) {
  TwoCommunes at;
  at.plan.rule("months_in_post", Severity::kHard, 36);
  const Played state = at.play({move(at.x, at.b_secretary)});
  EXPECT_EQ(state.lines(), "hard months_in_post x → b/secretary\n");
  EXPECT_EQ(state.after.holder(at.b_secretary), at.x);
  EXPECT_EQ(state.findings[0].move, 0);
}

TEST(Findings, TheSeverityIsThePlans) {
  TwoCommunes at;
  at.plan.rule("months_in_post", Severity::kSoft, 36);
  EXPECT_EQ(at.play({move(at.x, at.b_secretary)}).lines(), "soft months_in_post x → b/secretary\n");
}

TEST(Findings, ARuleThatIsOffOrLeftOutFindsNothing) {
  TwoCommunes at;
  EXPECT_EQ(at.play({move(at.x, at.b_secretary)}).lines(), "");
  at.plan.rule("months_in_post", Severity::kOff, 36);
  EXPECT_EQ(at.play({move(at.x, at.b_secretary)}).lines(), "");
}

TEST(Findings, AMoveThatDoesNotHappenBreaksNoRule) {
  TwoCommunes at;
  at.plan.rule("months_in_post", Severity::kHard, 36);
  EXPECT_EQ(at.play({move(at.x, at.a_chairman)}).lines(), "hard post_taken x → a/chairman\n");
}

TEST(Findings, AMoveToNoPostIsReportedAtThePostLeft) {
  TwoCommunes at;
  at.plan.rule("months_in_post", Severity::kHard, 36);
  EXPECT_EQ(at.play({move(at.x, {}, MoveType::kTransfer)}).lines(),
            "hard months_in_post x → a/secretary\n");
}

TEST(Findings, AWaiverOfTheRuleMarksTheFinding) {
  TwoCommunes at;
  at.plan.rule("months_in_post", Severity::kHard, 36);
  at.plan.rule("in_pool", Severity::kHard, 0);
  Move waived = move(at.x, at.b_secretary);
  waived.waivers = {waiver("months_in_post")};
  at.plan.scenario(scenario({round("2023-10-01", {waived})}));
  const Plan plan = at.plan.build();
  const Timeline timeline = simulate(plan, *plan.scenarios->front());
  EXPECT_EQ(lines(plan, timeline.rounds[1]),
            "hard months_in_post x → b/secretary (waived)\nhard in_pool x → b/secretary\n");
  EXPECT_EQ(timeline.hardFindings(), 1U);
}

TEST(Findings, WhatCannotHappenIsNotWaived) {
  TwoCommunes at;
  Move waived = move(at.x, at.a_chairman);
  waived.waivers = {waiver("post_taken")};
  EXPECT_EQ(at.play({waived}).lines(), "hard post_taken x → a/chairman\n");
}

TEST(Findings, SoftOnesDoNotBreakThePlan) {
  TwoCommunes at;
  at.plan.rule("in_pool", Severity::kSoft, 0);
  const Timeline timeline =
      simulate(at.plan.build(), scenario({round("2023-10-01", {move(at.x, at.b_secretary)})}));
  EXPECT_EQ(timeline.rounds[1].findings.size(), 1U);
  EXPECT_EQ(timeline.hardFindings(), 0U);
}

TEST(Findings, ComeInTheOrderOfTheRegistryWhateverThePlansOrder) {
  TwoCommunes at;
  at.plan.rule("in_pool", Severity::kSoft, 0);
  at.plan.rule("months_in_post", Severity::kHard, 36);
  EXPECT_EQ(at.play({move(at.x, at.b_secretary)}).lines(),
            "hard months_in_post x → b/secretary\nsoft in_pool x → b/secretary\n");
}

TEST(Findings, ContinuityIsReportedOnceForAUnit) {
  TwoCommunes at;
  at.plan.rule("continuity", Severity::kSoft, 0);
  EXPECT_EQ(at.play({move(at.x, {}), move(at.y, at.b_chairman)}).lines(),
            "soft continuity y → a/chairman\n");
}

TEST(Findings, ContinuityIsWaivedInEitherOfTheMoves) {
  for (const std::size_t which : {0U, 1U}) {
    TwoCommunes at;
    at.plan.rule("continuity", Severity::kHard, 0);
    std::vector<Move> moves = {move(at.x, {}), move(at.y, at.b_chairman)};
    moves[which].waivers = {waiver("continuity")};
    const Played state = at.play(moves);
    ASSERT_EQ(state.findings.size(), 1U);
    EXPECT_TRUE(state.findings[0].waived);
    EXPECT_EQ(state.findings[0].move, static_cast<std::int32_t>(which));
  }
}

TEST(Findings, AMoveTakenOutDoesNotCountForContinuity) {
  TwoCommunes at;
  const CadreId z = at.plan.cadre("z", at.b_chairman);
  at.plan.rule("continuity", Severity::kSoft, 0);
  EXPECT_EQ(at.play({move(at.x, {}), move(at.y, at.b_chairman)}).lines(),
            "hard post_taken y → b/chairman\n");
  EXPECT_TRUE(z);
}

TEST(Findings, RelativesAreLookedForAfterTheRound) {
  TwoCommunes at;
  at.plan.rule("relatives", Severity::kHard, 0);
  at.plan[at.x].relatives = {at.y};
  EXPECT_EQ(at.play({move(at.x, at.b_secretary)}).lines(), "");
  EXPECT_EQ(at.play({move(at.x, at.b_secretary), move(at.y, at.b_chairman)}).lines(),
            "hard relatives x → b/secretary\nhard relatives y → b/chairman\n");
}

TEST(Findings, EveryRoundIsCheckedOnItsOwnDate) {
  TwoCommunes at;
  at.plan.rule("months_in_post", Severity::kHard, 36);
  const Plan plan = at.plan.build();
  const Timeline timeline =
      simulate(plan, scenario({round("2026-08-31", {}), round("2026-09-01", {move(at.x, {})})}));
  EXPECT_EQ(timeline.hardFindings(), 0U);
  const Timeline early = simulate(plan, scenario({round("2026-08-31", {move(at.x, {})})}));
  EXPECT_EQ(early.hardFindings(), 1U);
}

TEST(Timeline, HasTheBaselineAndOneEntryForEachRound) {
  TwoCommunes at;
  const Plan plan = at.plan.build();
  EXPECT_EQ(simulateBaseline(plan).rounds.size(), 1U);
  const Timeline timeline =
      simulate(plan, scenario({round("2023-10-01", {}), round("2024-04-01", {})}));
  ASSERT_EQ(timeline.rounds.size(), 3U);
  EXPECT_EQ(timeline.rounds[0].date, day("2023-07-27"));
  EXPECT_EQ(timeline.rounds[1].date, day("2023-10-01"));
  EXPECT_EQ(timeline.rounds[2].date, day("2024-04-01"));
  EXPECT_EQ(timeline.rounds[0].moves, 0);
}

TEST(Timeline, OfAnEmptyPlanIsEmpty) {
  const Timeline timeline = simulateBaseline(emptyPlan());
  ASSERT_EQ(timeline.rounds.size(), 1U);
  EXPECT_TRUE(timeline.rounds[0].cells.empty());
  EXPECT_TRUE(timeline.rounds[0].findings.empty());
}

TEST(Timeline, ARoundStartsFromTheStateThatTheOneBeforeLeft) {
  TwoCommunes at;
  const Plan plan = at.plan.build();
  const Timeline timeline =
      simulate(plan, scenario({round("2023-10-01", {move(at.x, at.b_secretary)}),
                               round("2024-04-01", {move(at.y, at.a_secretary)})}));
  EXPECT_EQ(timeline.rounds[2].before.holder(at.b_secretary), at.x);
  EXPECT_EQ(timeline.rounds[2].after.holder(at.a_secretary), at.y);
  EXPECT_FALSE(timeline.rounds[2].after.holder(at.a_chairman));
}

}  // namespace
}  // namespace cadre::test
