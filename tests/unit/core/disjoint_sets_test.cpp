#include "core/disjoint_sets.h"

#include <gtest/gtest.h>

namespace cadre {
namespace {

TEST(DisjointSets, AtFirstEveryThingIsInASetOfItsOwn) {
  DisjointSets sets(3);
  EXPECT_EQ(sets.find(0), 0U);
  EXPECT_EQ(sets.find(1), 1U);
  EXPECT_EQ(sets.find(2), 2U);
}

TEST(DisjointSets, WhatIsJoinedToTheSameThingIsInOneSet) {
  DisjointSets sets(5);
  sets.join(0, 3);
  sets.join(3, 4);
  EXPECT_EQ(sets.find(0), sets.find(4));
  EXPECT_NE(sets.find(0), sets.find(1));
  EXPECT_NE(sets.find(1), sets.find(2));
}

TEST(DisjointSets, TheFirstOfASetStandsForItHoweverItWasJoined) {
  DisjointSets sets(6);
  sets.join(5, 4);
  sets.join(3, 2);
  sets.join(4, 3);
  for (const std::size_t i : {2U, 3U, 4U, 5U}) EXPECT_EQ(sets.find(i), 2U) << i;
}

TEST(DisjointSets, JoiningTwiceChangesNothing) {
  DisjointSets sets(3);
  sets.join(0, 2);
  sets.join(2, 0);
  EXPECT_EQ(sets.find(2), 0U);
  EXPECT_EQ(sets.find(1), 1U);
}

}  // namespace
}  // namespace cadre
