#include "core/stable_sort.h"

#include <algorithm>

namespace cadre::detail {
namespace {

// Merges [begin, middle) and [middle, end) of `from` into the same range of `to`.
void merge(const std::vector<std::uint32_t>& from, std::vector<std::uint32_t>& to,
           std::size_t begin, std::size_t middle, std::size_t end, IsBefore is_before,
           const void* context) {
  std::size_t left = begin;
  std::size_t right = middle;
  for (std::size_t i = begin; i < end; ++i) {
    const bool takes_right =
        left == middle || (right < end && is_before(context, from[right], from[left]));
    to[i] = takes_right ? from[right++] : from[left++];
  }
}

}  // namespace

std::vector<std::uint32_t> stableOrder(std::size_t count, IsBefore is_before, const void* context) {
  std::vector<std::uint32_t> order;
  std::size_t in_order = 1;
  while (in_order < count && !is_before(context, static_cast<std::uint32_t>(in_order),
                                        static_cast<std::uint32_t>(in_order - 1))) {
    ++in_order;
  }
  if (in_order >= count) return order;

  order.resize(count);
  for (std::size_t i = 0; i < count; ++i) order[i] = static_cast<std::uint32_t>(i);
  std::vector<std::uint32_t> other(count);
  for (std::size_t width = 1; width < count; width *= 2) {
    for (std::size_t begin = 0; begin < count; begin += 2 * width) {
      merge(order, other, begin, std::min(begin + width, count), std::min(begin + 2 * width, count),
            is_before, context);
    }
    order.swap(other);
  }
  return order;
}

}  // namespace cadre::detail
