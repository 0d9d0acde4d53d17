#include "propose/search/promising_arcs.h"

#include <algorithm>
#include <numeric>

#include "core/places.h"

namespace cadre::propose {
std::vector<std::uint32_t> promisingArcs(const Instance& instance, std::size_t per_end) {
  std::vector<std::uint8_t> helps(instance.arcs.size(), 0);
  for (const QuotaCell& cell : instance.cells) {
    if (cell.missing <= 0) continue;
    for (const std::int32_t arc : cell.arcs) helps[at(arc)] = 1;
  }
  std::vector<std::uint32_t> order(instance.arcs.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return instance.arcs[a].cost < instance.arcs[b].cost;
  });
  std::vector<std::uint8_t> is_chosen(instance.arcs.size(), 0);
  for (const std::int32_t arc : instance.pinned_arcs) is_chosen[at(arc)] = 1;
  for (const std::int32_t arc : instance.standing_arcs) is_chosen[at(arc)] = 1;
  std::vector<std::size_t> from(2 * instance.officials.size(), 0);
  std::vector<std::size_t> into(2 * instance.posts.size(), 0);
  for (const std::uint32_t a : order) {
    const Arc& arc = instance.arcs[a];
    std::size_t& leaving = from[2 * at(arc.official) + helps[a]];
    std::size_t& coming = into[2 * at(arc.post) + helps[a]];
    if (leaving >= per_end && coming >= per_end) continue;
    ++leaving;
    ++coming;
    is_chosen[a] = 1;
  }
  std::vector<std::uint32_t> out;
  for (std::uint32_t a = 0; a < is_chosen.size(); ++a) {
    if (is_chosen[a] != 0) out.push_back(a);
  }
  return out;
}

}  // namespace cadre::propose
