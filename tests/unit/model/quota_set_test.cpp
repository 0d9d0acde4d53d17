#include "model/quota_set.h"

#include <gtest/gtest.h>

#include "model/rule_set.h"
#include "support/plan_builder.h"

namespace cadre::test {
namespace {

TEST(Quota, AUnitsOwnTargetComesBeforeTheGeneralOne) {
  Quota quota;
  quota.target = share("0.5");
  quota.overrides = {{UnitId{3}, share("0.55")}};
  EXPECT_EQ(quota.targetOf(UnitId{3}), share("0.55"));
  EXPECT_EQ(quota.targetOf(UnitId{4}), share("0.5"));
}

TEST(Quota, CountsPostsOfEachOfItsTitles) {
  Quota quota;
  quota.titles = {TitleId{2}, TitleId{5}};
  EXPECT_TRUE(quota.countsTitle(TitleId{2}));
  EXPECT_TRUE(quota.countsTitle(TitleId{5}));
  EXPECT_FALSE(quota.countsTitle(TitleId{3}));
}

TEST(RuleSet, WithoutACapAnyNumberOfPostsMayChangeHands) {
  RuleSet rules;
  EXPECT_EQ(rules.roundCap(), INT32_MAX);
  EXPECT_EQ(rules.districtCap(), INT32_MAX);
  rules.caps.emplace().moves_per_round = 40;
  EXPECT_EQ(rules.roundCap(), 40);
  EXPECT_EQ(rules.districtCap(), INT32_MAX);
  rules.caps->moves_per_district_per_round = 3;
  EXPECT_EQ(rules.districtCap(), 3);
}

TEST(RuleSet, ARuleThatIsOffOrLeftOutIsNotFound) {
  PlanBuilder plan;
  plan.rule("grade", Severity::kSoft, 2);
  plan.rule("consent", Severity::kOff, 0);
  ASSERT_NE(plan.rule_set.find("grade"), nullptr);
  EXPECT_EQ(plan.rule_set.find("grade")->limit, 2);
  EXPECT_EQ(plan.rule_set.find("consent"), nullptr);
  EXPECT_EQ(plan.rule_set.find("relatives"), nullptr);
}

TEST(Plan, FindsScenariosByTheirKey) {
  PlanBuilder plan;
  plan.scenario(scenario({}));
  EXPECT_EQ(plan.build().findScenario("a"), 0U);
  EXPECT_FALSE(plan.build().findScenario("b").has_value());
}

TEST(Plan, TheEmptyOneHasEverySection) {
  const Plan plan = emptyPlan();
  EXPECT_TRUE(plan.structure->units.empty());
  EXPECT_TRUE(plan.roster->cadres.empty());
  EXPECT_TRUE(plan.quota_set->quotas.empty());
  EXPECT_TRUE(plan.rule_set->rules.empty());
  EXPECT_TRUE(plan.scenarios->empty());
  EXPECT_NE(plan.header, nullptr);
}

}  // namespace
}  // namespace cadre::test
