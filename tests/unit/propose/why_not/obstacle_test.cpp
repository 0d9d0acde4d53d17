#include "propose/why_not/obstacle.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "simulate/simulate.h"
#include "support/plan_builder.h"

namespace cadre::propose {
namespace {

using test::PlanBuilder;

// One district of three communes whose six officials serve at home; nobody may leave yet.
class ObstacleOf : public ::testing::Test {
 protected:
  ObstacleOf() {
    const UnitId district = plan.district("001");
    for (const char* key : {"a", "b", "c"}) {
      const UnitId commune = plan.commune(key, district);
      for (const TitleId title : {plan.secretary, plan.chairman}) {
        const PostId post = plan.post(commune, title);
        cadres.push_back(plan.cadre(std::string(key) + std::to_string(cadres.size()), post));
        plan[cadres.back()].native_place = commune;
        plan[cadres.back()].pool = {title};
        plan[cadres.back()].in_post_since = test::day("2021-10-01");  // 24 months
      }
    }
    plan.quota(Counts::kNonLocal, "0.5");
    plan.rule("months_in_post", Severity::kHard, 36);
  }

  Obstacle obstacle() {
    const Plan built = plan.build();
    const Scenario scenario = test::scenario({test::round("2023-10-01", {})});
    return obstacleOf(built, scenario, simulate(built, scenario), 0, question);
  }

  PlanBuilder plan;
  Question question;
  std::vector<CadreId> cadres;
};

TEST_F(ObstacleOf, IncumbentsWhoMayNotLeave) { EXPECT_EQ(obstacle(), Obstacle::kNothingOpen); }

TEST_F(ObstacleOf, ADistrictWithoutPosts) {
  question.units = {plan.district("empty")};
  EXPECT_EQ(obstacle(), Obstacle::kNoPosts);
}

TEST_F(ObstacleOf, NoQuota) {
  plan.quota_set.quotas.clear();
  EXPECT_EQ(obstacle(), Obstacle::kNoQuota);
}

TEST_F(ObstacleOf, CapsOfZero) {
  plan.rule_set.rules.clear();
  plan.rule_set.caps.emplace().moves_per_round = 0;
  EXPECT_EQ(obstacle(), Obstacle::kCap);
  plan.rule_set.caps->moves_per_round.reset();
  plan.rule_set.caps->moves_per_district_per_round = 0;
  EXPECT_EQ(obstacle(), Obstacle::kCap);
}

TEST_F(ObstacleOf, NobodyInThePool) {
  plan.rule_set.rules.clear();
  for (const CadreId cadre : cadres) plan[cadre].pool.clear();
  EXPECT_EQ(obstacle(), Obstacle::kNobody);
}

TEST_F(ObstacleOf, NothingWhereSomebodyCanMove) {
  plan.rule_set.rules.clear();
  EXPECT_EQ(obstacle(), Obstacle::kNone);
}

}  // namespace
}  // namespace cadre::propose
