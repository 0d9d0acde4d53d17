// Removes a round and its moves.
#pragma once

#include <string_view>

#include "document/commands/interface.h"

namespace cadre {

struct DeleteRound {
  static constexpr std::string_view kName = "delete_round";

  RoundRef round;

  [[nodiscard]] Expected<Plan> apply(const Plan& plan) const;
  [[nodiscard]] Message label(const Plan& before) const;
  void write(JsonWriter& out, const Plan& before) const;
  [[nodiscard]] static DeleteRound read(plan_io::ObjectReader& in, const ReadContext& context);
};

}  // namespace cadre
