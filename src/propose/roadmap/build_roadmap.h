// Builds the parts of a roadmap from a plan: what each round offers if nobody moves, and how
// earlier moves change it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/plan.h"
#include "propose/model/question.h"
#include "propose/roadmap/roadmap_instance.h"
#include "simulate/timeline.h"

namespace cadre::propose {

// The parts for the last `rounds` rounds of the scenario, which have no moves, in plan order; empty
// when there are too many possible moves (Problem::is_too_large).
[[nodiscard]] std::optional<std::vector<RoadmapInstance>> roadmapParts(const Plan& plan,
                                                                       const Scenario& scenario,
                                                                       const Timeline& timeline,
                                                                       std::size_t rounds,
                                                                       const std::string& within);

}  // namespace cadre::propose
