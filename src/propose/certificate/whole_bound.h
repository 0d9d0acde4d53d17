// A bound in whole numbers: what multipliers of rows prove of everything that keeps rows and
// bounds.
//
// For multipliers m of the rows a·x of a programme with costs c (times a scale) it is
//   sum over rows of m × the least that the row may be (m > 0) or the most (m < 0)
//   + sum over variables of reduced cost × lower bound (above 0) or upper bound (below 0),
// the reduced cost of a variable being its cost less the multipliers of its rows. With the scale 0
// a sum above 0 says that nothing keeps rows and bounds.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "propose/certificate/named_programme.h"

namespace cadre::propose {

// Wide enough for sums of products of 64-bit numbers; what does not fit is no bound.
__extension__ using Wide = __int128;

// Bounds of variables, as branchings leave them.
struct Box {
  std::vector<std::int32_t> lower;
  std::vector<std::int32_t> upper;
};

struct WholeBound {
  Wide sum = 0;
  std::vector<Wide> reduced;  // by variable
};

// `multipliers` by row. Nothing where one has a sign for which the model has no bound, or where a
// number gets too large.
[[nodiscard]] std::optional<WholeBound> wholeBound(const NamedProgramme& named, const Box& box,
                                                   const std::vector<std::int64_t>& multipliers,
                                                   std::int64_t scale);

}  // namespace cadre::propose
