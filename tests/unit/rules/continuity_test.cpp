#include <gtest/gtest.h>

#include "rule_case.h"

namespace cadre::test {
namespace {

// Both heads of "a" and of "b" are there: x and y in "a", v and w in "b".
struct TwoHeads : RuleCase {
  CadreId y = plan.cadre("y", a_chairman);
  CadreId v = plan.cadre("v", b_secretary);
  CadreId w = plan.cadre("w", b_chairman);
  CadreId candidate = plan.cadre("n");

  [[nodiscard]] std::vector<rules::RoundBreach> check(const std::vector<Move>& moves) const {
    return breaches("continuity", moves);
  }
};

TEST(Continuity, OneHeadOfAUnitMayChange) {
  TwoHeads at;
  EXPECT_TRUE(at.check({}).empty());
  EXPECT_TRUE(at.check({move(at.official, at.c_chairman)}).empty());
  EXPECT_TRUE(at.check({move(at.official, at.b_secretary), move(at.v, at.a_secretary)}).empty());
}

TEST(Continuity, BothHeadsOfAUnitMayNot) {
  TwoHeads at;
  const std::vector<rules::RoundBreach> found =
      at.check({move(at.official, at.c_chairman), move(at.y, at.c_secretary)});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(rendered(found[0].message),
            "thay 2 người đứng đầu của Đơn vị a trong cùng một đợt, tối đa 1; Điều 1");
  EXPECT_EQ(rendered(found[1].message),
            "thay 2 người đứng đầu của Đơn vị c trong cùng một đợt, tối đa 1; Điều 1");
}

TEST(Continuity, TheBreachNamesTheLastMoveAndThePostThatItChanges) {
  TwoHeads at;
  const std::vector<rules::RoundBreach> found =
      at.check({move(at.official, {}), move(at.y, {}), move(at.w, at.c_deputy)});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].cadre, at.y);
  EXPECT_EQ(found[0].post, at.a_chairman);
}

TEST(Continuity, AMoveThatCarriesAWaiverIsNamedInstead) {
  TwoHeads at;
  Move waived = move(at.official, {});
  waived.waivers.push_back({.rule = "continuity", .reason = "…", .extra = nullptr});
  const std::vector<rules::RoundBreach> found = at.check({waived, move(at.y, {})});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].cadre, at.official);
  EXPECT_EQ(found[0].post, at.a_secretary);
}

TEST(Continuity, ASwapWithinAUnitChangesBoth) {
  TwoHeads at;
  const std::vector<rules::RoundBreach> found =
      at.check({move(at.official, at.a_chairman), move(at.y, at.a_secretary)});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].cadre, at.y);
  EXPECT_EQ(found[0].post, at.a_secretary);
}

TEST(Continuity, AVacantPostFilledIsAChange) {
  TwoHeads at;
  EXPECT_TRUE(at.check({move(at.candidate, at.c_chairman)}).empty());
  EXPECT_EQ(at.check({move(at.candidate, at.c_chairman), move(at.w, at.c_secretary)}).size(), 1U);
}

TEST(Continuity, PostsThatAreNotHeadsDoNotCount) {
  TwoHeads at;
  EXPECT_TRUE(at.check({move(at.official, at.a_deputy), move(at.w, at.c_deputy)}).empty());
}

TEST(Continuity, AHeadOfAnotherUnitDoesNotCount) {
  TwoHeads at;
  EXPECT_TRUE(at.check({move(at.official, {}), move(at.w, {})}).empty());
}

TEST(Continuity, AForcedDepartureIsAChangeAsWell) {
  TwoHeads at;
  for (const MoveType type : kForcedDepartures) {
    EXPECT_EQ(at.check({move(at.official, {}, type), move(at.y, at.c_deputy)}).size(), 1U);
  }
}

TEST(Continuity, AHeadWhoKeepsThePostHasNotChanged) {
  TwoHeads at;
  Move keeping = move(at.official, at.c_secretary);
  keeping.keep = {at.a_secretary};
  EXPECT_TRUE(at.check({keeping, move(at.y, {})}).empty());
}

}  // namespace
}  // namespace cadre::test
