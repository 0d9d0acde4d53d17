#include "document/commands/replace_move.h"

#include "core/refused.h"
#include "document/commands/shared.h"
#include "plan_io/scenario_io.h"

namespace cadre {

Expected<Plan> ReplaceMove::apply(const Plan& plan) const {
  if (!fits(move, plan)) return refused(text::Str::error_move_does_not_fit);
  return withRound(plan, round.scenario, round.round, [&](Round& found) -> Expected<void> {
    if (index >= found.moves.size()) return commands::noSuchMove(index);
    found.moves[index] = move;
    return {};
  });
}

Message ReplaceMove::label(const Plan& before) const {
  return {text::Str::do_replace_move, {{"name", commands::nameOfCadre(before, move.cadre)}}};
}

void ReplaceMove::write(JsonWriter& out, const Plan& before) const {
  commands::writeRef(out, round);
  commands::writeIndex(out, "index", index);
  out.key("move");
  plan_io::writeMove(out, move, before);
}

ReplaceMove ReplaceMove::read(plan_io::ObjectReader& in, const ReadContext& context) {
  return {commands::readRef(in), commands::readIndex(in, "index"),
          commands::readNested(in, "move", [&](plan_io::ObjectReader move) {
            return plan_io::readMove(std::move(move), context.keys);
          })};
}

}  // namespace cadre
