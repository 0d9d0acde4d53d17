#include "propose/model/valuation.h"

#include <gtest/gtest.h>

#include "random_instance.h"

namespace cadre::propose {
namespace {

TEST(Valuation, OneMoveMoreIsWorseThanAnyCost) {
  Instance instance;  // two officials who could change places, or leave
  instance.head_limit = {1};
  instance.continuity_cost = 20;
  instance.leave_cost = 300;
  instance.posts = {{PostId{}, 0, 0, 0}, {PostId{}, 1, 0, 0}};
  instance.arcs = {{0, 1, 15}, {1, 0, 35}};
  const Valuation valuation(instance, Order::kProposal);
  constexpr std::int64_t kPosts = 2;
  constexpr std::int64_t kDearest = 15 + 35 + 2 * 300 + 20;
  EXPECT_LT(valuation.valueOf({0, 0, 0, 1, kDearest}), valuation.valueOf({0, 0, 0, 2, 0}));
  EXPECT_LT(valuation.valueOf({0, 0, 0, kPosts, kDearest}), valuation.valueOf({0, 1, 0, 0, 0}));
  EXPECT_LT(valuation.valueOf({0, 0, 0, kPosts, kDearest}), valuation.valueOf({1, 0, 0, 0, 0}));
}

TEST(Valuation, AValueSaysTheObjectiveAgain) {
  const Instance instance = test::randomInstance(3, 12);
  const Objective objective{2, 1, 0, 3, 45};
  const Valuation proposal(instance, Order::kProposal);
  EXPECT_EQ(proposal.objectiveFrom(proposal.valueOf(objective)), objective);
  const Valuation frontier(instance, Order::kShortfallThenCost);
  EXPECT_EQ(frontier.objectiveFrom(frontier.valueOf(objective)), (Objective{2, 0, 0, 0, 45}));
  EXPECT_EQ(proposal.objectiveFrom(-5), Objective{});
}

TEST(Valuation, ItsUnitDividesAllCosts) {
  Instance instance;
  instance.posts.resize(3);
  instance.leave_cost = 300;
  instance.continuity_cost = 20;
  instance.arcs = {{0, 0, 15}, {0, 1, 0}};
  EXPECT_EQ(Valuation(instance, Order::kProposal).unit(), 5);
  instance.arcs.push_back({0, 2, 7});
  EXPECT_EQ(Valuation(instance, Order::kProposal).unit(), 1);
  EXPECT_EQ(Valuation(Instance{}, Order::kProposal).unit(), 1);
}

}  // namespace
}  // namespace cadre::propose
