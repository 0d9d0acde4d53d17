// The load of each round of a scenario, compared with the plan's caps.
//
// Moves that happen are counted. A move counts in the district of its destination; a move to no
// post counts in the district that it leaves.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/plan.h"
#include "simulate/timeline.h"

namespace cadre {

struct RoundLoad {
  std::int32_t moves = 0;
  UnitId fullest;  // the district with the most moves, the first of equals; none: no move in any
  std::int32_t in_fullest = 0;
  std::optional<std::int32_t> most;  // caps of the plan; nullopt: none
  std::optional<std::int32_t> most_in_district;

  [[nodiscard]] bool isOver() const { return most && moves > *most; }
  [[nodiscard]] bool isDistrictOver() const {
    return most_in_district && in_fullest > *most_in_district;
  }
};

// By round. REQUIRES: the timeline is the simulation of the scenario.
[[nodiscard]] std::vector<RoundLoad> roundLoads(const Plan& plan, const Scenario& scenario,
                                                const Timeline& timeline);

}  // namespace cadre
