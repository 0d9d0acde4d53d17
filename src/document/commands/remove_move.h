// Removes the move at `index` from the round.
#pragma once

#include <cstddef>
#include <string_view>

#include "document/commands/interface.h"

namespace cadre {

struct RemoveMove {
  static constexpr std::string_view kName = "remove_move";

  RoundRef round;
  std::size_t index = 0;

  [[nodiscard]] Expected<Plan> apply(const Plan& plan) const;
  [[nodiscard]] Message label(const Plan& before) const;
  void write(JsonWriter& out, const Plan& before) const;
  [[nodiscard]] static RemoveMove read(plan_io::ObjectReader& in, const ReadContext& context);
};

}  // namespace cadre
