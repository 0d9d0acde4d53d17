// Simulates a choice of roadmap moves round by round: its objective, or that it is impossible. It
// shares no code with the search whose choices it verifies.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "propose/model/objective.h"
#include "propose/roadmap/roadmap_instance.h"

namespace cadre::propose {

// The objective of a choice, simulated round by round; empty when it is impossible: an official
// moves twice or is gone, a post has two holders or is left vacant, or a cap or hard rule of the
// part is broken.
struct PlayedChoice {
  std::vector<Objective> rounds;
  std::vector<std::int32_t> arc_costs;  // in the order of the choice's arcs
};
[[nodiscard]] std::optional<PlayedChoice> play(const RoadmapInstance& part,
                                               const RoadmapChoice& choice);

[[nodiscard]] Objective sumOf(const PlayedChoice& played);

}  // namespace cadre::propose
