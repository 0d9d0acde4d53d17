#include <algorithm>
#include <array>
#include <string>

#include "rules/consent.h"
#include "rules/continuity.h"
#include "rules/discipline.h"
#include "rules/grade.h"
#include "rules/head_terms.h"
#include "rules/in_pool.h"
#include "rules/months_in_post.h"
#include "rules/relatives.h"
#include "rules/rule.h"
#include "rules/service_left.h"
#include "rules/service_left_rotation.h"

namespace cadre::rules {
namespace {

using text::Str;

constexpr std::array kRegistry = {
    RuleInfo{.id = "months_in_post",
             .name = Str::rule_months_in_post_name,
             .parameter = Parameter::kMonths,
             .default_limit = 36,
             .default_source = Str::rule_months_in_post_source,
             .about_leaving = true,
             .check_move = checkMonthsInPost},
    RuleInfo{.id = "service_left",
             .name = Str::rule_service_left_name,
             .parameter = Parameter::kMonths,
             .default_limit = 60,
             .default_source = Str::rule_service_left_source,
             .check_move = checkServiceLeft},
    RuleInfo{.id = "service_left_rotation",
             .name = Str::rule_service_left_rotation_name,
             .parameter = Parameter::kMonths,
             .default_limit = 120,
             .default_source = Str::rule_service_left_rotation_source,
             .check_move = checkServiceLeftRotation},
    RuleInfo{.id = "head_terms",
             .name = Str::rule_head_terms_name,
             .parameter = Parameter::kTerms,
             .default_limit = 2,
             .default_source = Str::rule_head_terms_source,
             .check_move = checkHeadTerms},
    RuleInfo{.id = "discipline",
             .name = Str::rule_discipline_name,
             .parameter = Parameter::kMonths,
             .default_limit = 12,
             .default_source = Str::rule_discipline_source,
             .check_move = checkDiscipline},
    RuleInfo{.id = "relatives",
             .name = Str::rule_relatives_name,
             .default_source = Str::rule_relatives_source,
             .looks_at_others = true,
             .check_move = checkRelatives},
    RuleInfo{.id = "in_pool",
             .name = Str::rule_in_pool_name,
             .default_severity = Severity::kSoft,
             .default_source = Str::rule_in_pool_source,
             .check_move = checkInPool},
    RuleInfo{.id = "grade",
             .name = Str::rule_grade_name,
             .parameter = Parameter::kAtLeast,
             .default_severity = Severity::kSoft,
             .default_limit = static_cast<std::int32_t>(EvaluationGrade::kGood),
             .default_source = Str::rule_grade_source,
             .check_move = checkGrade},
    RuleInfo{.id = "consent",
             .name = Str::rule_consent_name,
             .default_severity = Severity::kSoft,
             .default_source = Str::rule_consent_source,
             .check_move = checkConsent},
    RuleInfo{.id = "continuity",
             .name = Str::rule_continuity_name,
             .default_severity = Severity::kSoft,
             .default_source = Str::rule_continuity_source,
             .check_round = checkContinuity},
};

}  // namespace

std::string_view fieldName(Parameter parameter) {
  switch (parameter) {
    case Parameter::kMonths:
      return "months";
    case Parameter::kTerms:
      return "terms";
    case Parameter::kAtLeast:
      return "at_least";
    case Parameter::kNone:
      break;
  }
  return "";
}

std::span<const RuleInfo> registry() { return kRegistry; }

const RuleInfo* findRule(std::string_view id) {
  const auto* found = std::find_if(kRegistry.begin(), kRegistry.end(),
                                   [id](const RuleInfo& rule) { return rule.id == id; });
  return found == kRegistry.end() ? nullptr : found;
}

std::vector<ActiveRule> activeRules(const Plan& plan) {
  std::vector<ActiveRule> out;
  for (const RuleInfo& rule : kRegistry) {
    const RuleSetting* setting = plan.rule_set->find(rule.id);
    if (setting != nullptr) out.push_back({&rule, setting});
  }
  return out;
}

MessageValue sourceOf(const RuleSetting& setting) {
  const RuleInfo* rule = findRule(setting.key);
  if (rule == nullptr || !setting.source.empty()) return setting.source;
  return rule->default_source;
}

}  // namespace cadre::rules
