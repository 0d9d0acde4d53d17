// Sets a rule's severity, parameter or source; adds the rule when the plan lacks it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "document/commands/interface.h"

namespace cadre {

struct SetRule {
  static constexpr std::string_view kName = "set_rule";

  std::string rule;  // id
  Severity severity = Severity::kOff;
  std::int32_t limit = 0;  // see RuleSetting::limit
  std::string source;

  [[nodiscard]] Expected<Plan> apply(const Plan& plan) const;
  [[nodiscard]] Message label(const Plan& before) const;
  void write(JsonWriter& out, const Plan& before) const;
  [[nodiscard]] static SetRule read(plan_io::ObjectReader& in, const ReadContext& context);
};

}  // namespace cadre
