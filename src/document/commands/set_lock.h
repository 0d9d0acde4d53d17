// Giữ nguyên: locks or unlocks a post. Nobody moves into or out of a locked post.
#pragma once

#include <string_view>

#include "document/commands/interface.h"

namespace cadre {

struct SetLock {
  static constexpr std::string_view kName = "set_lock";

  PostId post;
  bool locked = false;

  [[nodiscard]] Expected<Plan> apply(const Plan& plan) const;
  [[nodiscard]] Message label(const Plan& before) const;
  void write(JsonWriter& out, const Plan& before) const;
  [[nodiscard]] static SetLock read(plan_io::ObjectReader& in, const ReadContext& context);
};

}  // namespace cadre
