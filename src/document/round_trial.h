// Tries changes of one round, thousands of them: only that round is played, not the scenario.
//
// Gives exactly what effectOf (what_if.h) gives for the same command, because it plays the round
// with the same function as the simulation. A trial costs time in proportion to the posts of the
// plan and the moves of the round. Refers to the stage, which must outlive it.
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

  // What a command of moveOnto, moveOut or any other AddMoves or AddRound in the stage's round
  // changes; an error when it cannot be applied or is of another kind.
  [[nodiscard]] Expected<Effect> effectOf(const Command& command);
  // What it would change if the round were this one.
  [[nodiscard]] Effect effectOf(const Round& round) const;
  // The round played as it would be.
  [[nodiscard]] RoundState play(const Round& round) const;

  // The round as it stands; without moves where the stage has none yet.
  [[nodiscard]] const Round& round() const { return round_; }
  // What was said in the round, which no move changes.
  [[nodiscard]] const ConsultationIndex& views() const { return views_; }
  // Just before the round, departures done.
  [[nodiscard]] const Seating& before() const { return before_; }

 private:
  // Nothing when the command has to be tried on a copy of the round.
  [[nodiscard]] std::optional<Effect> effectInPlace(const AddMoves& command);

  const Stage& stage_;
  QuotaCells quota_cells_;
  // What a trial is compared with: the round as it was played or, where the stage has none yet, the
  // baseline, which has no moves.
  const RoundState& was_;
  Round round_;
  ConsultationIndex views_;
  // The round again, changed for the time of one trial, and which of its moves are as they were.
  Round scratch_;
  std::vector<std::uint8_t> is_same_;
  Seating before_;
  std::vector<Cell> before_cells_;  // of before_, on the day of the round
};

}  // namespace cadre
