// Sets the caps on a round's moves. Unknown fields of the plan's caps are kept.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "document/commands/interface.h"

namespace cadre {

struct SetCaps {
  static constexpr std::string_view kName = "set_caps";

  std::optional<std::int32_t> moves_per_district_per_round;
  std::optional<std::int32_t> moves_per_round;

  [[nodiscard]] Expected<Plan> apply(const Plan& plan) const;
  [[nodiscard]] Message label(const Plan& before) const;
  void write(JsonWriter& out, const Plan& before) const;
  [[nodiscard]] static SetCaps read(plan_io::ObjectReader& in, const ReadContext& context);
};

}  // namespace cadre
