#include <set>

#include <gtest/gtest.h>

#include "rule_case.h"
#include "text/format.h"

namespace cadre::test {
namespace {

using rules::Parameter;
using rules::RuleInfo;

TEST(RuleRegistry, HoldsEveryRuleOfThePlanFormatOnce) {
  const std::vector<std::string_view> expected = {
      "months_in_post", "service_left", "service_left_rotation",
      "head_terms",     "discipline",   "after_forced_departure",
      "relatives",      "in_pool",      "grade",
      "consent",        "continuity"};
  std::vector<std::string_view> found;
  for (const RuleInfo* rule : rules::registry()) found.push_back(rule->id);
  EXPECT_EQ(found, expected);
}

TEST(RuleRegistry, EveryRuleChecksEitherMovesOrRounds) {
  for (const RuleInfo* rule : rules::registry()) {
    EXPECT_NE(rule->check_move == nullptr, rule->check_round == nullptr) << rule->id;
  }
}

TEST(RuleRegistry, NameAndSourceAreTheKeysOfTheRule) {
  for (const RuleInfo* rule : rules::registry()) {
    const std::string prefix = "rule." + std::string(rule->id);
    EXPECT_EQ(text::findKey(prefix + ".name"), rule->name) << rule->id;
    EXPECT_EQ(text::findKey(prefix + ".source"), rule->default_source) << rule->id;
    EXPECT_TRUE(text::findKey(prefix + ".finding").has_value()) << rule->id;
  }
}

TEST(RuleRegistry, DefaultsAreThoseOfTheDomainNotes) {
  const auto limit = [](std::string_view id) { return rules::findRule(id)->default_limit; };
  EXPECT_EQ(limit("months_in_post"), 36);
  EXPECT_EQ(limit("service_left"), 60);
  EXPECT_EQ(limit("service_left_rotation"), 120);
  EXPECT_EQ(limit("head_terms"), 2);
  EXPECT_EQ(limit("discipline"), 12);
  EXPECT_EQ(limit("after_forced_departure"), 12);
  EXPECT_EQ(limit("grade"), static_cast<std::int32_t>(EvaluationGrade::kGood));
  const std::set<std::string_view> soft = {"in_pool", "grade", "consent", "continuity"};
  for (const RuleInfo* rule : rules::registry()) {
    EXPECT_EQ(rule->default_severity, soft.contains(rule->id) ? Severity::kSoft : Severity::kHard)
        << rule->id;
    EXPECT_TRUE(rule->parameter != Parameter::kNone || rule->default_limit == 0) << rule->id;
  }
}

TEST(RuleRegistry, ParametersHaveTheNamesOfThePlanFormat) {
  EXPECT_EQ(rules::fieldName(Parameter::kMonths), "months");
  EXPECT_EQ(rules::fieldName(Parameter::kTerms), "terms");
  EXPECT_EQ(rules::fieldName(Parameter::kAtLeast), "at_least");
  EXPECT_EQ(rules::fieldName(Parameter::kNone), "");
}

TEST(RuleRegistry, AnUnknownIdIsNoRule) { EXPECT_EQ(rules::findRule("no_such_rule"), nullptr); }

TEST(RuleRegistry, TheRulesThatAreOnComeWithTheirSettingsInTheOrderOfTheRegistry) {
  PlanBuilder plan;
  plan.rule("grade", Severity::kSoft, 2);
  plan.rule("relatives", Severity::kOff, 0);
  plan.rule("service_left", Severity::kHard, 60);
  const Plan built = plan.build();
  const std::vector<rules::ActiveRule> active = rules::activeRules(built);
  ASSERT_EQ(active.size(), 2U);
  EXPECT_EQ(active[0].rule->id, "service_left");
  EXPECT_EQ(active[0].setting->limit, 60);
  EXPECT_EQ(active[1].rule->id, "grade");
}

TEST(RuleRegistry, TheSourceIsThePlansOwnOrElseTheRules) {
  RuleSetting setting;
  setting.key = "relatives";
  setting.source = "Quy chế riêng";
  EXPECT_EQ(rules::sourceOf(setting), MessageValue{std::string("Quy chế riêng")});
  setting.source.clear();
  EXPECT_EQ(rules::sourceOf(setting), MessageValue{text::Str::rule_relatives_source});
}

TEST(RuleRegistry, ARuleAboutLeavingAnswersTheSameForEveryDestination) {
  RuleCase at;
  at.plan[at.official].in_post_since = day("2023-09-01");
  for (const RuleInfo* rule : rules::registry()) {
    if (!rule->about_leaving) continue;
    std::set<std::string> answers;
    for (const PostId to : {PostId{}, at.a_chairman, at.b_deputy, at.c_secretary}) {
      answers.insert(at.finding(rule->id, 36, "2023-10-01", move(at.official, to)));
    }
    EXPECT_EQ(answers.size(), 1U) << rule->id;
  }
}

}  // namespace
}  // namespace cadre::test
