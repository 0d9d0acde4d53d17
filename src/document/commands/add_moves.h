// Adds the moves of one gesture (a swap is two) at the end of the round's list. A move of a cadre
// who already moves in the round replaces the earlier move. Cadres in `without` stay where they
// were before the round: their moves are removed. Recorded views on moves are always kept; views
// that come with moves from another round are added.
#pragma once

#include <string_view>
#include <vector>

#include "document/commands/interface.h"

namespace cadre {

struct AddMoves {
  static constexpr std::string_view kName = "add_moves";

  RoundRef round;
  std::vector<Move> moves;
  std::vector<CadreId> without;
  std::vector<Consultation> consultations{};

  [[nodiscard]] Expected<Plan> apply(const Plan& plan) const;
  [[nodiscard]] Message label(const Plan& before) const;
  void write(JsonWriter& out, const Plan& before) const;
  [[nodiscard]] static AddMoves read(plan_io::ObjectReader& in, const ReadContext& context);
};

// The moves of the command in the round, for callers that try them in a round of their own.
[[nodiscard]] Expected<void> addMoves(Round& round, const AddMoves& command, const Plan& plan);

}  // namespace cadre
