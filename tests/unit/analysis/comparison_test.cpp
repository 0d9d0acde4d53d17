#include "analysis/comparison.h"

#include <array>

#include <gtest/gtest.h>

#include "simulate/simulate.h"
#include "support/plan_builder.h"

namespace cadre::test {
namespace {

// Four communes of two districts with a chairman each; the last post is vacant.
struct TwoScenarios : ::testing::Test {
  PlanBuilder plan;
  UnitId d1 = plan.district("d1");
  UnitId d2 = plan.district("d2");
  std::array<UnitId, 4> communes = {plan.commune("u0", d1), plan.commune("u1", d1),
                                    plan.commune("u2", d2), plan.commune("u3", d2)};
  std::array<PostId, 4> posts{};
  std::array<CadreId, 3> cadres{};

  TwoScenarios() {
    for (std::size_t i = 0; i < posts.size(); ++i) posts[i] = plan.post(communes[i], plan.chairman);
    for (std::size_t i = 0; i < cadres.size(); ++i) {
      cadres[i] = plan.cadre("c" + std::to_string(i), posts[i]);
      plan[cadres[i]].native_place = communes[i];
    }
    plan.quota(Counts::kNonLocal, "0.5");
  }

  [[nodiscard]] std::vector<MoveDifference> between(const Scenario& a, const Scenario& b) const {
    const Plan built = plan.build();
    return differences(a, simulate(built, a), b, simulate(built, b));
  }

  [[nodiscard]] ScenarioFigures figures(const Scenario& played) const {
    const Plan built = plan.build();
    const Timeline timeline = simulate(built, played);
    const std::array<const Scenario*, 1> scenarios = {&played};
    const std::array<const Timeline*, 1> timelines = {&timeline};
    return compare(built, scenarios, timelines).figures.front();
  }
};

using Comparison = TwoScenarios;

TEST_F(Comparison, OfAScenarioWithItselfIsEmpty) {
  const Scenario a = scenario({round("2023-10-01", {move(cadres[0], posts[3])})});
  EXPECT_TRUE(between(a, a).empty());
  EXPECT_EQ(figures(a), figures(a));
}

TEST_F(Comparison, CountsEachScenarioAtItsEnd) {
  const Scenario a =
      scenario({round("2023-10-01", {move(cadres[0], posts[3]), move(cadres[1], posts[2])}),
                round("2024-01-01", {move(cadres[2], PostId{}, MoveType::kResignation)})});
  const ScenarioFigures found = figures(a);
  EXPECT_EQ(found.rounds, 2);
  EXPECT_EQ(found.moves, 2);  // the second finds its post taken
  EXPECT_EQ(found.blocked, 1);
  EXPECT_EQ(found.hard, 1);
  EXPECT_EQ(found.vacancies, 2);  // u0 and u2
  ASSERT_EQ(found.cells.size(), 2U);
  EXPECT_EQ(found.cells[1].attained, 1);  // c0 in u3
  EXPECT_EQ(found.shortfall, std::vector<std::int32_t>{1});
  EXPECT_EQ(found.reached, std::vector<std::int32_t>{1});
}

TEST_F(Comparison, TellsHardSoftAndWaivedFindingsApart) {
  plan.rule("months_in_post", Severity::kHard, 36);
  plan.rule("in_pool", Severity::kSoft, 0);
  for (const CadreId cadre : cadres) plan[cadre].in_post_since = day("2023-01-01");
  Move waived = move(cadres[0], posts[3]);
  waived.waivers.push_back({"months_in_post", "thiếu người", {}});
  const Scenario a = scenario(
      {round("2023-10-01", {waived, move(cadres[1], posts[2]), move(cadres[2], posts[1])})});
  const ScenarioFigures found = figures(a);
  EXPECT_EQ(found.waived, 1);
  EXPECT_EQ(found.hard, 2);
  EXPECT_EQ(found.soft, 3);
}

TEST_F(Comparison, AMoveOfOneScenarioAloneIsToldBothWays) {
  const Scenario a = scenario({round("2023-10-01", {move(cadres[0], posts[3])})});
  const Scenario none = scenario({});
  const std::vector<MoveDifference> here = between(a, none);
  ASSERT_EQ(here.size(), 1U);
  EXPECT_EQ(here[0], (MoveDifference{.cadre = cadres[0], .first = MoveAt{0, 0}}));
  const std::vector<MoveDifference> there = between(none, a);
  ASSERT_EQ(there.size(), 1U);
  EXPECT_EQ(there[0], (MoveDifference{.cadre = cadres[0], .second = MoveAt{0, 0}}));
}

TEST_F(Comparison, SaysWhetherDestinationRoundOrTypeDiffer) {
  const Scenario a = scenario({round("2023-10-01", {move(cadres[0], posts[3])})});
  const auto only = [&](const Scenario& other) {
    const std::vector<MoveDifference> found = between(a, other);
    return found.size() == 1 ? found[0] : MoveDifference{};
  };
  const MoveDifference expected{.cadre = cadres[0], .first = MoveAt{0, 0}, .second = MoveAt{0, 0}};
  MoveDifference to = expected;
  to.destination = true;
  EXPECT_EQ(only(scenario({round("2023-10-01", {move(cadres[0], PostId{})})})), to);
  MoveDifference date = expected;
  date.round = true;
  EXPECT_EQ(only(scenario({round("2023-10-02", {move(cadres[0], posts[3])})})), date);
  MoveDifference type = expected;
  type.type = true;
  EXPECT_EQ(only(scenario({round("2023-10-01", {move(cadres[0], posts[3], MoveType::kTransfer)})})),
            type);
}

TEST_F(Comparison, TheSameMoveWithOtherViewsIsTold) {
  const Scenario a = scenario({round("2023-10-01", {move(cadres[0], posts[3])})});
  Scenario b = a;
  say(b.rounds[0], cadres[0], posts[3], {.origin = View::kConcern});
  const std::vector<MoveDifference> found = between(a, b);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].consent);
  EXPECT_FALSE(found[0].destination || found[0].round || found[0].type || found[0].outcome);
}

