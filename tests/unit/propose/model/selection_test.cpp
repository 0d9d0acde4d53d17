#include "propose/model/selection.h"

#include <gtest/gtest.h>

namespace cadre::propose {
namespace {

// Two head posts of a unit whose holders could change places, and a post of another district.
Instance threePosts() {
  Instance out;
  out.head_limit = {1};
  out.continuity_cost = 20;
  out.district_cap = {INT32_MAX, INT32_MAX};
  out.posts = {{PostId{}, 0, 0, 0}, {PostId{}, 1, 0, 0}, {PostId{}, 2, -1, 1}};
  out.officials = {{CadreId{}, 0}, {CadreId{}, 1}, {CadreId{}, 2}};
  out.arcs = {{0, 1, 5}, {1, 0, 10}, {0, 2, 0}};
  return out;
}

TEST(Selection, ContinuityCostsOnceForAUnitOfWhichMoreThanOneChanges) {
  Instance instance = threePosts();
  EXPECT_EQ(objectiveOf(instance, {0, 1}, {}), (Objective{0, 0, 0, 2, 35}));
  EXPECT_EQ(continuityCost(instance, {1, 0, 1}), 0);
  instance.continuity_is_hard = true;
  EXPECT_EQ(objectiveOf(instance, {0, 1}, {}), (Objective{0, 0, 0, 2, 15}));
}

TEST(Selection, HardContinuityIsALimit) {
  Instance instance = threePosts();
  EXPECT_TRUE(isWithinLimits(instance, {1, 1, 0}));
  instance.continuity_is_hard = true;
  EXPECT_FALSE(isWithinLimits(instance, {1, 1, 0}));
  EXPECT_TRUE(isWithinLimits(instance, {1, 0, 1}));
}

TEST(Selection, CapsAreLimits) {
  Instance instance = threePosts();
  instance.district_cap = {1, INT32_MAX};
  EXPECT_FALSE(isWithinLimits(instance, {1, 1, 0}));
  EXPECT_TRUE(isWithinLimits(instance, {1, 0, 1}));
  instance.cap = 1;
  EXPECT_FALSE(isWithinLimits(instance, {1, 0, 1}));
}

TEST(Selection, AMoveWithinAUnitBreaksHardContinuityAlone) {
  Instance instance = threePosts();
  EXPECT_FALSE(breaksContinuity(instance, instance.arcs[0]));
  instance.continuity_is_hard = true;
  EXPECT_TRUE(breaksContinuity(instance, instance.arcs[0]));
  EXPECT_FALSE(breaksContinuity(instance, instance.arcs[2]));
}

}  // namespace
}  // namespace cadre::propose
