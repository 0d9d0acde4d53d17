#include "document/commands/reorder_move.h"

#include "document/commands/shared.h"

namespace cadre {

Expected<Plan> ReorderMove::apply(const Plan& plan) const {
  return withRound(plan, round.scenario, round.round, [&](Round& found) -> Expected<void> {
    if (from >= found.moves.size()) return commands::noSuchMove(from);
    if (to >= found.moves.size()) return commands::noSuchMove(to);
    Move move = std::move(found.moves[from]);
    found.moves.erase(found.moves.begin() + static_cast<std::ptrdiff_t>(from));
    found.moves.insert(found.moves.begin() + static_cast<std::ptrdiff_t>(to), std::move(move));
    return {};
  });
}

Message ReorderMove::label(const Plan& before) const {
  return {text::Str::do_reorder_move, {{"name", commands::nameOfMove(before, round, from)}}};
}

void ReorderMove::write(JsonWriter& out, const Plan& /*before*/) const {
  commands::writeRef(out, round);
  commands::writeIndex(out, "from", from);
  commands::writeIndex(out, "to", to);
}

ReorderMove ReorderMove::read(plan_io::ObjectReader& in, const ReadContext& /*context*/) {
  return {commands::readRef(in), commands::readIndex(in, "from"), commands::readIndex(in, "to")};
}

}  // namespace cadre
