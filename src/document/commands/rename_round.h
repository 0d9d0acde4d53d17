// Changes a round's name; its key stays the same.
#pragma once

#include <string>
#include <string_view>

#include "document/commands/interface.h"

namespace cadre {

struct RenameRound {
  static constexpr std::string_view kName = "rename_round";

  RoundRef round;
  std::string name;

  [[nodiscard]] Expected<Plan> apply(const Plan& plan) const;
  [[nodiscard]] Message label(const Plan& before) const;
  void write(JsonWriter& out, const Plan& before) const;
  [[nodiscard]] static RenameRound read(plan_io::ObjectReader& in, const ReadContext& context);
};

}  // namespace cadre
