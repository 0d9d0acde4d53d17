// Changes a round's date and reorders the rounds by date.
#pragma once

#include <string_view>

#include "core/date.h"
#include "document/commands/interface.h"

namespace cadre {

struct SetRoundDate {
  static constexpr std::string_view kName = "set_round_date";

  RoundRef round;
  Date date;

  [[nodiscard]] Expected<Plan> apply(const Plan& plan) const;
  [[nodiscard]] Message label(const Plan& before) const;
  void write(JsonWriter& out, const Plan& before) const;
  [[nodiscard]] static SetRoundDate read(plan_io::ObjectReader& in, const ReadContext& context);
};

}  // namespace cadre
