// Changes the plan's title.
#pragma once

#include <string>
#include <string_view>

#include "document/commands/interface.h"

namespace cadre {

struct RenamePlan {
  static constexpr std::string_view kName = "rename_plan";

  std::string title;

  [[nodiscard]] Expected<Plan> apply(const Plan& plan) const;
  [[nodiscard]] Message label(const Plan& before) const;
  void write(JsonWriter& out, const Plan& before) const;
  [[nodiscard]] static RenamePlan read(plan_io::ObjectReader& in, const ReadContext& context);
};

}  // namespace cadre
