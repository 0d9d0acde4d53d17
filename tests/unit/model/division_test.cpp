#include "model/division.h"

#include <gtest/gtest.h>

#include "support/plan_builder.h"

namespace cadre::test {
namespace {

using Posts = std::vector<PostId>;
using Units = std::vector<UnitId>;

// Two districts of two communes each; a grouping that lies across them: all of the first district
// but the second commune, which is with the third; the fourth is in no group.
struct Across {
  PlanBuilder builder;
  UnitId one = builder.district("1");
  UnitId two = builder.district("2");
  UnitId a = builder.commune("a", one);
  UnitId b = builder.commune("b", one);
  UnitId c = builder.commune("c", two);
  UnitId d = builder.commune("d", two);
  PostId at_one = builder.post(one, builder.secretary);
  PostId at_a = builder.post(a, builder.secretary);
  PostId at_b = builder.post(b, builder.secretary);
  PostId at_c = builder.post(c, builder.secretary);
  PostId at_d = builder.post(d, builder.secretary);

  [[nodiscard]] std::shared_ptr<const Structure> structure() const {
    Structure records = *builder.build().structure;
    records.groupings.push_back({"cluster", {"Cụm", "Cluster", {}}, {}});
    std::erase(records.levels, kWholePlan);
    records.levels.emplace_back("cluster");
    const LevelId level = records.findLevel("cluster");
    for (const char* key : {"k1", "k2"}) {
      Unit group;
      group.key = key;
      group.level = level;
      records.groups.push_back(group);
    }
    records.members = {{one}, {b, c}};
    return makeStructure(records);
  }
};

TEST(Division, TheNearerGroupIsTheUnitsOwn) {
  const Across at;
  const auto structure = at.structure();
  const Division division = Division::find(*structure, "cluster").value();
  EXPECT_EQ(division.count(), 2U);
  EXPECT_EQ(division.groupOf(at.a), 0);
  EXPECT_EQ(division.groupOf(at.one), 0);
  EXPECT_EQ(division.groupOf(at.b), 1);
  EXPECT_EQ(division.groupOf(at.c), 1);
  EXPECT_EQ(division.groupOf(at.d), Division::kNoGroup);
}

TEST(Division, PostsOfAGroupAreThoseOfItsUnits) {
  const Across at;
  const auto structure = at.structure();
  EXPECT_EQ(structure->postsUnder(structure->groupId(0)), (Posts{at.at_one, at.at_a}));
  EXPECT_EQ(structure->postsUnder(structure->groupId(1)), (Posts{at.at_b, at.at_c}));
  EXPECT_EQ(structure->postsUnder(structure->wholeId()).size(), 5U);
}

TEST(Division, AGroupContainsAndOverlapsWhatLiesInIt) {
  const Across at;
  const auto structure = at.structure();
  const UnitId k1 = structure->groupId(0);
  const UnitId k2 = structure->groupId(1);
  EXPECT_TRUE(structure->contains(k1, at.a));
  EXPECT_FALSE(structure->contains(k1, at.b));
  EXPECT_TRUE(structure->contains(structure->wholeId(), k1));
  EXPECT_FALSE(structure->contains(at.two, k2));
  EXPECT_TRUE(structure->overlap(k2, at.two));
  EXPECT_TRUE(structure->overlap(at.two, k2));
  EXPECT_FALSE(structure->overlap(k1, at.two));
  EXPECT_TRUE(structure->overlap(structure->wholeId(), at.d));
}

TEST(Division, TheWholePlanIsALevelWithOneGroup) {
  const Across at;
  const auto structure = at.structure();
  const LevelId plan = structure->findLevel(kWholePlan);
  EXPECT_EQ(structure->unitsOfLevel(plan), Units{structure->wholeId()});
  EXPECT_EQ(structure->groupOf(plan, at.d), structure->wholeId());
  EXPECT_EQ(Division::find(*structure, kWholePlan)->groupOf(at.d), 0);
}

TEST(Division, ALevelCalledPlanStaysALevel) {
  PlanBuilder builder;
  const UnitId odd = builder.unit("x", "plan", builder.city);
  const auto structure = builder.build().structure;
  EXPECT_EQ(structure->unitsOfLevel(structure->findLevel("plan")), Units{odd});
}

}  // namespace
}  // namespace cadre::test
