// Copies scenario `from` (empty: the baseline, without rounds) under a new key, right after it in
// the list.
#pragma once

#include <string>
#include <string_view>

#include "document/commands/interface.h"

namespace cadre {

struct BranchScenario {
  static constexpr std::string_view kName = "branch_scenario";

  std::string from;
  std::string key;
  std::string name;

  [[nodiscard]] Expected<Plan> apply(const Plan& plan) const;
  [[nodiscard]] Message label(const Plan& before) const;
  void write(JsonWriter& out, const Plan& before) const;
  [[nodiscard]] static BranchScenario read(plan_io::ObjectReader& in, const ReadContext& context);
};

}  // namespace cadre
