#include "propose/model/question.h"

#include <gtest/gtest.h>

#include "support/plan_builder.h"

namespace cadre::propose {
namespace {

using cadre::test::PlanBuilder;

TEST(Question, WithoutUnitsItIsAboutAllPosts) {
  PlanBuilder plan;
  plan.post(plan.city, plan.secretary);
  plan.post(plan.district("001"), plan.secretary);
  EXPECT_EQ(scopeOf(*plan.build().structure, {}), (std::vector<std::uint8_t>{1, 1}));
}

TEST(Question, ItIsAboutPostsOfItsUnitsAndOfThoseBelow) {
  PlanBuilder plan;
  const UnitId first = plan.district("001");
  const UnitId second = plan.district("002");
  plan.post(plan.city, plan.secretary);
  plan.post(first, plan.secretary);
  plan.post(plan.commune("00001", first), plan.secretary);
  plan.post(plan.commune("00002", second), plan.secretary);
  const Plan built = plan.build();
  EXPECT_EQ(scopeOf(*built.structure, {first}), (std::vector<std::uint8_t>{0, 1, 1, 0}));
  EXPECT_EQ(scopeOf(*built.structure, {first, second}), (std::vector<std::uint8_t>{0, 1, 1, 1}));
}

}  // namespace
}  // namespace cadre::propose