TEST_F(Comparison, TheSameMoveThatHappensInOnlyOneIsTold) {
  const Scenario a = scenario({round("2023-10-01", {move(cadres[0], posts[2])})});  // taken
  const Scenario b =
      scenario({round("2023-10-01", {move(cadres[0], posts[2]), move(cadres[2], posts[3])})});
  const std::vector<MoveDifference> found = between(a, b);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_TRUE(found[0].outcome);
  EXPECT_EQ(found[1], (MoveDifference{.cadre = cadres[2], .second = MoveAt{0, 1}}));
}

TEST_F(Comparison, PlacesInTheListsAndNamesOfRoundsMakeNoDifference) {
  const Scenario a =
      scenario({round("2023-10-01", {move(cadres[0], posts[3]), move(cadres[1], posts[0])})});
  Scenario b =
      scenario({round("2023-10-01", {move(cadres[1], posts[0]), move(cadres[0], posts[3])})});
  b.rounds[0].key = "other";
  b.rounds[0].name = "Đợt khác";
  EXPECT_TRUE(between(a, b).empty());
}

TEST_F(Comparison, AnOfficialWhoMovesTwiceIsComparedRoundByRound) {
  const Scenario a = scenario({round("2023-10-01", {move(cadres[0], posts[3])}),
                               round("2024-10-01", {move(cadres[0], posts[0])})});
  const Scenario b = scenario({round("2024-10-01", {move(cadres[0], posts[3])})});
  const std::vector<MoveDifference> found = between(a, b);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0], (MoveDifference{.cadre = cadres[0], .first = MoveAt{0, 0}}));
  EXPECT_EQ(
      found[1],
      (MoveDifference{
          .cadre = cadres[0], .first = MoveAt{1, 0}, .second = MoveAt{0, 0}, .destination = true}));
}

TEST_F(Comparison, ThousandsOfMovesOfOneOfficialAreComparedInListOrder) {
  std::vector<Move> many(5000, move(cadres[0], posts[3]));
  const Scenario a = scenario({round("2023-10-01", many)});
  many.push_back(move(cadres[0], posts[2]));
  const Scenario b = scenario({round("2023-10-01", many)});
  EXPECT_TRUE(between(a, a).empty());
  const std::vector<MoveDifference> found = between(a, b);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].second, (MoveAt{0, 5000}));
}

}  // namespace
}  // namespace cadre::test
