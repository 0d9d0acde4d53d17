// Which moves of a large instance a solver looks at first: for each official and for each post the
// cheapest, those that help a quota apart from those that do not. A choice for speed alone: what
// is left out is called in when it is needed (dual_simplex.h).
#pragma once

#include <cstdint>
#include <vector>

#include "propose/model/instance.h"

namespace cadre::propose {

// Places in Instance::arcs, ascending; pinned ones are among them.
[[nodiscard]] std::vector<std::uint32_t> promisingArcs(const Instance& instance,
                                                       std::size_t per_end);

}  // namespace cadre::propose
