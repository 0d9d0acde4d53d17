// Changes the type, reason, pin or waivers of the move at `index`. Recorded views on it stay in the
// register.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "document/commands/interface.h"

namespace cadre {

struct ReplaceMove {
  static constexpr std::string_view kName = "replace_move";

  RoundRef round;
  std::size_t index = 0;
  Move move;
  // Only from a record written before the register existed, when moves carried their views and this
  // command set them: the complete views on the move afterwards. Records without it say so with
  // "views_apart".
  std::optional<Consent> views{};

  [[nodiscard]] Expected<Plan> apply(const Plan& plan) const;
  [[nodiscard]] Message label(const Plan& before) const;
  void write(JsonWriter& out, const Plan& before) const;
  [[nodiscard]] static ReplaceMove read(plan_io::ObjectReader& in, const ReadContext& context);
};

}  // namespace cadre
