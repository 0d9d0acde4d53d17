#include "propose/certificate/check_tree.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/places.h"
#include "propose/certificate/named_programme.h"
#include "propose/certificate/whole_bound.h"
#include "text/strings.h"

namespace cadre::propose {
namespace {

using text::Str;
using Outcome = std::expected<void, Message>;

// Weights above this leave no room for sums.
constexpr std::int64_t kMostWeight = std::int64_t{1} << 55;
constexpr std::int64_t kMostSum = std::int64_t{1} << 61;

std::int64_t vacantPosts(const Instance& instance) {
  return std::count_if(instance.posts.begin(), instance.posts.end(),
                       [](const OpenPost& post) { return post.holder < 0; });
}

// No choice costs more: each post takes one arc in and one holder out.
Wide mostCost(const Instance& instance) {
  std::vector<Wide> dearest(instance.posts.size(), 0);
  for (const Arc& arc : instance.arcs) {
    dearest[at(arc.post)] = std::max<Wide>(dearest[at(arc.post)], arc.cost);
  }
  Wide sum = std::accumulate(dearest.begin(), dearest.end(), Wide{0});
  sum += Wide{instance.leave_cost} * (place(instance.posts.size()) - vacantPosts(instance));
  sum += Wide{instance.continuity_cost} * place(instance.head_limit.size());
  return sum + Wide{instance.exclusion_cost} * instance.pairs;
}

// Each weight is more than all after it can be above the bound, so that whatever has at least the
// sum of the bound is not before it in their order.
bool areWeightsRight(const Instance& instance, const Weights& weights, const Objective& bound) {
  struct Level {
    std::int64_t weight;
    Wide most;
    std::int64_t bound;
  };
  const std::int64_t vacant = vacantPosts(instance);
  const std::array<Level, 5> levels = {{
      {1, mostCost(instance), bound.cost},
      {weights.moves, place(instance.posts.size()), bound.moves},
      {weights.dropped, 0, bound.dropped},
      {weights.vacant, 0, bound.vacant},
      {weights.shortfall, 0, bound.shortfall},
  }};
  Wide after = 0;
  for (const Level& level : levels) {
    // Without standing moves that objective is always 0.
    const bool is_idle = &level == &levels[2] && instance.standing() == 0 && bound.dropped == 0;
    if (is_idle) continue;
    if (level.weight <= after || level.weight > kMostWeight) return false;
    after += Wide{level.weight} * std::max<Wide>(0, level.most - level.bound);
  }
  const Wide constant = Wide{weights.dropped} * instance.standing() + Wide{weights.vacant} * vacant;
  return constant <= kMostSum && weights.dropped > 0 && weights.dropped <= kMostWeight;
}

std::int64_t unitOf(const Instance& instance, const Weights& weights) {
  std::int64_t out = std::gcd(instance.leave_cost, instance.continuity_cost);
  for (const std::int64_t each :
       {std::int64_t{instance.exclusion_cost}, weights.shortfall, weights.vacant, weights.moves}) {
    out = std::gcd(out, each);
  }
  if (instance.standing() > 0) out = std::gcd(out, weights.dropped);
  for (const Arc& arc : instance.arcs) out = std::gcd(out, std::int64_t{arc.cost});
  return std::max<std::int64_t>(1, out);
}

class Checker {
 public:
  Checker(const NamedProgramme& named, std::int32_t most, std::optional<Wide> beaten,
          std::int64_t part)
      : named_(named), beaten_(beaten), part_(part) {
    box_.lower = named.program.lower;
    box_.upper = named.program.upper;
    box_.upper[named.total] = std::min(box_.upper[named.total], most);
    for (std::size_t j = 0; j < named.variables.size(); ++j) variables_[named.variables[j]] = j;
    for (std::size_t i = 0; i < named.rows.size(); ++i) rows_[named.rows[i]] = i;
  }

  Outcome check(const std::vector<ProofNode>& nodes) {
    std::vector<Open> open = {{0, 0, INT32_MIN, INT32_MAX, true}};
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (open.empty())
        return std::unexpected(Message{Str::certificate_why_tree, {{"part", part_}}});
      const Open next = open.back();
      open.pop_back();
      back(next.trail);
      bool is_empty = false;
      if (!next.is_root) {
        set(next.variable, std::max(box_.lower[next.variable], next.lower),
            std::min(box_.upper[next.variable], next.upper));
        is_empty = box_.lower[next.variable] > box_.upper[next.variable];
      }
      if (Outcome one = visit(nodes[i], static_cast<std::int64_t>(i), is_empty, open); !one)
        return one;
    }
    if (!open.empty())
      return std::unexpected(Message{Str::certificate_why_tree, {{"part", part_}}});
    return {};
  }

 private:
  struct Open {
    std::size_t trail;
    std::size_t variable;
    std::int32_t lower;
    std::int32_t upper;
    bool is_root = false;
  };
  struct Changed {
    std::size_t variable;
    std::int32_t lower;
    std::int32_t upper;
  };

