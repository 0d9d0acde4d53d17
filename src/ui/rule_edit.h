// Starting points for views that edit rules and caps: the plan's present settings as commands that
// would set them.
#pragma once

#include <cstdint>
#include <string>

#include "document/command.h"
#include "rules/rule.h"
#include "ui/context.h"

namespace cadre::ui {

// The plan's setting, even when the rule is off; the defaults if the plan has none.
[[nodiscard]] SetRule settingOf(const Plan& plan, const rules::RuleInfo& rule);
[[nodiscard]] SetCaps capsOf(const Plan& plan);

// A number with its unit, or a grade; empty for a rule without a parameter.
[[nodiscard]] std::string limitText(const Context& context, const rules::RuleInfo& rule,
                                    std::int32_t limit);

// Hard, soft or off as segments; the selection is applied to the plan.
void chooseSeverity(const Context& context, const SetRule& now);
[[nodiscard]] float severityWidth(const Context& context);

}  // namespace cadre::ui
