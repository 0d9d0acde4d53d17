#include "document/round_trial.h"

#include <cstddef>
#include <utility>
#include <variant>

#include "document/edit.h"
#include "model/limits.h"
#include "simulate/simulate.h"

namespace cadre {

RoundTrial::RoundTrial(const Stage& stage) : stage_(stage), quota_cells_(stage.plan) {
  const std::size_t entry = entryOf(stage);
  if (entry > 0) {
    round_ = stage.scenario.rounds[entry - 1];
    scratch_ = round_;
    const RoundState& last = stage.timeline.rounds[entry - 1];
    before_cells_ = quota_cells_.recount(last.cells, last.after, before(), round_.date);
    return;
  }
  round_ = nextRound(stage.plan, stage.scenario, stage.language);
  Scenario made;
  made.rounds = {round_};
  made_ = simulate(stage.plan, made);
  scratch_ = round_;
}

const Seating& RoundTrial::before() const {
  const std::size_t entry = entryOf(stage_);
  return entry > 0 ? stage_.timeline.rounds[entry].before : made_.rounds[1].before;
}

RoundState RoundTrial::play(const Round& round) const {
  const std::size_t entry = entryOf(stage_);
  const RoundState& last =
      entry > 0 ? stage_.timeline.rounds[entry - 1] : stage_.timeline.rounds.front();
  return playRound(stage_.plan, quota_cells_, round, before(), last.cells, last.after);
}

Effect RoundTrial::effectOf(const Round& round) const {
  return changeBetween(stage_.timeline.rounds[entryOf(stage_)], play(round));
}

RoundState RoundTrial::playChanged(const RoundState& was) const {
  return playChangedRound(stage_.plan, quota_cells_, scratch_, before(), before_cells_, was,
                          is_same_);
}

// Without a copy of the round, which may have many moves: what the command adds is put in and taken
// out again.
std::optional<Effect> RoundTrial::effectInPlace(const AddMoves& command) const {
  std::vector<Move>& moves = scratch_.moves;
  const std::size_t count = moves.size();
  const bool is_simple = command.without.empty() && command.moves.size() <= 2 &&
                         count + command.moves.size() <= limits::kMoves;
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
  const RoundState& was = stage_.timeline.rounds[entryOf(stage_)];
  const bool was_played = entryOf(stage_) > 0;  // the baseline has no round to compare with
  Effect out = was_played ? changeBetween(was, playChanged(was), is_same_) : effectOf(scratch_);
  for (auto last = replaced.rbegin(); last != replaced.rend(); ++last) {
    moves[last->first] = std::move(last->second);
  }
  moves.erase(moves.begin() + static_cast<std::ptrdiff_t>(count), moves.end());
  return out;
}

Expected<Effect> RoundTrial::effectOf(const Command& command) const {
  if (const auto* added = std::get_if<AddRound>(&command)) return effectOf(added->round);
  if (const auto* moves = std::get_if<AddMoves>(&command)) {
    if (const std::optional<Effect> quick = effectInPlace(*moves)) return *quick;
    Round changed = round_;
    if (Expected<void> done = addMoves(changed, *moves, stage_.plan); !done) {
      return std::unexpected(done.error());
    }
    return effectOf(changed);
  }
  return std::unexpected(Error{ErrorCode::kUsage, "", {text::Str::error_nothing_to_move, {}}});
}

}  // namespace cadre
