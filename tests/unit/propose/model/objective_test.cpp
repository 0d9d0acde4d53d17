#include "propose/model/objective.h"

#include <gtest/gtest.h>

namespace cadre::propose {
namespace {

TEST(Objective, OfAProposalIsComparedByAllInTheirOrder) {
  const Objective fewer_moves{3, 1, 0, 4, 90};
  const Objective cheaper{3, 1, 0, 5, 10};
  EXPECT_LT(inOrder(fewer_moves, Order::kProposal), inOrder(cheaper, Order::kProposal));
}

TEST(Objective, OfACostFrontierIsComparedByShortfallAndThenCostAlone) {
  constexpr Order kOrder = Order::kShortfallThenCost;
  const Objective fewer_moves{3, 1, 0, 4, 90};
  const Objective cheaper{3, 2, 0, 5, 10};
  EXPECT_LT(inOrder(cheaper, kOrder), inOrder(fewer_moves, kOrder));
  EXPECT_EQ(inOrder({3, 0, 0, 0, 10}, kOrder), inOrder(cheaper, kOrder));
  EXPECT_LT(inOrder({2, 9, 9, 9, 99}, kOrder), inOrder(cheaper, kOrder));
}

}  // namespace
}  // namespace cadre::propose
