#include "rule_case.h"

#include <gtest/gtest.h>

#include "text/format.h"

namespace cadre::test {
namespace {

RuleSetting settingFor(std::string_view rule, std::int32_t limit) {
  RuleSetting setting;
  setting.key = rule;
  setting.limit = limit;
  setting.source = "Điều 1";
  return setting;
}

std::string check(const Plan& plan, std::string_view rule, std::int32_t limit, Date date,
                  const Seating& before, const Seating& after, const Move& move, Views views = {}) {
  const rules::RuleInfo* info = rules::findRule(rule);
  if (info == nullptr || info->check_move == nullptr) return "no such rule about moves";
  const rules::MoveFacts facts{plan, date, before, after, move, views};
  const std::optional<Message> breach = info->check_move(facts, settingFor(rule, limit));
  return breach ? rendered(*breach) : "";
}

}  // namespace

RuleCase::RuleCase() {
  district_1 = plan.district("1");
  district_2 = plan.district("2");
  a = plan.commune("a", district_1);
  b = plan.commune("b", district_1);
  c = plan.commune("c", district_2);
  a_secretary = plan.post(a, plan.secretary);
  a_chairman = plan.post(a, plan.chairman);
  a_deputy = plan.post(a, plan.deputy);
  b_secretary = plan.post(b, plan.secretary);
  b_chairman = plan.post(b, plan.chairman);
  b_deputy = plan.post(b, plan.deputy);
  c_secretary = plan.post(c, plan.secretary);
  c_chairman = plan.post(c, plan.chairman);
  c_deputy = plan.post(c, plan.deputy);
  official = plan.cadre("x", a_secretary);
}

std::string RuleCase::finding(std::string_view rule, std::int32_t limit, std::string_view date,
                              const Move& move, std::vector<Move> others, Views views) const {
  const Plan built = plan.build();
  const Seating before(built);
  others.push_back(move);
  return check(built, rule, limit, day(date), before, seatedAfter(before, others), move, views);
}

std::string RuleCase::candidateFinding(std::string_view rule, std::int32_t limit,
                                       std::string_view date, const Move& move) const {
  const Plan built = plan.build();
  const Seating before(built);
  return check(built, rule, limit, day(date), before, before, move);
}

std::vector<rules::RoundBreach> RuleCase::breaches(std::string_view rule,
                                                   const std::vector<Move>& moves) const {
  const Plan built = plan.build();
  const Seating before(built);
  const Seating after = seatedAfter(before, moves);
  std::vector<const Move*> pointers;
  for (const Move& move : moves) pointers.push_back(&move);
  const rules::RoundFacts facts{built, day("2023-10-01"), before, after, pointers};
  std::vector<rules::RoundBreach> out;
  rules::findRule(rule)->check_round(facts, settingFor(rule, 0), [&](rules::RoundBreach breach) {
    out.push_back(std::move(breach));
  });
  return out;
}

std::string rendered(const Message& message) {
  for (const text::Language language : {text::Language::kVietnamese, text::Language::kEnglish}) {
    EXPECT_EQ(text::render(message, language).find('{'), std::string::npos)
        << text::render(message, language);
  }
  return text::render(message, text::Language::kVietnamese);
}

}  // namespace cadre::test
