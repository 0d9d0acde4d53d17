// Plays a scenario from the baseline through its rounds, as plan-format's "Meaning" says.
//
// Pure and total: every plan and scenario gives a timeline; what breaks a rule, or cannot happen,
// is a finding beside it. The same plan and scenario give the same timeline on every machine.
#pragma once

#include <cstdint>
#include <vector>

#include "model/consultation.h"
#include "model/plan.h"
#include "simulate/quota_cells.h"
#include "simulate/timeline.h"

namespace cadre {

// The scenario may be one of the plan's or any other that was made for it (a what-if).
[[nodiscard]] Timeline simulate(const Plan& plan, const Scenario& scenario);

// One round by itself: what it comes to when it starts from `before` (departures done). Only
// `cells`, `after`, `findings`, `happened`, `moves` and `date` of the result are filled in: the
// entry of a timeline is this with the seating before and its departures. `last_cells` are the
// cells of the seating `last`.
[[nodiscard]] RoundState playRound(const Plan& plan, const QuotaCells& quota_cells,
                                   const Round& round, const Seating& before,
                                   const std::vector<Cell>& last_cells, const Seating& last);

// The same for a round that differs from one that was played in few moves: what rules say of a move
// that `is_same` (by place) and happened then and now is left out of the findings, where it does
// not depend on other moves. `was` is the round as it was played, `before_cells` are the cells of
// the seating `before` on the day of the round. REQUIRES: `views` is of the round's register, and
// that is the one with which the round was played.
[[nodiscard]] RoundState playChangedRound(const Plan& plan, const QuotaCells& quota_cells,
                                          const Round& round, const ConsultationIndex& views,
                                          const Seating& before,
                                          const std::vector<Cell>& before_cells,
                                          const RoundState& was,
                                          const std::vector<std::uint8_t>& is_same);

// Whether playChangedRound leaves such a finding of the round as it was out.
[[nodiscard]] bool isLeftOut(const Finding& finding, const RoundState& was, const RoundState& now,
                             const std::vector<std::uint8_t>& is_same);

// The baseline alone.
[[nodiscard]] Timeline simulateBaseline(const Plan& plan);

}  // namespace cadre
