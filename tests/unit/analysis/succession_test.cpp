#include "analysis/succession.h"

#include <gtest/gtest.h>

#include "support/plan_builder.h"

namespace cadre::test {
namespace {

// Two districts. In the first a chairman's post and a deputy who is in the pool for it; in the
// second a deputy in the same pool.
struct SuccessionOf : ::testing::Test {
  PlanBuilder plan;
  UnitId district = plan.district("d1");
  UnitId far_district = plan.district("d2");
  UnitId commune = plan.commune("u1", district);
  UnitId beside = plan.commune("u2", district);
  UnitId far = plan.commune("u3", far_district);
  PostId chair = plan.post(commune, plan.chairman);
  PostId deputy_post = plan.post(beside, plan.deputy);
  PostId far_post = plan.post(far, plan.deputy);
  CadreId chairman = plan.cadre("c0", chair);
  CadreId deputy = plan.cadre("c1", deputy_post);
  CadreId far_deputy = plan.cadre("c2", far_post);

  SuccessionOf() {
    plan[deputy].pool = {plan.chairman};
    plan[far_deputy].pool = {plan.chairman};
  }

  [[nodiscard]] Succession found(SuccessionOptions options = {},
                                 std::string_view date = "2023-07-27") const {
    const Plan built = plan.build();
    return succession(built, Seating(built), day(date), options);
  }

  [[nodiscard]] std::vector<CadreId> ready(SuccessionOptions options = {},
                                           std::string_view date = "2023-07-27") const {
    return found(options, date).posts[chair.index()].ready;
  }
};

using SuccessionTest = SuccessionOf;
using Cadres = std::vector<CadreId>;

TEST_F(SuccessionTest, ComesFromTheDistrictUnlessFromAnywhere) {
  EXPECT_EQ(ready(), Cadres{deputy});
  EXPECT_EQ(ready({.from_anywhere = true}), (Cadres{deputy, far_deputy}));
}

TEST_F(SuccessionTest, NeedsThePoolOfTheTitle) {
  plan[deputy].pool = {plan.secretary};
  EXPECT_TRUE(ready().empty());
  plan[deputy].pool = {plan.secretary, plan.chairman, plan.chairman};
  EXPECT_EQ(ready(), Cadres{deputy});
}

TEST_F(SuccessionTest, TheHolderIsNoSuccessorInTheSamePost) {
  plan[chairman].pool = {plan.chairman};
  EXPECT_EQ(ready(), Cadres{deputy});
}

TEST_F(SuccessionTest, OneWhoseServiceEndsThatDayIsNotReady) {
  plan[deputy].service_ends = day("2025-06-30");
  EXPECT_EQ(ready({}, "2025-06-29"), Cadres{deputy});
  EXPECT_TRUE(ready({}, "2025-06-30").empty());
}

TEST_F(SuccessionTest, OneInALockedPostIsNotReadyAndALockedPostStillAsksForOne) {
  plan[chair].locked = true;
  EXPECT_EQ(ready(), Cadres{deputy});
  plan[deputy_post].locked = true;
  EXPECT_TRUE(ready().empty());
}

TEST_F(SuccessionTest, HardRulesAreAskedAndSoftOnesAreNot) {
  plan.rule("months_in_post", Severity::kSoft, 36);
  plan[deputy].in_post_since = day("2021-07-31");
  EXPECT_EQ(ready(), Cadres{deputy});
  plan.rule_set.rules[0].severity = Severity::kHard;
  EXPECT_TRUE(ready({}, "2024-07-30").empty());
  EXPECT_EQ(ready({}, "2024-07-31"), Cadres{deputy});
}

TEST_F(SuccessionTest, RulesAboutTheDestinationAreAskedPostByPost) {
  plan.rule("relatives", Severity::kHard, 0);
  const PostId secretary = plan.post(commune, plan.secretary);
  plan[secretary].incumbent = plan.cadre("c3");
  plan[deputy].relatives = {plan[secretary].incumbent};
  const PostId beside_chair = plan.post(beside, plan.chairman);
  EXPECT_TRUE(ready().empty());
  EXPECT_EQ(found().posts[beside_chair.index()].ready, Cadres{deputy});
}

TEST_F(SuccessionTest, WhoeverSitsInThePostIsNoObstacle) {
  plan.rule("relatives", Severity::kHard, 0);
  plan[deputy].relatives = {chairman};
  EXPECT_EQ(ready(), Cadres{deputy});
}

TEST_F(SuccessionTest, OneWithoutAPostBelongsToTheDistrictOfTheNativePlace) {
  const CadreId reserve = plan.cadre("c3");
  plan[reserve].pool = {plan.chairman};
  EXPECT_EQ(ready(), Cadres{deputy});
  plan[reserve].native_place = commune;
  EXPECT_EQ(ready(), (Cadres{deputy, reserve}));
}

TEST_F(SuccessionTest, CountsUpToTheMostAskedFor) {
  for (int i = 0; i < 9; ++i) {
    const CadreId reserve = plan.cadre("r" + std::to_string(i));
    plan[reserve].pool = {plan.chairman};
    plan[reserve].native_place = commune;
  }
  EXPECT_EQ(ready().size(), 5U);
  EXPECT_EQ(ready({.most = 10}).size(), 10U);
}

TEST_F(SuccessionTest, CoversTitlesDistrictsAndUnits) {
  const Succession out = found();
  EXPECT_EQ(out.all, (Coverage{3, 1, 3}));
  ASSERT_EQ(out.titles.size(), 2U);
  EXPECT_EQ(out.titles[0].title, plan.chairman);
  EXPECT_EQ(out.titles[0].coverage, (Coverage{1, 1, 1}));
  EXPECT_EQ(out.titles[1].coverage, (Coverage{2, 0, 2}));
  ASSERT_EQ(out.districts.size(), 2U);
  EXPECT_EQ(out.districts[0].coverage, (Coverage{2, 1, 2}));
  EXPECT_EQ(out.districts_complete, 0);
  EXPECT_EQ(out.units, 3);
  EXPECT_EQ(out.units_complete, 1);
  EXPECT_EQ(out.thin, (std::vector<PostId>{deputy_post, far_post, chair}));
}

TEST_F(SuccessionTest, TwoReadyAreNotThin) {
  const CadreId reserve = plan.cadre("c3");
  plan[reserve].pool = {plan.chairman};
  plan[reserve].native_place = commune;
  EXPECT_EQ(found().titles[0].coverage, (Coverage{1, 1, 0}));
}

}  // namespace
}  // namespace cadre::test
