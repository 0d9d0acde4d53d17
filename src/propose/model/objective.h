// What a proposal is measured by, strictly in this order: shortfall over all cells, vacant open
// posts left, standing moves that are dropped (where it is asked to be calm; else 0), posts that
// change hands, cost.
#pragma once

#include <compare>
#include <cstdint>

namespace cadre::propose {

struct Objective {
  std::int64_t shortfall = 0;
  std::int64_t vacant = 0;
  std::int64_t dropped = 0;
  std::int64_t moves = 0;
  std::int64_t cost = 0;

  friend constexpr auto operator<=>(const Objective&, const Objective&) = default;
  friend constexpr Objective operator+(const Objective& a, const Objective& b) {
    return {a.shortfall + b.shortfall, a.vacant + b.vacant, a.dropped + b.dropped,
            a.moves + b.moves, a.cost + b.cost};
  }
};

// What counts: all of a proposal; or, for a frontier, shortfall and then cost alone.
enum class Order : std::uint8_t { kProposal, kShortfallThenCost };

// What a search in that order compares by: what does not count is 0.
[[nodiscard]] constexpr Objective inOrder(const Objective& objective, Order order) {
  if (order == Order::kProposal) return objective;
  return {objective.shortfall, 0, 0, 0, objective.cost};
}

// Weights by which one whole number says the same as all of an objective, for one instance: each is
// more than all that comes after it can add up to.
struct Weights {
  std::int64_t shortfall = 1;
  std::int64_t vacant = 1;
  std::int64_t dropped = 1;
  std::int64_t moves = 1;

  [[nodiscard]] std::int64_t join(const Objective& o) const {
    return o.shortfall * shortfall + o.vacant * vacant + o.dropped * dropped + o.moves * moves +
           o.cost;
  }
  // REQUIRES: none is negative, and all are within what the weights were made for.
  [[nodiscard]] Objective split(std::int64_t sum) const {
    return {sum / shortfall, sum % shortfall / vacant, sum % vacant / dropped,
            sum % dropped / moves, sum % moves};
  }
};

}  // namespace cadre::propose
