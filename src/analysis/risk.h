// How sure a round is: the exact probability that each quota cell holds, and all of them together.
//
// Sets of moves (analysis/move_sets.h) happen independently of each other, each with the product of
// its moves' probabilities: for each move, over the sides that are asked, that of the view which
// the round's register has (model/consultation.h, model/risk.h). Of those who sit somewhere
// afterwards, each leaves independently, at one moment, all posts at once; a cell is judged at its
// quota's date, without one at the round's. Earlier rounds are taken as played, later ones are not
// looked at.
//
// Pure. Figures are rounded half up from exact values, so they are the same on every machine: they
// are first computed in floating point, and where that is not sure of the last digit, in decimals
// of fixed length. (A figure that is nearer than 10^-250 to the middle of two, or for a cell of
// many thousand seats 10^-30, counts as the middle.) What all cells share is computed jointly where
// that is small enough; where it is not, the figure is absent.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "model/plan.h"
#include "simulate/timeline.h"

namespace cadre {

// A probability or a mean: 8731 is 0.8731.
using TenThousandths = std::int64_t;

struct CellRisk {
  QuotaId quota;
  UnitId unit;
  std::int32_t needed = 0;
  std::int32_t attained = 0;       // as the simulation plays the round
  TenThousandths probability = 0;  // of holding
  TenThousandths expected_shortfall = 0;
};

struct MoveRisk {
  std::size_t move = 0;  // place in the round's list
  // That every cell holds when the move's set does not happen; nullopt: not computed.
  std::optional<TenThousandths> if_refused;
};

struct RoundRisk {
  std::vector<CellRisk> cells;  // as in the timeline
  std::vector<MoveRisk> moves;  // that happen in the simulation and are not certain, in list order
  std::optional<TenThousandths> all;  // that every cell holds; nullopt: not computed
};

// REQUIRES: the timeline is the simulation of the scenario, `round` a place in its list.
[[nodiscard]] RoundRisk roundRisk(const Plan& plan, const Scenario& scenario,
                                  const Timeline& timeline, std::size_t round);

}  // namespace cadre
