// Indices into the vectors of an instance: 32 bits where they are stored, -1 for none; size_t where
// they are used.
#pragma once

#include <cstddef>
#include <cstdint>

namespace cadre {

// REQUIRES: not none.
[[nodiscard]] constexpr std::size_t at(std::int32_t place) {
  return static_cast<std::size_t>(place);
}
[[nodiscard]] constexpr std::int32_t place(std::size_t index) {
  return static_cast<std::int32_t>(index);
}

}  // namespace cadre
