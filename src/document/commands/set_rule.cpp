#include "document/commands/set_rule.h"

#include <algorithm>

#include "core/refused.h"
#include "document/commands/shared.h"
#include "model/limits.h"
#include "rules/rule.h"

namespace cadre {
namespace {

constexpr plan_io::IntegerRange kLimitRange = {0, limits::kRuleMonths};

// The parameter values that a plan file allows.
bool limitFits(const rules::RuleInfo& rule, std::int32_t limit) {
  switch (rule.parameter) {
    case rules::Parameter::kMonths:
      return limit >= 0 && limit <= limits::kRuleMonths;
    case rules::Parameter::kTerms:
      return limit >= 0 && limit <= limits::kRuleTerms;
    case rules::Parameter::kAtLeast:
      return limit >= 0 && limit <= static_cast<std::int32_t>(EvaluationGrade::kExcellent);
    case rules::Parameter::kNone:
      break;
  }
  return true;
}

}  // namespace

Expected<Plan> SetRule::apply(const Plan& plan) const {
  const rules::RuleInfo* info = rules::findRule(rule);
  if (info == nullptr) return notThere(text::Str::thing_rule, rule);
  if (!limitFits(*info, limit)) return refused(text::Str::error_value_does_not_fit);
  auto rule_set = copied(plan.rule_set);
  auto setting = std::find_if(rule_set->rules.begin(), rule_set->rules.end(),
                              [&](const RuleSetting& s) { return s.key == rule; });
  if (setting == rule_set->rules.end()) {
    setting = rule_set->rules.insert(setting, RuleSetting{});
    setting->key = rule;
  }
  setting->severity = severity;
  setting->limit = info->parameter == rules::Parameter::kNone ? 0 : limit;
  setting->source = source;
  return withSection(plan, &Plan::rule_set, std::move(rule_set));
}

Message SetRule::label(const Plan& /*before*/) const {
  const rules::RuleInfo* info = rules::findRule(rule);
  return {text::Str::do_set_rule,
          {{"rule", info == nullptr ? MessageValue(rule) : MessageValue(info->name)}}};
}

void SetRule::write(JsonWriter& out, const Plan& /*before*/) const {
  out.key("rule").string(rule);
  out.key("severity").string(nameOf(severity));
  out.key("limit").integer(limit);
  out.key("source").string(source);
}

SetRule SetRule::read(plan_io::ObjectReader& in, const ReadContext& /*context*/) {
  SetRule out;
  out.rule = in.string("rule");
  out.severity = in.word<Severity>("severity");
  out.limit = in.integer("limit", kLimitRange);
  out.source = in.string("source");
  return out;
}

}  // namespace cadre
