// Which rules a plan lives by, with severity and parameter; caps on moves; costs of a proposal; how
// likely things are.
//
// What a rule means and checks is in rules/; here is only what the file says. A rule that the file
// leaves out is off and has no entry.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/extra.h"
#include "model/risk.h"
#include "model/structure.h"
#include "model/vocabulary.h"

namespace cadre {

struct RuleSetting {
  std::string key;  // one of the rules registry
  Severity severity = Severity::kOff;
  // The rule's one parameter, by rule: months, terms, or the value of an EvaluationGrade. 0 for a
  // rule without a parameter.
  std::int32_t limit = 0;
  std::string source;  // the regulation, shown with every finding
  Extra extra;
};

// How many posts may change hands at most in each group of a division.
struct GroupCap {
  std::string by;  // a level or a grouping
  std::int32_t most = 0;
  Extra extra;
};

struct Caps {
  std::optional<std::int32_t> moves_per_district_per_round;
  std::optional<std::int32_t> moves_per_round;
  Extra extra = {};
  // Version 2, beside the two above.
  std::optional<GroupCap> per_group = {};
  std::optional<std::int32_t> per_round = {};

  [[nodiscard]] bool fitsVersion1() const { return !per_group && !per_round; }
  [[nodiscard]] bool saysNothing() const {
    return fitsVersion1() && !moves_per_district_per_round && !moves_per_round && !extra;
  }
};

// Integers of the optimiser's fourth objective; see propose/.
// Absent ones take the defaults of the optimiser's model.
struct Costs {
  std::optional<std::int32_t> leave;
  std::optional<std::int32_t> soft_rule;
  std::optional<std::int32_t> field_mismatch;
  std::optional<std::int32_t> district_step;
  Extra extra;
};

struct RuleSet {
  std::vector<RuleSetting> rules;
  std::optional<Caps> caps;
  std::optional<Costs> costs;
  std::optional<Risk> risk;
  // Version 2: the division that officials move within; a level, a grouping or kWholePlan.
  std::optional<std::string> mobility;
  Extra mobility_extra;

  // The setting of a rule; null when the rule is off.
  [[nodiscard]] const RuleSetting* find(std::string_view id) const {
    for (const RuleSetting& rule : rules) {
      if (rule.key == id) return rule.severity == Severity::kOff ? nullptr : &rule;
    }
    return nullptr;
  }

  // Most posts that may change hands in one round, in all and in a district; INT32_MAX: any number.
  [[nodiscard]] std::int32_t roundCap() const {
    if (!caps) return INT32_MAX;
    return std::min(caps->moves_per_round.value_or(INT32_MAX), caps->per_round.value_or(INT32_MAX));
  }
  [[nodiscard]] std::int32_t districtCap() const {
    if (!caps) return INT32_MAX;
    const bool is_by_district = caps->per_group && caps->per_group->by == kLevelDistrict;
    return std::min(caps->moves_per_district_per_round.value_or(INT32_MAX),
                    is_by_district ? caps->per_group->most : INT32_MAX);
  }
};

}  // namespace cadre
