// Adds a round. Rounds are kept in date order; a new one comes after others with the same date.
#pragma once

#include <string>
#include <string_view>

#include "document/commands/interface.h"

namespace cadre {

struct AddRound {
  static constexpr std::string_view kName = "add_round";

  std::string scenario;
  Round round;

  [[nodiscard]] Expected<Plan> apply(const Plan& plan) const;
  [[nodiscard]] Message label(const Plan& before) const;
  void write(JsonWriter& out, const Plan& before) const;
  [[nodiscard]] static AddRound read(plan_io::ObjectReader& in, const ReadContext& context);
};

}  // namespace cadre
