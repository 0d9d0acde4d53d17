// Another type, reason, pin or waivers for the move at `index`. What was said of it stays in the
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
  // Of a record from before there was a register, when moves carried their views and this command
  // set them: what is said of the move afterwards, and no more. Without: a record says so, in its
  // "views_apart".
  std::optional<Consent> views{};

  [[nodiscard]] Expected<Plan> apply(const Plan& plan) const;
  [[nodiscard]] Message label(const Plan& before) const;
  void write(JsonWriter& out, const Plan& before) const;
  [[nodiscard]] static ReplaceMove read(plan_io::ObjectReader& in, const ReadContext& context);
};

}  // namespace cadre
