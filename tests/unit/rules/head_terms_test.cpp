#include <gtest/gtest.h>

#include "rule_case.h"

namespace cadre::test {
namespace {

std::string check(RuleCase& at, std::int32_t terms, const Move& move) {
  at.plan[at.official].terms_as_head_here = terms;
  return at.finding("head_terms", 2, "2023-10-01", move);
}

TEST(HeadTerms, AfterTwoTermsAnotherHeadPostOfTheUnitWouldBeTheThird) {
  RuleCase at;
  EXPECT_EQ(check(at, 2, move(at.official, at.a_chairman)),
            "đã làm người đứng đầu 2 nhiệm kỳ liên tiếp tại Đơn vị a, tối đa 2 nhiệm kỳ; Điều 1");
}

TEST(HeadTerms, AfterMoreTermsToo) {
  RuleCase at;
  EXPECT_NE(check(at, 3, move(at.official, at.a_chairman)), "");
}

TEST(HeadTerms, AfterOneTermThereMayBeASecond) {
  RuleCase at;
  EXPECT_EQ(check(at, 1, move(at.official, at.a_chairman)), "");
}

TEST(HeadTerms, ANewAppointmentToTheSamePostBeginsATermToo) {
  RuleCase at;
  EXPECT_NE(check(at, 2, move(at.official, at.a_secretary, MoveType::kAppointment)), "");
}

TEST(HeadTerms, AHeadPostOfAnotherUnitIsAnotherPlace) {
  RuleCase at;
  EXPECT_EQ(check(at, 2, move(at.official, at.b_chairman)), "");
}

TEST(HeadTerms, APostThatIsNotAHeadsEndsTheCount) {
  RuleCase at;
  EXPECT_EQ(check(at, 2, move(at.official, at.a_deputy)), "");
}

TEST(HeadTerms, AnUnknownCountIsNoBreach) {
  RuleCase at;
  EXPECT_EQ(at.finding("head_terms", 2, "2023-10-01", move(at.official, at.a_chairman)), "");
}

TEST(HeadTerms, OneWithoutAPostHasNoTermsHere) {
  RuleCase at;
  const CadreId candidate = at.plan.cadre("y");
  at.plan[candidate].terms_as_head_here = 2;
  EXPECT_EQ(at.finding("head_terms", 2, "2023-10-01", move(candidate, at.a_chairman)), "");
}

TEST(HeadTerms, DeparturesAreNotHeldUp) {
  RuleCase at;
  EXPECT_EQ(check(at, 2, move(at.official, {}, MoveType::kTransfer)), "");
  for (const MoveType type : kForcedDepartures) {
    EXPECT_EQ(check(at, 2, move(at.official, {}, type)), "");
    EXPECT_EQ(check(at, 2, move(at.official, at.a_chairman, type)), "");
  }
}

}  // namespace
}  // namespace cadre::test
