// Adds a whole scenario at index `at` (at most the end of the list), such as a deleted one.
#pragma once

#include <cstddef>
#include <string_view>

#include "document/commands/interface.h"

namespace cadre {

struct AddScenario {
  static constexpr std::string_view kName = "add_scenario";

  Scenario scenario;
  std::size_t at = 0;

  [[nodiscard]] Expected<Plan> apply(const Plan& plan) const;
  [[nodiscard]] Message label(const Plan& before) const;
  void write(JsonWriter& out, const Plan& before) const;
  [[nodiscard]] static AddScenario read(plan_io::ObjectReader& in, const ReadContext& context);
};

}  // namespace cadre
