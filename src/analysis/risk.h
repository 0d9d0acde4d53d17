// How certain a round is: the exact probability that each quota cell holds, and all of them
// together.
//
// Sets of moves (analysis/move_sets.h) happen independently of each other. The probability of a set
// is the product of those of its moves; for each move it is the product, over the parties that are
// asked, of the probability of the view recorded in the round's register (model/consultation.h,
// model/risk.h). Everyone who holds a post afterwards leaves independently, at one moment, from all
// posts at once. A cell is evaluated at its quota's date, or at the round's if it has none. Earlier
// rounds are assumed to happen as simulated; later ones are ignored.
//
// Pure. Figures are rounded half up from exact values, so they are the same on every machine: they
// are first computed in floating point and, where that does not determine the last digit, in
// decimals of fixed length. (A figure closer than 10^-250 to the middle between two, or 10^-30 for
// a cell of many thousand seats, counts as the middle.) The joint probability of all cells is
// computed where it is small enough; otherwise it is absent.
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
  std::int32_t attained = 0;       // as simulated
  TenThousandths probability = 0;  // of holding
  TenThousandths expected_shortfall = 0;
};

struct MoveRisk {
  std::size_t move = 0;  // index in the round's list
  // The probability that every cell holds when the move's set does not happen; nullopt: not
  // computed.
  std::optional<TenThousandths> if_refused;
};

struct RoundRisk {
  std::vector<CellRisk> cells;  // as in the timeline
  std::vector<MoveRisk> moves;  // uncertain moves that happen in the simulation, in list order
  std::optional<TenThousandths> all;  // probability that every cell holds; nullopt: not computed
};

// REQUIRES: the timeline is the simulation of the scenario; `round` is an index in its list.
[[nodiscard]] RoundRisk roundRisk(const Plan& plan, const Scenario& scenario,
                                  const Timeline& timeline, std::size_t round);

}  // namespace cadre
