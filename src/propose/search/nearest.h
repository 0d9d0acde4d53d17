// Selects the nearest of many values.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

namespace cadre::propose {

// A threshold below which about `most` of the smallest values lie; never above `end`.
[[nodiscard]] inline std::int64_t endOfNearest(const std::vector<std::int64_t>& values,
                                               std::int64_t end, std::size_t most) {
  std::vector<std::int64_t> below;
  std::copy_if(values.begin(), values.end(), std::back_inserter(below),
               [&](std::int64_t one) { return one < end; });
  if (below.size() <= most) return end;
  const auto last = below.begin() + static_cast<std::ptrdiff_t>(most);
  std::nth_element(below.begin(), last, below.end());
  return *last;
}

}  // namespace cadre::propose
