// Moves the entry at `from` in the list of moves to index `to`.
#pragma once

#include <cstddef>
#include <string_view>

#include "document/commands/interface.h"

namespace cadre {

struct ReorderMove {
  static constexpr std::string_view kName = "reorder_move";

  RoundRef round;
  std::size_t from = 0;
  std::size_t to = 0;

  [[nodiscard]] Expected<Plan> apply(const Plan& plan) const;
  [[nodiscard]] Message label(const Plan& before) const;
  void write(JsonWriter& out, const Plan& before) const;
  [[nodiscard]] static ReorderMove read(plan_io::ObjectReader& in, const ReadContext& context);
};

}  // namespace cadre
