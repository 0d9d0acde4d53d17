#include "document/commands/add_moves.h"

#include <algorithm>

#include "core/refused.h"
#include "document/commands/shared.h"
#include "model/consultation.h"
#include "model/limits.h"
#include "plan_io/reference.h"
#include "plan_io/scenario_io.h"

namespace cadre {

Expected<void> addMoves(Round& round, const AddMoves& command, const Plan& plan) {
  std::erase_if(round.moves, [&](const Move& move) {
    return std::find(command.without.begin(), command.without.end(), move.cadre) !=
           command.without.end();
  });
  for (const Move& move : command.moves) {
    if (!fits(move, plan)) return refused(text::Str::error_move_does_not_fit);
    if (Move* earlier = round.moveOf(move.cadre); earlier != nullptr) {
      *earlier = move;
    } else {
      round.moves.push_back(move);
    }
  }
  if (!std::all_of(command.consultations.begin(), command.consultations.end(),
                   [&](const Consultation& entry) { return fits(entry, plan); })) {
    return refused(text::Str::error_views_do_not_fit);
  }
  enter(round.consultations, command.consultations);
  const std::size_t count = round.moves.size();
  if (count > limits::kMoves) return limits::tooMany(count, limits::kMoves);
  const std::size_t said = round.consultations.size();
  if (said > limits::kConsultations) return limits::tooMany(said, limits::kConsultations);
  return {};
}

Expected<Plan> AddMoves::apply(const Plan& plan) const {
  return withRound(plan, round.scenario, round.round,
                   [&](Round& found) { return addMoves(found, *this, plan); });
}

Message AddMoves::label(const Plan& before) const {
  const auto name = [&](std::size_t move) {
    return commands::nameOfCadre(before, moves[move].cadre);
  };
  if (moves.size() == 1) return {text::Str::do_add_move, {{"name", name(0)}}};
  if (moves.size() == 2 && moves[0].to && moves[1].to) {
    return {text::Str::do_swap, {{"name", name(0)}, {"other", name(1)}}};
  }
  return {text::Str::do_add_moves, {{"count", static_cast<std::int64_t>(moves.size())}}};
}

void AddMoves::write(JsonWriter& out, const Plan& before) const {
  commands::writeRef(out, round);
  out.key("moves").beginArray();
  for (const Move& move : moves) plan_io::writeMove(out, move, before);
  out.endArray();
  if (!without.empty()) {
    out.key("without").beginArray();
    for (const CadreId cadre : without) out.string(before.cadre(cadre).key);
    out.endArray();
  }
  if (!consultations.empty()) {
    out.key("consultations").beginArray();
    for (const Consultation& entry : consultations) plan_io::writeConsultation(out, entry, before);
    out.endArray();
  }
}

AddMoves AddMoves::read(plan_io::ObjectReader& in, const ReadContext& context) {
  AddMoves out{commands::readRef(in), {}, {}};
  in.forEach("moves", [&](const JsonValue& item, const plan_io::Path& path) {
    plan_io::MoveWithViews read =
        plan_io::readMove(plan_io::ObjectReader(item, path, in.errors()), context.keys);
    // A record written before the register existed.
    if (!isSilent(read.views)) out.consultations.push_back(plan_io::entryOf(read));
    out.moves.push_back(std::move(read.move));
  });
  out.without = plan_io::references(in, "without", context.keys.cadres, text::Str::expect_cadre);
  in.forEachOptional("consultations", [&](const JsonValue& item, const plan_io::Path& path) {
    out.consultations.push_back(
        plan_io::readConsultation(plan_io::ObjectReader(item, path, in.errors()), context.keys));
  });
  return out;
}

}  // namespace cadre
