// The risk of a round, against figures computed by hand; tests/propose/risk_compare.mjs compares
// risks of random plans with full enumeration.
#include "analysis/risk.h"

#include <gtest/gtest.h>

#include "analysis/move_sets.h"
#include "analysis/staying.h"
#include "simulate/simulate.h"
#include "support/plan_builder.h"

namespace cadre::test {
namespace {

TEST(StayingTest, WholeYearsAreExactAndHalvesGoUp) {
  EXPECT_EQ(stayingFor(share("0.02"), 365), 980'000'000'000);
  EXPECT_EQ(stayingFor(share("0.02"), 730), 960'400'000'000);
  // 0.5^13 = 0.0001220703125: the thirteenth decimal is 5.
  EXPECT_EQ(stayingFor(share("0.5"), 13 * 365), 122'070'313);
}

TEST(StayingTest, PartsOfYearsAreRoots) {
  EXPECT_EQ(stayingFor(share("0.19"), 73), 958'731'515'514);
  EXPECT_EQ(stayingFor(share("0.02"), 1), 999'944'651'649);
}

TEST(StayingTest, NobodyAndEverybody) {
  EXPECT_EQ(stayingFor(share("0.02"), 0), kSurelyStays);
  EXPECT_EQ(stayingFor(share("0.02"), -3), kSurelyStays);
  EXPECT_EQ(stayingFor(share("0"), 4000), kSurelyStays);
  EXPECT_EQ(stayingFor(share("1"), 1), 0);
  EXPECT_EQ(stayingFor(share("0.9999"), 3'000'000), 0);
}

// Communes x and y with a secretary and a chairman each; a and b sit in x, c in y; d has no post.
// One of two seats must be held by a woman.
struct RoundRiskTest : ::testing::Test {
  PlanBuilder plan;
  UnitId x = plan.commune("x", plan.city);
  UnitId y = plan.commune("y", plan.city);
  PostId xs = plan.post(x, plan.secretary);
  PostId xc = plan.post(x, plan.chairman);
  PostId ys = plan.post(y, plan.secretary);
  PostId yc = plan.post(y, plan.chairman);
  CadreId a = plan.cadre("a", xs);
  CadreId b = plan.cadre("b", xc);
  CadreId c = plan.cadre("c", ys);
  CadreId d = plan.cadre("d");
  Round only = round("2023-10-01", {});

  RoundRiskTest() {
    for (const CadreId cadre : {a, b, c, d}) plan[cadre].gender = Gender::kMale;
    plan.quota(Counts::kFemale, "0.5").group_level = "commune";
  }

  void women(const std::vector<CadreId>& cadres) {
    for (const CadreId cadre : cadres) plan[cadre].gender = Gender::kFemale;
  }
  [[nodiscard]] RoundRisk risk() const {
    const Plan built = plan.build();
    const Scenario played = scenario({only});
    return roundRisk(built, played, simulate(built, played), 0);
  }
  [[nodiscard]] MoveSets sets() const {
    const Plan built = plan.build();
    const Scenario played = scenario({only});
    return moveSets(built, only, simulate(built, played).rounds[1]);
  }
};

TEST_F(RoundRiskTest, WithoutMovesCellsHoldOrNot) {
  women({a});
  const RoundRisk found = risk();
  EXPECT_EQ(found.cells[0].probability, 10000);
  EXPECT_EQ(found.cells[0].expected_shortfall, 0);
  EXPECT_EQ(found.cells[1].probability, 0);
  EXPECT_EQ(found.cells[1].expected_shortfall, 10000);
  EXPECT_TRUE(found.moves.empty());
  EXPECT_EQ(found.all, 0);
}

TEST_F(RoundRiskTest, SidesThatAreAskedAreMultiplied) {
  women({a, d});
  only.moves = {move(d, yc, MoveType::kAppointment)};
  EXPECT_EQ(risk().cells[1].probability, 8100);  // no origin is asked
  say(only, d, yc, {View::kAgree, View::kDisagree, View::kConcern});
  EXPECT_EQ(risk().cells[1].probability, 7000);
  EXPECT_EQ(risk().all, 7000);
  EXPECT_EQ(risk().moves.at(0).if_refused, 0);
  plan.rule_set.risk.emplace().concern = share("0.1234");
  EXPECT_EQ(risk().cells[1].probability, 1234);
}

TEST_F(RoundRiskTest, AHalfGoesUp) {
  women({a, d});
  plan.rule_set.risk.emplace().unasked = share("0.5");
  only.moves = {move(d, yc, MoveType::kAppointment)};
  plan.rule_set.risk->agree = share("0.1226");
  say(only, d, yc, {View::kAgree, View::kUnasked, View::kUnasked});
  EXPECT_EQ(risk().cells[1].probability, 613);  // 0.0613
  plan.rule_set.risk->agree = share("0.1227");
  EXPECT_EQ(risk().cells[1].probability, 614);          // 0.06135
  EXPECT_EQ(risk().cells[1].expected_shortfall, 9387);  // 0.93865
  EXPECT_EQ(risk().all, 614);
}

TEST_F(RoundRiskTest, ACycleHappensAsOneOrNotAtAll) {
  women({a, b});
  only.moves = {move(a, ys), move(c, xs)};
  const RoundRisk found = risk();
  EXPECT_EQ(found.cells[0].probability, 10000);
  EXPECT_EQ(found.cells[1].probability, 5314);  // 0.9^6
  EXPECT_EQ(found.all, 5314);
  ASSERT_EQ(found.moves.size(), 2U);
  EXPECT_EQ(found.moves[1].if_refused, 0);
}

TEST_F(RoundRiskTest, SetsAreIndependent) {
  women({a, b, d});
  only.moves = {move(a, ys), move(c, xs), move(d, yc, MoveType::kAppointment)};
  const RoundRisk found = risk();
  EXPECT_EQ(found.cells[1].probability, 9110);  // 1 - (1 - 0.9^6)(1 - 0.81)
  EXPECT_EQ(found.moves.at(0).if_refused, 8100);
  EXPECT_EQ(found.moves.at(2).if_refused, 5314);
}

TEST_F(RoundRiskTest, PeopleLeaveAtOneMoment) {
  women({a, c});
  plan.quota_set.quotas[0].by = day("2024-09-30");
  Quota& later = plan.quota(Counts::kFemale, "0.5");
  later.group_level = "commune";
  later.by = day("2025-09-30");
  const RoundRisk found = risk();
  EXPECT_EQ(found.cells[0].probability, 9800);
  EXPECT_EQ(found.cells[2].probability, 9604);
  EXPECT_EQ(found.all, 9224);  // 0.9604 squared
}

TEST_F(RoundRiskTest, WhoHoldsTwoPostsLeavesBoth) {
  plan[xc].incumbent = a;
  women({a});
  Quota& quota = plan.quota_set.quotas[0];
  quota.target = share("1");
  quota.by = day("2024-09-30");
  EXPECT_EQ(risk().cells[0].probability, 9800);
  EXPECT_EQ(risk().cells[0].expected_shortfall, 400);
}

using MoveSetsTest = RoundRiskTest;

TEST_F(MoveSetsTest, ADismissalIsCertainAndTiesNobody) {
  only.moves = {move(a, {}, MoveType::kDismissal), move(d, xs, MoveType::kAppointment)};
  const MoveSets found = sets();
  EXPECT_EQ(found.is_certain, (std::vector<std::uint8_t>{1, 0}));
  EXPECT_EQ(found.sets, (std::vector<std::vector<std::size_t>>{{1}}));
}

TEST_F(MoveSetsTest, AReliefThatNeedsRoomIsInTheSet) {
  only.moves = {move(b, xs, MoveType::kRelief), move(a, yc)};
  const MoveSets found = sets();
  EXPECT_EQ(found.is_certain, (std::vector<std::uint8_t>{0, 0}));
  EXPECT_EQ(found.sets, (std::vector<std::vector<std::size_t>>{{0, 1}}));
}

TEST_F(MoveSetsTest, ChainsAreApart) {
  only.moves = {move(d, xs, MoveType::kAppointment), move(c, {}, MoveType::kTransfer), move(a, yc)};
  EXPECT_EQ(sets().sets, (std::vector<std::vector<std::size_t>>{{0, 2}, {1}}));
}

}  // namespace
}  // namespace cadre::test
