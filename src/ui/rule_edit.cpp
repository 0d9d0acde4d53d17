#include "ui/rule_edit.h"

#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>

#include "kit/buttons.h"

namespace cadre::ui {
namespace {

using rules::Parameter;
using rules::RuleInfo;
using text::Str;

// Calls `use` with the labels, in the order of Severity.
template <class Use>
auto withSeverities(const Context& context, Use&& use) {
  return use({context.tr(Str::severity_hard), context.tr(Str::severity_soft),
              context.tr(Str::severity_off)});
}

}  // namespace

SetRule settingOf(const Plan& plan, const RuleInfo& rule) {
  for (const RuleSetting& setting : plan.rule_set->rules) {
    if (setting.key != rule.id) continue;
    return {setting.key, setting.severity, setting.limit, setting.source};
  }
  return {std::string(rule.id), Severity::kOff, rule.default_limit, ""};
}

SetCaps capsOf(const Plan& plan) {
  const std::optional<Caps>& caps = plan.rule_set->caps;
  return caps ? SetCaps{caps->moves_per_district_per_round, caps->moves_per_round} : SetCaps{};
}

std::string limitText(const Context& context, const RuleInfo& rule, std::int32_t limit) {
  switch (rule.parameter) {
    case Parameter::kMonths:
      return context.count(limit) + " " + std::string(context.tr(Str::rules_months));
    case Parameter::kTerms:
      return context.count(limit) + " " + std::string(context.tr(Str::rules_terms));
    case Parameter::kAtLeast:
      return std::string(context.tr(labelOf(static_cast<EvaluationGrade>(limit))));
    case Parameter::kNone:
      break;
  }
  return "";
}

void chooseSeverity(const Context& context, const SetRule& now) {
  const int was = static_cast<int>(now.severity);
  const int chosen =
      withSeverities(context, [&](std::initializer_list<std::string_view> severities) {
        return segmented(context, context.tr(Str::a11y_severity), severities, was);
      });
  if (chosen == was) return;
  SetRule changed = now;
  changed.severity = static_cast<Severity>(chosen);
  context.run(std::move(changed));
}

float severityWidth(const Context& context) {
  return withSeverities(context, [&](std::initializer_list<std::string_view> severities) {
    return segmentedWidth(context, severities);
  });
}

}  // namespace cadre::ui
