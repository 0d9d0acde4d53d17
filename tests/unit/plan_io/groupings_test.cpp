// Groupings, and what may name them, in plan files of version 2.
#include <gtest/gtest.h>

#include "json_edit.h"
#include "model/division.h"
#include "plan_io/plan_io.h"

namespace cadre::plan_io::test {
namespace {

bool fails(std::string_view pointer, std::string_view json, ErrorCode code, std::string_view at) {
  return has(errorsOf(edited(smallPlan2(), pointer, json)), code, at);
}

TEST(GroupingsFile, GroupsAreNumberedAfterTheUnitsAndThePlanAfterThem) {
  const Plan plan = loadPlan(smallPlan2()).value();
  const Structure& structure = *plan.structure;
  ASSERT_EQ(structure.groups.size(), 2U);
  const LevelId cluster = structure.findLevel("cluster");
  EXPECT_EQ(structure.unitsOfLevel(cluster), (std::vector<UnitId>{UnitId{4U}, UnitId{5U}}));
  EXPECT_EQ(structure.unit(UnitId{4U}).name, "Cụm 1");
  EXPECT_EQ(structure.unit(structure.wholeId()).name, "Thành phố");
  EXPECT_EQ(structure.groupOf(cluster, UnitId{2U}), UnitId{4U});
  EXPECT_FALSE(structure.groupOf(cluster, UnitId{3U}));
}

TEST(GroupingsFile, AreReadAndWrittenBackByteForByte) {
  const std::string text = savePlan(loadPlan(smallPlan2()).value());
  EXPECT_EQ(savePlan(loadPlan(text).value()), text);
  EXPECT_EQ(memberOf(text, "/groupings"), memberOf(smallPlan2(), "/groupings"));
  EXPECT_EQ(memberOf(text, "/caps"), memberOf(smallPlan2(), "/caps"));
  EXPECT_EQ(memberOf(text, "/mobility"), R"({"within": "cluster"})");
  EXPECT_EQ(memberOf(text, "/quotas/2/overrides"), R"({"k1": 0.25})");
  EXPECT_EQ(memberOf(text, "/locality/level"), R"("cluster")");
  EXPECT_EQ(memberOf(text, "/cadres/1/pool"), memberOf(smallPlan2(), "/cadres/1/pool"));
  EXPECT_EQ(memberOf(text, "/cadres/2/left"), memberOf(smallPlan2(), "/cadres/2/left"));
}

TEST(GroupingsFile, AreUnknownFieldsOfVersion1) {
  const Plan plan = loadPlan(edited(smallPlan(), "/groupings", R"(["any"])")).value();
  EXPECT_TRUE(plan.structure->groupings.empty());
  EXPECT_EQ(memberOf(savePlan(plan), "/groupings"), R"(["any"])");
  EXPECT_EQ(memberOf(savePlan(plan), "/version"), "1");
}

TEST(GroupingsFile, WhatAPlanMayNameIsChecked) {
  EXPECT_TRUE(fails("/mobility/within", R"("parish")", ErrorCode::kDangling, "/mobility/within"));
  EXPECT_TRUE(fails("/caps/per_group/by", R"("plan")", ErrorCode::kDangling, "/caps/per_group/by"));
  EXPECT_TRUE(fails("/locality/level", R"("parish")", ErrorCode::kBadValue, "/locality/level"));
  EXPECT_TRUE(fails("/quotas/2/overrides", R"({"k9": 0.5})", ErrorCode::kDangling,
                    "/quotas/2/overrides/k9"));
  EXPECT_TRUE(
      fails("/cadres/1/pool/0/unit", R"("k1")", ErrorCode::kDangling, "/cadres/1/pool/0/unit"));
}

TEST(GroupingsFile, AGroupingIsNotCalledAsALevel) {
  for (const char* taken : {R"("city")", R"("plan")"}) {
    EXPECT_TRUE(fails("/groupings/0/id", taken, ErrorCode::kDuplicate, "/groupings/0/id"));
  }
}

TEST(GroupingsFile, AUnitIsInOneGroup) {
  EXPECT_TRUE(fails("/groupings/0/groups/1/units", R"(["00640"])", ErrorCode::kDuplicate,
                    "/groupings/0/groups/1/units/0"));
  EXPECT_TRUE(fails("/groupings/0/groups/0/units", R"(["99"])", ErrorCode::kDangling,
                    "/groupings/0/groups/0/units/0"));
}

TEST(GroupingsFile, WhereThePlanSaysItThatIsTheUsualScope) {
  const Plan plan = loadPlan(smallPlan2()).value();
  EXPECT_EQ(usualScope(plan), "cluster");
  EXPECT_EQ(scopesOf(plan), (std::vector<std::string>{"cluster", "plan"}));
}

TEST(GroupingsFile, WhoHasLeftIsGone) {
  const Plan plan = loadPlan(smallPlan2()).value();
  EXPECT_EQ(plan.roster->cadres[2].servesUntil(), plan.roster->cadres[2].left->on);
}

}  // namespace
}  // namespace cadre::plan_io::test
