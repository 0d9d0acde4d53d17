// The plan's section `risk`, which version 1 does not know.
#include "model/risk.h"

#include <gtest/gtest.h>

#include "json_edit.h"
#include "plan_io/plan_io.h"

namespace cadre::plan_io::test {
namespace {

TEST(RiskFile, IsReadExactlyAndWrittenBack) {
  const auto plan = loadPlan(edited(smallPlan2(), "/risk", R"({"agree": 1.0, "unasked": 9.5e-1,
      "disagree": 0.0001, "why": "x"})"));
  ASSERT_TRUE(plan.has_value());
  const auto& risk = plan->rule_set->risk;
  ASSERT_TRUE(risk.has_value());
  EXPECT_EQ(risk->agree, Share{10000});
  EXPECT_EQ(risk->unasked, Share{9500});
  EXPECT_EQ(risk->concern, std::nullopt);
  EXPECT_EQ(risk->disagree, Share{1});
  EXPECT_EQ(RiskRates(risk).of(View::kConcern), Share{7000});
  EXPECT_EQ(memberOf(savePlan(*plan), "/risk"),
            memberOf(R"({"risk": {"agree": 1, "unasked": 0.95, "disagree": 0.0001, "why": "x"}})",
                     "/risk"));
}

TEST(RiskFile, MakesTheFileVersion2) {
  auto plan = loadPlan(smallPlan()).value();
  EXPECT_EQ(memberOf(savePlan(plan), "/version"), "1");
  RuleSet rule_set = *plan.rule_set;
  rule_set.risk.emplace();
  plan.rule_set = std::make_shared<const RuleSet>(std::move(rule_set));
  EXPECT_EQ(memberOf(savePlan(plan), "/version"), "2");
  EXPECT_EQ(memberOf(savePlan(plan), "/risk"), "{}");
}

TEST(RiskFile, IsAnUnknownFieldOfVersion1) {
  const auto plan = loadPlan(edited(smallPlan(), "/risk", R"("low")")).value();
  EXPECT_FALSE(plan.rule_set->risk.has_value());
  EXPECT_EQ(memberOf(savePlan(plan), "/risk"), R"("low")");
}

TEST(RiskFile, MistakesAreSaidWhereTheyAre) {
  const std::string text = smallPlan2();
  EXPECT_TRUE(
      has(errorsOf(edited(text, "/risk/agree", "1.5")), ErrorCode::kBadValue, "/risk/agree"));
  EXPECT_TRUE(has(errorsOf(edited(text, "/risk/unasked", "0.12345")), ErrorCode::kBadValue,
                  "/risk/unasked"));
  EXPECT_TRUE(has(errorsOf(edited(text, "/risk/leaves_per_year", R"("2%")")), ErrorCode::kWrongType,
                  "/risk/leaves_per_year"));
  EXPECT_TRUE(has(errorsOf(edited(text, "/risk", "1")), ErrorCode::kWrongType, "/risk"));
}

}  // namespace
}  // namespace cadre::plan_io::test
