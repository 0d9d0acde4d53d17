#include "analysis/ungrouped.h"

#include <gtest/gtest.h>

#include "support/plan_builder.h"

namespace cadre::test {
namespace {

TEST(Ungrouped, AUnitWithPostsThatNoGroupListsIsFound) {
  PlanBuilder builder;
  const UnitId district = builder.district("d");
  const UnitId in = builder.commune("in", district);
  const UnitId out = builder.commune("out", district);
  builder.commune("empty", district);
  builder.post(in, builder.secretary);
  builder.post(out, builder.secretary);
  builder.group("cluster", "k1", {in});
  const std::vector<Finding> found = ungroupedUnits(builder.build());
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].severity, Severity::kSoft);
  EXPECT_EQ(found[0].rule, "ungrouped");
  EXPECT_EQ(found[0].message.args[0].value, MessageValue{builder[out].name});
}

TEST(Ungrouped, WhatLiesUnderAListedUnitIsInItsGroup) {
  PlanBuilder builder;
  const UnitId district = builder.district("d");
  builder.post(builder.commune("c", district), builder.secretary);
  builder.group("cluster", "k1", {district});
  EXPECT_TRUE(ungroupedUnits(builder.build()).empty());
}

}  // namespace
}  // namespace cadre::test
