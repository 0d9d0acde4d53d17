// A stable sort that is compiled once instead of once per element type: the page is downloaded, and
// the standard library's sorts made up a tenth of it. For lists of elements that are expensive to
// move, and wherever a few indirect calls do not matter; innermost loops use std::sort.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace cadre {

namespace detail {

// Whether the element at index a comes before the one at index b.
using IsBefore = bool (*)(const void* context, std::uint32_t a, std::uint32_t b);

// For each index, in order, the index its element comes from. Empty when everything is already
// sorted.
std::vector<std::uint32_t> stableOrder(std::size_t count, IsBefore is_before, const void* context);

}  // namespace detail

template <typename T, typename Less>
void stableSort(std::span<T> values, const Less& less) {
  struct Context {
    std::span<T> values;
    const Less& less;
  };
  const Context context{values, less};
  std::vector<std::uint32_t> from = detail::stableOrder(
      values.size(),
      [](const void* its_context, std::uint32_t a, std::uint32_t b) -> bool {
        const auto& given = *static_cast<const Context*>(its_context);
        return given.less(given.values[a], given.values[b]);
      },
      &context);
  // Follows each cycle of the permutation; a finished index refers to itself.
  for (std::uint32_t start = 0; start < from.size(); ++start) {
    if (from[start] == start) continue;
    T held = std::move(values[start]);
    std::uint32_t hole = start;
    while (from[hole] != start) {
      const std::uint32_t next = from[hole];
      values[hole] = std::move(values[next]);
      from[hole] = hole;
      hole = next;
    }
    values[hole] = std::move(held);
    from[hole] = hole;
  }
}

template <typename T, typename Less>
void stableSort(std::vector<T>& values, const Less& less) {
  stableSort(std::span<T>(values), less);
}

}  // namespace cadre
