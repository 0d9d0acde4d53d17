// Sets the target of a quota or of one of its units; for a unit, nullopt restores the quota's own.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/ratio.h"
#include "document/commands/interface.h"

namespace cadre {

struct SetTarget {
  static constexpr std::string_view kName = "set_target";

  std::string quota;
  UnitId unit;  // none: the quota itself
  std::optional<Share> target;

  [[nodiscard]] Expected<Plan> apply(const Plan& plan) const;
  [[nodiscard]] Message label(const Plan& before) const;
  void write(JsonWriter& out, const Plan& before) const;
  [[nodiscard]] static SetTarget read(plan_io::ObjectReader& in, const ReadContext& context);
};

}  // namespace cadre
