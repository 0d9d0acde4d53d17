#include "document/round_trial.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <variant>

#include "core/refused.h"
#include "document/edit.h"
#include "model/limits.h"
#include "simulate/simulate.h"

namespace cadre {

RoundTrial::RoundTrial(const Stage& stage)
    : stage_(stage), quota_cells_(stage.plan), was_(stage.timeline.rounds[entryOf(stage)]) {
  const std::size_t entry = entryOf(stage);
  if (entry > 0) {
    round_ = stage.scenario.rounds[entry - 1];
    before_ = was_.before;
  } else {
    round_ = nextRound(stage.plan, stage.scenario, stage.language);
    Scenario made;
    made.rounds = {round_};
    before_ = simulate(stage.plan, made).rounds[1].before;
  }
  scratch_ = round_;
  views_ = ConsultationIndex(round_.consultations);
  const RoundState& last = stage.timeline.rounds[entry > 0 ? entry - 1 : 0];
  before_cells_ = quota_cells_.recount(last.cells, last.after, before_, round_.date);
}

RoundState RoundTrial::play(const Round& round) const {
  return simulateRound(stage_.plan, quota_cells_, round, before_, before_cells_, before_);
}

Effect RoundTrial::effectOf(const Round& round) const { return changeBetween(was_, play(round)); }

// Avoids copying the round, which may have many moves: adds the command's moves and removes them
// again.
std::optional<Effect> RoundTrial::effectInPlace(const AddMoves& command) {
  std::vector<Move>& moves = scratch_.moves;
  const std::size_t count = moves.size();
  const bool is_simple = command.without.empty() && command.consultations.empty() &&
                         command.moves.size() <= 2 &&
                         count + command.moves.size() <= limits::kMoves &&
                         std::all_of(command.moves.begin(), command.moves.end(),
                                     [&](const Move& move) { return fits(move, stage_.plan); });
  if (!is_simple) return std::nullopt;
  std::vector<std::pair<std::size_t, Move>> replaced;
  is_same_.assign(count + command.moves.size(), 1);
  for (const Move& move : command.moves) {
    Move* earlier = scratch_.moveOf(move.cadre);
    const auto place =
        earlier == nullptr ? moves.size() : static_cast<std::size_t>(earlier - moves.data());
    is_same_[place] = 0;
    if (earlier == nullptr) {
      moves.push_back(move);
    } else {
      replaced.emplace_back(place, std::exchange(*earlier, move));
    }
  }
  Effect out = changeBetween(was_,
                             simulateChangedRound(stage_.plan, quota_cells_, scratch_, views_,
                                                  before_, before_cells_, was_, is_same_),
                             is_same_);
  for (auto last = replaced.rbegin(); last != replaced.rend(); ++last) {
    moves[last->first] = std::move(last->second);
  }
  moves.erase(moves.begin() + static_cast<std::ptrdiff_t>(count), moves.end());
  return out;
}

Expected<Effect> RoundTrial::effectOf(const Command& command) {
  if (const auto* added = std::get_if<AddRound>(&command)) return effectOf(added->round);
  if (const auto* moves = std::get_if<AddMoves>(&command)) {
    if (const std::optional<Effect> quick = effectInPlace(*moves)) return *quick;
    Round changed = round_;
    if (Expected<void> done = addMoves(changed, *moves, stage_.plan); !done) {
      return std::unexpected(done.error());
    }
    return effectOf(changed);
  }
  return refused(text::Str::error_nothing_to_move);
}

}  // namespace cadre