  Outcome visit(const ProofNode& node, std::int64_t number, bool is_empty,
                std::vector<Open>& open) {
    const bool is_leaf = node.split.empty();
    const Message unproven{Str::certificate_why_node, {{"part", part_}, {"node", number}}};
    if (node.multipliers && node.multipliers->scale < 0) return std::unexpected(unproven);
    if (node.multipliers && !is_empty) {
      std::vector<std::int64_t> by_row(named_.rows.size(), 0);
      for (const auto& [name, multiplier] : node.multipliers->rows) {
        const auto row = rows_.find(name);
        if (row == rows_.end()) return noSuch(name);
        by_row[row->second] = multiplier;
      }
      const std::int64_t scale = node.multipliers->scale;
      const bool fits = scale >= 0 && (beaten_ || scale == 0);
      const auto bound = fits ? wholeBound(named_, box_, by_row, scale) : std::nullopt;
      Wide beaten = 0;
      if (!bound || __builtin_mul_overflow(beaten_.value_or(0), Wide{scale}, &beaten)) {
        return std::unexpected(unproven);
      }
      if (is_leaf && bound->sum <= beaten) return std::unexpected(unproven);
      if (!is_leaf) fix(*bound, beaten);
    } else if (is_leaf && !is_empty) {
      return std::unexpected(unproven);
    }
    if (is_leaf) return {};
    const auto variable = variables_.find(node.split);
    if (variable == variables_.end()) return noSuch(node.split);
    const auto at = static_cast<std::int32_t>(std::clamp<std::int64_t>(node.at, -1, INT32_MAX - 1));
    open.push_back({trail_.size(), variable->second, at + 1, INT32_MAX});
    open.push_back({trail_.size(), variable->second, INT32_MIN, at});
    return {};
  }

  [[nodiscard]] Outcome noSuch(const std::string& name) const {
    return std::unexpected(Message{Str::certificate_why_name, {{"part", part_}, {"name", name}}});
  }

  void fix(const WholeBound& bound, Wide beaten) {
    for (std::size_t j = 0; j < bound.reduced.size(); ++j) {
      const Wide cost = bound.reduced[j];
      if (cost == 0 || box_.lower[j] >= box_.upper[j]) continue;
      Wide beyond = 0;
      if (__builtin_add_overflow(bound.sum, cost < 0 ? -cost : cost, &beyond)) continue;
      if (beyond <= beaten) continue;
      const std::int32_t value = cost > 0 ? box_.lower[j] : box_.upper[j];
      set(j, value, value);
    }
  }

  void set(std::size_t variable, std::int32_t lower, std::int32_t upper) {
    trail_.push_back({variable, box_.lower[variable], box_.upper[variable]});
    box_.lower[variable] = lower;
    box_.upper[variable] = upper;
  }
  void back(std::size_t length) {
    for (; trail_.size() > length; trail_.pop_back()) {
      box_.lower[trail_.back().variable] = trail_.back().lower;
      box_.upper[trail_.back().variable] = trail_.back().upper;
    }
  }

  const NamedProgramme& named_;
  std::optional<Wide> beaten_;  // none: what is to be proven is that there is no choice
  std::int64_t part_;
  Box box_;
  std::vector<Changed> trail_;
  std::unordered_map<std::string_view, std::size_t> variables_;
  std::unordered_map<std::string_view, std::size_t> rows_;
};

}  // namespace

Outcome checkPoint(const Plan& plan, const Instance& instance, const ProofPoint& point,
                   std::int64_t part) {
  const std::vector<std::uint8_t> all(instance.exclusions.size(), 1);
  const std::int32_t most = point.most.value_or(INT32_MAX);
  if (!point.bound) {
    // Weights do not matter: costs are multiplied by 0.
    return Checker(namedProgramme(plan, instance, {}, all), most, std::nullopt, part)
        .check(point.nodes);
  }
  if (!areWeightsRight(instance, point.weights, *point.bound)) {
    return std::unexpected(Message{Str::certificate_why_weights, {{"part", part}}});
  }
  const Weighing weighing{point.weights, unitOf(instance, point.weights)};
  const NamedProgramme named = namedProgramme(plan, instance, weighing, all);
  const Objective& bound = *point.bound;
  const Wide least = Wide{point.weights.shortfall} * bound.shortfall +
                     Wide{point.weights.vacant} * bound.vacant +
                     Wide{point.weights.dropped} * bound.dropped +
                     Wide{point.weights.moves} * bound.moves + bound.cost;
  // Sums are multiples of the unit: what is above the last one below will do.
  const Wide unit = weighing.unit;
  const Wide rest = ((least % unit) + unit) % unit;
  return Checker(named, most, rest == 0 ? least - unit : least - rest, part).check(point.nodes);
}

}  // namespace cadre::propose
