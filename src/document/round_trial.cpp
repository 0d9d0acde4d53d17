#include "document/round_trial.h"

#include <utility>
#include <variant>

#include "document/edit.h"
#include "simulate/simulate.h"

namespace cadre {

RoundTrial::RoundTrial(const Stage& stage) : stage_(stage), quota_cells_(stage.plan) {
  const std::size_t entry = entryOf(stage);
  if (entry > 0) {
    round_ = stage.scenario.rounds[entry - 1];
    return;
  }
  round_ = nextRound(stage.plan, stage.scenario, stage.language);
  Scenario made;
  made.rounds = {round_};
  made_ = simulate(stage.plan, made);
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

Expected<Effect> RoundTrial::effectOf(const Command& command) const {
  if (const auto* added = std::get_if<AddRound>(&command)) return effectOf(added->round);
  if (const auto* moves = std::get_if<AddMoves>(&command)) {
    Round changed = round_;
    if (Expected<void> done = addMoves(changed, *moves, stage_.plan); !done) {
      return std::unexpected(done.error());
    }
    return effectOf(changed);
  }
  return std::unexpected(Error{ErrorCode::kUsage, "", {text::Str::error_nothing_to_move, {}}});
}

}  // namespace cadre
