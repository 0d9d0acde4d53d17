#include <algorithm>
#include <array>
#include <string>

#include "rules/rule.h"

namespace cadre::rules {
namespace {

#define RULE(name) &k##name,
constexpr auto kRegistry = std::to_array<const RuleInfo*>({
#include "rules/rules.def"
});
#undef RULE

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

std::span<const RuleInfo* const> registry() { return kRegistry; }

const RuleInfo* findRule(std::string_view id) {
  const auto* found = std::find_if(kRegistry.begin(), kRegistry.end(),
                                   [id](const RuleInfo* rule) { return rule->id == id; });
  return found == kRegistry.end() ? nullptr : *found;
}

std::vector<ActiveRule> activeRules(const Plan& plan) {
  std::vector<ActiveRule> out;
  for (const RuleInfo* rule : kRegistry) {
    const RuleSetting* setting = plan.rule_set->find(rule->id);
    if (setting != nullptr) out.push_back({rule, setting});
  }
  return out;
}

const RuleSetting* settingSeenAs(const RuleSet& rules, InProposal shape) {
  for (const RuleInfo* rule : kRegistry) {
    if (rule->in_proposal.shape == shape) return rules.find(rule->id);
  }
  return nullptr;
}

bool isSeenAs(std::string_view id, InProposal shape) {
  const RuleInfo* rule = findRule(id);
  return rule != nullptr && rule->in_proposal.shape == shape;
}

MessageValue sourceOf(const RuleSetting& setting) {
  const RuleInfo* rule = findRule(setting.key);
  if (rule == nullptr || !setting.source.empty()) return setting.source;
  return rule->default_source;
}

}  // namespace cadre::rules
