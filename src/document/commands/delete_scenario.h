// Removes a scenario. Scenarios based on it become based on the one that it was based on.
#pragma once

#include <string>
#include <string_view>

#include "document/commands/interface.h"

namespace cadre {

struct DeleteScenario {
  static constexpr std::string_view kName = "delete_scenario";

  std::string scenario;

  [[nodiscard]] Expected<Plan> apply(const Plan& plan) const;
  [[nodiscard]] Message label(const Plan& before) const;
  void write(JsonWriter& out, const Plan& before) const;
  [[nodiscard]] static DeleteScenario read(plan_io::ObjectReader& in, const ReadContext& context);
};

}  // namespace cadre
