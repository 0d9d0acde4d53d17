// Simulates a scenario from the baseline through its rounds, as plan-format's "Meaning" defines.
//
// Pure and total: every plan and scenario gives a timeline. Whatever breaks a rule or cannot happen
// becomes a finding. The same plan and scenario give the same timeline on every machine.
#pragma once

#include <cstdint>
#include <vector>

#include "model/consultation.h"
#include "model/plan.h"
#include "simulate/quota_cells.h"
#include "simulate/timeline.h"

namespace cadre {

// The scenario may belong to the plan or be made for it (a what-if).
[[nodiscard]] Timeline simulate(const Plan& plan, const Scenario& scenario);

// Simulates one round on its own, starting from `before` (departures already applied). Only
// `cells`, `after`, `findings`, `happened`, `moves` and `date` of the result are filled in; a
// timeline entry adds the seating before the round and its departures. `last_cells` are the cells
// of the seating `last`.
[[nodiscard]] RoundState simulateRound(const Plan& plan, const QuotaCells& quota_cells,
                                       const Round& round, const Seating& before,
                                       const std::vector<Cell>& last_cells, const Seating& last);

// The same for a round that differs in only a few moves from one already simulated. Findings are
// left out when they are about a move that `is_same` (by index) and happened both times, and do not
// depend on other moves. `was` is the round as simulated before; `before_cells` are the cells of
// the seating `before` on the day of the round. REQUIRES: `views` comes from the round's register,
// the same one with which the earlier round was simulated.
[[nodiscard]] RoundState simulateChangedRound(const Plan& plan, const QuotaCells& quota_cells,
                                              const Round& round, const ConsultationIndex& views,
                                              const Seating& before,
                                              const std::vector<Cell>& before_cells,
                                              const RoundState& was,
                                              const std::vector<std::uint8_t>& is_same);

// Whether simulateChangedRound leaves out this finding of the earlier round.
[[nodiscard]] bool isLeftOut(const Finding& finding, const RoundState& was, const RoundState& now,
                             const std::vector<std::uint8_t>& is_same);

// A timeline of the baseline alone.
[[nodiscard]] Timeline simulateBaseline(const Plan& plan);

}  // namespace cadre
