// Tries thousands of changes to one round, simulating only that round instead of the scenario.
//
// Gives exactly the same results as effectOf (what_if.h), because it uses the simulation's own
// function for a round. The cost of a trial is proportional to the posts of the plan and the moves
// of the round. Refers to the stage, which must outlive it.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "document/what_if.h"
#include "model/consultation.h"
#include "simulate/quota_cells.h"

namespace cadre {

class RoundTrial {
 public:
  explicit RoundTrial(const Stage& stage);

  // The effect of a command of moveOnto, moveOut or any other AddMoves or AddRound in the stage's
  // round; an error when it cannot be applied or is of another kind.
  [[nodiscard]] Expected<Effect> effectOf(const Command& command);
  // The effect if the round were this one.
  [[nodiscard]] Effect effectOf(const Round& round) const;
  // The simulated round with the change.
  [[nodiscard]] RoundState play(const Round& round) const;

  // The present round; without moves if the stage has none yet.
  [[nodiscard]] const Round& round() const { return round_; }
  // The views recorded in the round, which moves do not affect.
  [[nodiscard]] const ConsultationIndex& views() const { return views_; }
  // Just before the round, after departures.
  [[nodiscard]] const Seating& before() const { return before_; }

 private:
  // Empty when the command has to be tried on a copy of the round.
  [[nodiscard]] std::optional<Effect> effectInPlace(const AddMoves& command);

  const Stage& stage_;
  QuotaCells quota_cells_;
  // The basis of comparison: the simulated round or, if the stage has none yet, the baseline, which
  // has no moves.
  const RoundState& was_;
  Round round_;
  ConsultationIndex views_;
  // A copy of the round, changed during a trial, and which of its moves are unchanged.
  Round scratch_;
  std::vector<std::uint8_t> is_same_;
  Seating before_;
  std::vector<Cell> before_cells_;  // of before_, on the day of the round
};

}  // namespace cadre
