// What views that change rules and caps begin from: the plan's settings as the commands that would
// leave them as they are.
#pragma once

#include <cstdint>
#include <string>

#include "document/command.h"
#include "rules/rule.h"
#include "ui/context.h"

namespace cadre::ui {

// As the plan has it, even when it is off; as it would begin where the plan lacks it.
[[nodiscard]] SetRule settingOf(const Plan& plan, const rules::RuleInfo& rule);
[[nodiscard]] SetCaps capsOf(const Plan& plan);

// A number with its unit, or a grade; empty for a rule without a parameter.
[[nodiscard]] std::string limitText(const Context& context, const rules::RuleInfo& rule,
                                    std::int32_t limit);

// Hard, soft or off, beside each other; what is chosen goes into the plan.
void chooseSeverity(const Context& context, const SetRule& now);
[[nodiscard]] float severityWidth(const Context& context);

}  // namespace cadre::ui
