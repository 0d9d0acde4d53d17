// Changes a scenario's name; its key stays the same.
#pragma once

#include <string>
#include <string_view>

#include "document/commands/interface.h"

namespace cadre {

struct RenameScenario {
  static constexpr std::string_view kName = "rename_scenario";

  std::string scenario;
  std::string name;

  [[nodiscard]] Expected<Plan> apply(const Plan& plan) const;
  [[nodiscard]] Message label(const Plan& before) const;
  void write(JsonWriter& out, const Plan& before) const;
  [[nodiscard]] static RenameScenario read(plan_io::ObjectReader& in, const ReadContext& context);
};

}  // namespace cadre
