#include "document/commands/remove_move.h"

#include "document/commands/shared.h"

namespace cadre {

Expected<Plan> RemoveMove::apply(const Plan& plan) const {
  return withRound(plan, round.scenario, round.round, [&](Round& found) -> Expected<void> {
    if (index >= found.moves.size()) return commands::noSuchMove(index);
    found.moves.erase(found.moves.begin() + static_cast<std::ptrdiff_t>(index));
    return {};
  });
}

Message RemoveMove::label(const Plan& before) const {
  return {text::Str::do_remove_move, {{"name", commands::nameOfMove(before, round, index)}}};
}

void RemoveMove::write(JsonWriter& out, const Plan& /*before*/) const {
  commands::writeRef(out, round);
  commands::writeIndex(out, "index", index);
}

RemoveMove RemoveMove::read(plan_io::ObjectReader& in, const ReadContext& /*context*/) {
  return {commands::readRef(in), commands::readIndex(in, "index")};
}

}  // namespace cadre
