#include "propose/model/move_cost.h"

#include <gtest/gtest.h>

#include "support/plan_builder.h"

namespace cadre::propose {
namespace {

class MoveCost : public ::testing::Test {
 protected:
  MoveCost() {
    north = plan.district("001");
    south = plan.district("002");
    a = plan.commune("a", north);
    b = plan.commune("b", south);
    from = plan.post(a, plan.secretary);
    to = plan.post(b, plan.secretary);
    anna = plan.cadre("anna", from);
    plan[north].tile = Tile{1, 1};
    plan[south].tile = Tile{3, 0};
  }

  [[nodiscard]] std::int32_t cost(std::int32_t soft = 0, Views views = {}) {
    const Plan built = plan.build();
    return moveCost(built, costTable(built), anna, from, to, soft, views);
  }

  test::PlanBuilder plan;
  UnitId north, south, a, b;
  PostId from, to;
  CadreId anna;
};

constexpr std::int32_t kDistance = 15;  // three tiles
constexpr std::int32_t kNoWish = 10;

TEST_F(MoveCost, TilesBetweenTheDistrictsCostFiveEach) { EXPECT_EQ(cost(), kDistance + kNoWish); }

TEST_F(MoveCost, ADistrictWithoutATileIsNoDistance) {
  plan[south].tile.reset();
  EXPECT_EQ(cost(), kNoWish);
}

TEST_F(MoveCost, TheRankOfTheWishThatFitsCounts) {
  const auto with_rank = [&](std::int32_t rank) {
    plan[anna].preferences = {{south, rank, nullptr}};
    return cost() - kDistance;
  };
  EXPECT_EQ(with_rank(1), 0);
  EXPECT_EQ(with_rank(2), 5);
  EXPECT_EQ(with_rank(3), 10);
  EXPECT_EQ(with_rank(4), 15);
  EXPECT_EQ(with_rank(9), 15);
}

TEST_F(MoveCost, WishesOfWhichNoneFitsCostMoreThanNone) {
  plan[anna].preferences = {{north, 1, nullptr}};
  EXPECT_EQ(cost(), kDistance + 20);
}

TEST_F(MoveCost, AFieldThatTheOfficialLacksCosts) {
  plan[to].field = "land";
  EXPECT_EQ(cost(), kDistance + kNoWish + 15);
  plan[anna].fields = {"finance", "land"};
  EXPECT_EQ(cost(), kDistance + kNoWish);
}

TEST_F(MoveCost, SoftRulesAndDoubtsCost) {
  EXPECT_EQ(cost(2), kDistance + kNoWish + 40);
  for (const Party party : kParties) {
    const auto said = [&](View view) {
      Views views;
      views.set(party, view);
      return cost(0, views) - kDistance - kNoWish;
    };
    EXPECT_EQ(said(View::kConcern), 15);
    EXPECT_EQ(said(View::kDisagree), 40);
    EXPECT_EQ(said(View::kAgree), 0);
  }
  EXPECT_EQ(cost(0, {View::kConcern, View::kDisagree, View::kDisagree}),
            kDistance + kNoWish + 15 + 40 + 40);
}

TEST_F(MoveCost, ThePlansOwnCostsTakeTheDefaultsPlace) {
  plan.rule_set.costs = Costs{7, 1, 2, 100, nullptr};
  plan[to].field = "land";
  EXPECT_EQ(cost(1), 300 + kNoWish + 1 + 2);
  const Plan built = plan.build();
  EXPECT_EQ(moveCost(built, costTable(built), anna, from, PostId{}, 0, Views{}), 7);
}

TEST_F(MoveCost, WhoHoldsNoPostComesFromTheNativePlace) {
  plan[anna].native_place = b;
  const Plan built = plan.build();
  EXPECT_EQ(moveCost(built, costTable(built), anna, PostId{}, to, 0, Views{}), kNoWish);
}

}  // namespace
}  // namespace cadre::propose
