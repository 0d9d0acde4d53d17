#include "model/structure.h"

#include <gtest/gtest.h>

#include "support/plan_builder.h"

namespace cadre::test {
namespace {

struct City {
  PlanBuilder plan;
  UnitId district_1 = plan.district("1");
  UnitId district_2 = plan.district("2");
  UnitId c = plan.commune("c", district_2);
  UnitId a = plan.commune("a", district_1);
  UnitId b = plan.commune("b", district_1);
  UnitId village = plan.unit("a1", "village", a);
  PostId b_secretary = plan.post(b, plan.secretary);
  PostId village_secretary = plan.post(village, plan.secretary);
  PostId district_secretary = plan.post(district_1, plan.secretary);
  PostId a_secretary = plan.post(a, plan.secretary);
  PostId a_chairman = plan.post(a, plan.chairman);
};

using Units = std::vector<UnitId>;
using Posts = std::vector<PostId>;

TEST(Structure, TheDistrictOfAUnitIsItselfOrTheNearestAbove) {
  const City city;
  const Plan plan = city.plan.build();
  EXPECT_EQ(plan.structure->districtOf(city.a), city.district_1);
  EXPECT_EQ(plan.structure->districtOf(city.village), city.district_1);
  EXPECT_EQ(plan.structure->districtOf(city.district_2), city.district_2);
  EXPECT_FALSE(plan.structure->districtOf(city.plan.city));
  EXPECT_FALSE(plan.structure->districtOf({}));
}

TEST(Structure, WithoutDistrictsNobodyHasOne) {
  PlanBuilder builder;
  const UnitId commune = builder.commune("a", builder.city);
  EXPECT_FALSE(builder.build().structure->districtOf(commune));
}

TEST(Structure, ParentsMayComeAfterTheirChildren) {
  Structure records;
  records.levels = {"commune", "district"};
  records.units.resize(2);
  records.units[0].level = LevelId{0U};
  records.units[0].parent = UnitId{1U};
  records.units[1].level = LevelId{1U};
  const auto structure = makeStructure(records);
  EXPECT_EQ(structure->districtOf(UnitId{0U}), UnitId{1U});
  EXPECT_EQ(structure->roots, Units{UnitId{1U}});
  EXPECT_EQ(structure->children[1], Units{UnitId{0U}});
}

TEST(Structure, AUnitContainsItselfAndWhatIsUnderIt) {
  const City city;
  const Plan plan = city.plan.build();
  EXPECT_TRUE(plan.structure->contains(city.a, city.a));
  EXPECT_TRUE(plan.structure->contains(city.plan.city, city.village));
  EXPECT_TRUE(plan.structure->contains(city.district_1, city.village));
  EXPECT_FALSE(plan.structure->contains(city.a, city.district_1));
  EXPECT_FALSE(plan.structure->contains(city.district_2, city.a));
}

TEST(Structure, UnitsOfALevelComeInFileOrder) {
  const City city;
  const Plan plan = city.plan.build();
  EXPECT_EQ(plan.structure->unitsOfLevel(plan.structure->findLevel("commune")),
            (Units{city.c, city.a, city.b}));
  EXPECT_FALSE(plan.structure->findLevel("ward"));
  EXPECT_TRUE(plan.structure->unitsOfLevel({}).empty());
}

TEST(Structure, PostsUnderAUnitComeInTheOrderOfAWalkDown) {
  const City city;
  const Plan plan = city.plan.build();
  EXPECT_EQ(plan.structure->postsUnder(city.district_1),
            (Posts{city.district_secretary, city.a_secretary, city.a_chairman,
                   city.village_secretary, city.b_secretary}));
  EXPECT_TRUE(plan.structure->postsUnder(city.district_2).empty());
}

TEST(Structure, PostsInAUnitAreItsOwnAlone) {
  const City city;
  const Plan plan = city.plan.build();
  EXPECT_EQ(plan.structure->posts_in[city.a.index()], (Posts{city.a_secretary, city.a_chairman}));
  EXPECT_EQ(plan.structure->posts_in[city.district_1.index()], Posts{city.district_secretary});
}

TEST(Structure, TheUnitOfNoPostIsNone) {
  const City city;
  const Plan plan = city.plan.build();
  EXPECT_EQ(plan.structure->unitOf(city.a_chairman), city.a);
  EXPECT_FALSE(plan.structure->unitOf({}));
}

TEST(Structure, DerivedTablesAreMadeAnewFromChangedRecords) {
  const City city;
  Structure records = *city.plan.build().structure;
  records.units[city.b.index()].parent = city.district_2;
  const auto changed = makeStructure(records);
  EXPECT_EQ(changed->districtOf(city.b), city.district_2);
  EXPECT_EQ(changed->children[city.district_1.index()], Units{city.a});
  EXPECT_EQ(changed->children[city.district_2.index()], (Units{city.c, city.b}));
}

}  // namespace
}  // namespace cadre::test
