// From a plan to the parts of a roadmap: what each round offers as long as nobody moves, and what
// earlier moves change of it.
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

// Parts for the last `rounds` rounds of the scenario, which have no moves, in the order of the
// plan; nothing when there are too many ways to move (Problem::is_too_large).
[[nodiscard]] std::optional<std::vector<RoadmapInstance>> roadmapParts(const Plan& plan,
                                                                       const Scenario& scenario,
                                                                       const Timeline& timeline,
                                                                       std::size_t rounds,
                                                                       const std::string& within);

}  // namespace cadre::propose
