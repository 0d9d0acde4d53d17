#include <gtest/gtest.h>

#include "rule_case.h"
#include "simulate/simulate.h"

namespace cadre::test {
namespace {

// The rule's findings in the second round, where the official goes to `to`; in the first round a
// move of that type takes them out of office.
std::vector<Finding> findings(RuleCase& at, MoveType out, std::string_view second, PostId to) {
  at.plan.rule("after_forced_departure", Severity::kHard, 12);
  const Plan plan = at.plan.build();
  const Scenario played =
      scenario({round("2023-10-01", {move(at.official, {}, out)}),
                round(second, {move(at.official, to, MoveType::kAppointment)})});
  std::vector<Finding> found = simulate(plan, played).rounds[2].findings;
  std::erase_if(found, [](const Finding& f) { return f.rule != "after_forced_departure"; });
  return found;
}

TEST(AfterForcedDeparture, KeepsFromAHeadPostUntilTheMonthsAreOver) {
  for (const MoveType type : kForcedDepartures) {
    RuleCase at;
    EXPECT_EQ(findings(at, type, "2024-09-30", at.b_chairman).size(), 1U);
    RuleCase later;
    EXPECT_TRUE(findings(later, type, "2024-10-01", later.b_chairman).empty());
  }
}

TEST(AfterForcedDeparture, SaysWhenAndForHowLong) {
  RuleCase at;
  const std::vector<Finding> found =
      findings(at, MoveType::kDismissal, "2024-04-15", at.b_chairman);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(rendered(found[0].message),
            "thôi giữ chức vụ, bị cách chức hoặc từ chức ngày 01/10/2023, mới được 6 tháng, cần đủ "
            "12 tháng (đến 01/10/2024) mới được làm người đứng đầu; thông lệ");
}

TEST(AfterForcedDeparture, IsAboutHeadPostsAlone) {
  RuleCase at;
  EXPECT_TRUE(findings(at, MoveType::kRelief, "2023-11-01", at.b_deputy).empty());
}

TEST(AfterForcedDeparture, DoesNotConcernWhoLeftOtherwise) {
  RuleCase at;
  EXPECT_TRUE(findings(at, MoveType::kTransfer, "2023-11-01", at.b_chairman).empty());
}

TEST(AfterForcedDeparture, AMoveThatDidNotHappenForcedNobodyOut) {
  RuleCase at;
  at.plan[at.a_secretary].locked = true;
  EXPECT_TRUE(findings(at, MoveType::kRelief, "2023-11-01", at.b_chairman).empty());
}

}  // namespace
}  // namespace cadre::test
