#include "document/commands/replace_move.h"

#include "core/refused.h"
#include "document/commands/shared.h"
#include "model/consultation.h"
#include "model/limits.h"
#include "plan_io/scenario_io.h"

namespace cadre {

Expected<Plan> ReplaceMove::apply(const Plan& plan) const {
  if (!fits(move, plan)) return refused(text::Str::error_move_does_not_fit);
  return withRound(plan, round.scenario, round.round, [&](Round& found) -> Expected<void> {
    if (index >= found.moves.size()) return commands::noSuchMove(index);
    found.moves[index] = move;
    if (!views) return {};
    std::erase_if(found.consultations,
                  [&](const Consultation& entry) { return isAbout(entry, move.cadre, move.to); });
    if (isSilent(*views)) return {};
    const std::size_t count = found.consultations.size() + 1;
    if (count > limits::kConsultations) return limits::tooMany(count, limits::kConsultations);
    found.consultations.push_back(plan_io::entryOf({move, *views}));
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
  plan_io::writeMove(out, move, before, views ? &*views : nullptr);
  if (!views) out.key("views_apart").boolean(true);
}

ReplaceMove ReplaceMove::read(plan_io::ObjectReader& in, const ReadContext& context) {
  ReplaceMove out{commands::readRef(in), commands::readIndex(in, "index"), {}};
  plan_io::MoveWithViews read = commands::readNested(in, "move", [&](plan_io::ObjectReader nested) {
    return plan_io::readMove(std::move(nested), context.keys);
  });
  out.move = std::move(read.move);
  if (!in.booleanOr("views_apart", false)) out.views = std::move(read.views);
  return out;
}

}  // namespace cadre
