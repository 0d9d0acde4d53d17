#include <gtest/gtest.h>

#include "rule_case.h"

namespace cadre::test {
namespace {

std::string check(View cadre, View origin, View destination, MoveType type = MoveType::kRotation) {
  RuleCase at;
  return at.finding("consent", 0, "2023-10-01", move(at.official, at.b_chairman, type), {},
                    {cadre, origin, destination});
}

TEST(ConsentRule, EachOfTheThreeWhoDisagreesIsNamed) {
  const View no = View::kDisagree;
  const View yes = View::kAgree;
  EXPECT_EQ(check(no, yes, yes), "cán bộ không đồng ý; Điều 1");
  EXPECT_EQ(check(yes, no, yes), "nơi đi không đồng ý; Điều 1");
  EXPECT_EQ(check(yes, yes, no), "nơi đến không đồng ý; Điều 1");
  EXPECT_EQ(check(no, no, yes), "cán bộ và nơi đi không đồng ý; Điều 1");
  EXPECT_EQ(check(no, yes, no), "cán bộ và nơi đến không đồng ý; Điều 1");
  EXPECT_EQ(check(yes, no, no), "nơi đi và nơi đến không đồng ý; Điều 1");
  EXPECT_EQ(check(no, no, no), "cán bộ, nơi đi và nơi đến đều không đồng ý; Điều 1");
}

TEST(ConsentRule, UnaskedConcernAndAgreementAreNoBreach) {
  for (const View cadre : {View::kUnasked, View::kConcern, View::kAgree}) {
    for (const View origin : {View::kUnasked, View::kConcern, View::kAgree}) {
      for (const View destination : {View::kUnasked, View::kConcern, View::kAgree}) {
        EXPECT_EQ(check(cadre, origin, destination), "");
      }
    }
  }
}

TEST(ConsentRule, AMoveToNoPostNeedsItToo) {
  RuleCase at;
  EXPECT_EQ(at.finding("consent", 0, "2023-10-01", move(at.official, {}, MoveType::kTransfer), {},
                       {.cadre = View::kDisagree}),
            "cán bộ không đồng ý; Điều 1");
}

TEST(ConsentRule, ForcedDeparturesWaitForNobody) {
  for (const MoveType type : kForcedDepartures) {
    EXPECT_EQ(check(View::kDisagree, View::kDisagree, View::kDisagree, type), "");
  }
}

}  // namespace
}  // namespace cadre::test
