// Plays a choice of moves of a roadmap round by round: what it comes to, or that it cannot be. It
// shares nothing with the search, whose choices it judges.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "propose/model/objective.h"
#include "propose/roadmap/roadmap_instance.h"

namespace cadre::propose {

// What a choice comes to, played round by round; nothing when it cannot be: an official who moves
// twice or is gone, a post with two holders or left vacant, a cap or a hard rule of the part
// broken.
struct PlayedChoice {
  std::vector<Objective> rounds;
  std::vector<std::int32_t> arc_costs;  // in the order of the choice's arcs
};
[[nodiscard]] std::optional<PlayedChoice> play(const RoadmapInstance& part,
                                               const RoadmapChoice& choice);

[[nodiscard]] Objective sumOf(const PlayedChoice& played);

}  // namespace cadre::propose
