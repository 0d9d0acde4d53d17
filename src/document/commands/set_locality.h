// Sets the definition of local. Unknown fields of the plan's definition are kept.
#pragma once

#include <string_view>

#include "document/commands/interface.h"

namespace cadre {

struct SetLocality {
  static constexpr std::string_view kName = "set_locality";

  LocalityDefinition locality;

  [[nodiscard]] Expected<Plan> apply(const Plan& plan) const;
  [[nodiscard]] Message label(const Plan& before) const;
  void write(JsonWriter& out, const Plan& before) const;
  [[nodiscard]] static SetLocality read(plan_io::ObjectReader& in, const ReadContext& context);
};

}  // namespace cadre
