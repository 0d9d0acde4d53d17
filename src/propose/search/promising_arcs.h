// The moves of a large instance that a solver considers first: for each official and each post the
// cheapest, separately for those that help a quota and those that do not. This only affects speed:
// omitted moves are called in when needed (dual_simplex.h).
#pragma once

#include <cstdint>
#include <vector>

#include "propose/model/instance.h"

namespace cadre::propose {

// Indices into Instance::arcs, ascending, including pinned ones.
[[nodiscard]] std::vector<std::uint32_t> promisingArcs(const Instance& instance,
                                                       std::size_t per_end);

}  // namespace cadre::propose
