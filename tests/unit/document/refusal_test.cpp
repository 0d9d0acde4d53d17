#include "document/refusal.h"

#include <gtest/gtest.h>

#include "simulate/simulate.h"
#include "support/plan_builder.h"

namespace cadre {
namespace {

using test::PlanBuilder;

// Three communes of one district, a secretary in each, one more official without a post, and a
// fourth commune whose post is vacant.
class RefusalOf : public ::testing::Test {
 protected:
  RefusalOf() {
    const UnitId district = plan.district("001");
    for (const char* key : {"a", "b", "c", "d"}) {
      communes.push_back(plan.commune(key, district));
      posts.push_back(plan.post(communes.back(), plan.secretary));
    }
    for (std::size_t i = 0; i < 3; ++i) {
      cadres.push_back(plan.cadre("c" + std::to_string(i), posts[i]));
      plan[cadres.back()].native_place = communes[i];
    }
    cadres.push_back(plan.cadre("spare"));
    plan[cadres.back()].native_place = communes[0];
    plan.quota(Counts::kNonLocal, "0.5");
  }

  Stage play(std::vector<Move> moves) {
    Scenario scenario = test::scenario({test::round("2023-10-01", std::move(moves))});
    scenario.key = "s";
    plan.scenario(scenario);
    built = plan.build();
    timeline = simulate(built, *built.scenarios->front());
    return {built, *built.scenarios->front(), timeline, 1};
  }

  PlanBuilder plan;
  std::vector<UnitId> communes;
  std::vector<PostId> posts;
  std::vector<CadreId> cadres;
  Plan built = emptyPlan();
  Timeline timeline;
};

TEST_F(RefusalOf, AMoveInACycleBreaksTheWholeCycle) {
  const Stage stage = play({test::move(cadres[0], posts[1]), test::move(cadres[1], posts[2]),
                            test::move(cadres[2], posts[0])});
  const Expected<Refusal> refusal = ifRefused(stage, 1);
  ASSERT_TRUE(refusal.has_value());
  EXPECT_TRUE(refusal->is_cycle);
  EXPECT_EQ(refusal->linked.size(), 3U);
  EXPECT_EQ(refusal->broken, (std::vector<std::size_t>{0, 2}));
  ASSERT_EQ(refusal->effect.cells.size(), 1U);
  EXPECT_EQ(refusal->effect.cells[0].before.attained, 3);
  EXPECT_EQ(refusal->effect.cells[0].after.attained, 0);
}

TEST_F(RefusalOf, AChainBreaksBehindTheRefusedMove) {
  const Stage stage = play({test::move(cadres[1], posts[3]), test::move(cadres[0], posts[1])});
  const Expected<Refusal> refusal = ifRefused(stage, 0);
  ASSERT_TRUE(refusal.has_value());
  EXPECT_FALSE(refusal->is_cycle);
  EXPECT_EQ(refusal->linked, (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(refusal->broken, (std::vector<std::size_t>{1}));
}

TEST_F(RefusalOf, TheLastOfAChainBreaksNothingElse) {
  const Stage stage = play({test::move(cadres[1], posts[3]), test::move(cadres[0], posts[1])});
  const Expected<Refusal> refusal = ifRefused(stage, 1);
  ASSERT_TRUE(refusal.has_value());
  EXPECT_TRUE(refusal->broken.empty());
}

TEST_F(RefusalOf, TheBestRepairPutsSomebodyElseThere) {
  const Stage stage = play({test::move(cadres[1], posts[3])});
  const Expected<Refusal> refusal = ifRefused(stage, 0);
  ASSERT_TRUE(refusal.has_value());
  ASSERT_FALSE(refusal->repairs.empty());
  // The spare official fills the vacant post and counts there; nobody else leaves a post.
  EXPECT_EQ(refusal->repairs[0].what.cadre, cadres[3]);
  EXPECT_EQ(refusal->repairs[0].what.to, posts[3]);
  EXPECT_LE(refusal->repairs.size(), kMostRepairs);
}

TEST_F(RefusalOf, TheRepairsAreOfDifferentOfficials) {
  const Stage stage = play({test::move(cadres[1], posts[3]), test::move(cadres[0], posts[1])});
  const Expected<Refusal> refusal = ifRefused(stage, 0);
  ASSERT_TRUE(refusal.has_value());
  ASSERT_GE(refusal->repairs.size(), 2U);
  EXPECT_NE(refusal->repairs[0].what.cadre, refusal->repairs[1].what.cadre);
}

TEST_F(RefusalOf, EveryRepairDoesWhatItForetells) {
  const Stage stage = play({test::move(cadres[0], posts[1]), test::move(cadres[1], posts[2]),
                            test::move(cadres[2], posts[0])});
  const Expected<Refusal> refusal = ifRefused(stage, 1);
  ASSERT_TRUE(refusal.has_value());
  ASSERT_FALSE(refusal->repairs.empty());
  for (const Repair& repair : refusal->repairs) {
    const Expected<Effect> fresh = effectOf(stage, repair.command);
    ASSERT_TRUE(fresh.has_value());
    EXPECT_EQ(shortfallChange(*fresh), repair.what.shortfall);
    EXPECT_EQ(fresh->vacancies, repair.what.effect.vacancies);
    const Plan after = applyCommand(built, repair.command).value();
    const Timeline now = simulate(after, *after.scenarios->front());
    EXPECT_EQ(now.hardFindings(), 0U) << "a repair leaves nothing that cannot happen";
  }
}

TEST_F(RefusalOf, AMoveThatIsNotThereIsAnError) {
  const Stage stage = play({});
  EXPECT_FALSE(ifRefused(stage, 0).has_value());
}

}  // namespace
}  // namespace cadre
