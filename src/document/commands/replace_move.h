// Another type, reason, pin, consent or waivers for the move at `index`.
#pragma once

#include <cstddef>
#include <string_view>

#include "document/commands/interface.h"

namespace cadre {

struct ReplaceMove {
  static constexpr std::string_view kName = "replace_move";

  RoundRef round;
  std::size_t index = 0;
  Move move;

  [[nodiscard]] Expected<Plan> apply(const Plan& plan) const;
  [[nodiscard]] Message label(const Plan& before) const;
  void write(JsonWriter& out, const Plan& before) const;
  [[nodiscard]] static ReplaceMove read(plan_io::ObjectReader& in, const ReadContext& context);
};

}  // namespace cadre
