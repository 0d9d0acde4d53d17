// How full each round of a scenario is against the plan's caps.
//
// Counted are the moves that happen. In a district count those that end there; one to no post
// counts in the district that it leaves.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/plan.h"
#include "simulate/timeline.h"

namespace cadre {

struct RoundLoad {
  std::int32_t moves = 0;
  UnitId fullest;  // the district with the most moves, the first of several; none: no move in any
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
