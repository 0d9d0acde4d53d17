#include "propose/model/joined_districts.h"

#include <gtest/gtest.h>

#include "support/plan_builder.h"

namespace cadre::propose {
namespace {

using cadre::test::PlanBuilder;

// Two districts with a commune each, and a post of the city.
class JoinedDistrictsTest : public testing::Test {
 protected:
  PlanBuilder plan;
  UnitId first = plan.commune("00001", plan.district("001"));
  UnitId second = plan.commune("00002", plan.district("002"));
  PostId in_first = plan.post(first, plan.secretary);
  PostId in_second = plan.post(second, plan.secretary);
  PostId deputy = plan.post(second, plan.deputy);
  PostId in_city = plan.post(plan.city, plan.secretary);
};

TEST_F(JoinedDistrictsTest, PostsOfNoDistrictCountAsOneDistrictMore) {
  const PostId other = plan.post(plan.city, plan.chairman);
  const Plan built = plan.build();
  const JoinedDistricts districts(built);
  EXPECT_EQ(districts.districtOf(in_city), districts.districtOf(other));
  EXPECT_NE(districts.districtOf(in_city), districts.districtOf(in_first));
  EXPECT_NE(districts.districtOf(in_first), districts.districtOf(in_second));
  EXPECT_LT(districts.districtOf(in_city), districts.count());
}

TEST_F(JoinedDistrictsTest, ACellWithOpenPostsOfTwoDistrictsJoinsThem) {
  plan.quota(Counts::kNonLocal, "0.5").group_level = "city";
  const Plan built = plan.build();
  JoinedDistricts districts(built);
  districts.joinCells({1, 1, 0, 0});
  EXPECT_EQ(districts.find(districts.districtOf(in_first)),
            districts.find(districts.districtOf(in_second)));
  EXPECT_NE(districts.find(districts.districtOf(in_first)),
            districts.find(districts.districtOf(in_city)));
}

TEST_F(JoinedDistrictsTest, PostsThatStayOrDoNotCountJoinNothing) {
  plan.quota(Counts::kNonLocal, "0.5").group_level = "city";
  const Plan built = plan.build();
  JoinedDistricts districts(built);
  districts.joinCells({1, 0, 1, 0});
  EXPECT_NE(districts.find(districts.districtOf(in_first)),
            districts.find(districts.districtOf(in_second)));
}

}  // namespace
}  // namespace cadre::propose
