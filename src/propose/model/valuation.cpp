#include "propose/model/valuation.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "core/places.h"

namespace cadre::propose {
namespace {

// More than the costs of any choice can add up to: each post takes one arc in and one holder out.
std::int64_t mostCost(const Instance& instance) {
  std::vector<std::int64_t> dearest(instance.posts.size(), 0);
  for (const Arc& arc : instance.arcs) {
    dearest[at(arc.post)] = std::max<std::int64_t>(dearest[at(arc.post)], arc.cost);
  }
  std::int64_t sum = 0;
  for (std::size_t p = 0; p < instance.posts.size(); ++p) {
    sum += dearest[p] + (instance.posts[p].holder >= 0 ? instance.leave_cost : 0);
  }
  return sum + static_cast<std::int64_t>(instance.head_limit.size()) * instance.continuity_cost +
         static_cast<std::int64_t>(instance.pairs) * instance.exclusion_cost;
}

// What all costs are multiples of.
std::int64_t unitOf(const Instance& instance) {
  std::int32_t out = std::gcd(instance.leave_cost, instance.continuity_cost);
  out = std::gcd(out, instance.exclusion_cost);
  for (const Arc& arc : instance.arcs) {
    if (out == 0 || arc.cost % out != 0) out = std::gcd(out, arc.cost);
  }
  return std::max(1, out);
}

}  // namespace

Valuation::Valuation(const Instance& instance, Order order)
    : order_(order), unit_(unitOf(instance)) {
  const auto posts = static_cast<std::int64_t>(instance.posts.size());
  const std::int64_t above_cost = (mostCost(instance) / unit_ + 1) * unit_;
  if (order == Order::kProposal) {
    const auto vacant = std::count_if(instance.posts.begin(), instance.posts.end(),
                                      [](const OpenPost& post) { return post.holder < 0; });
    weights_.moves = above_cost;
    weights_.dropped = weights_.moves * (posts + 1);
    weights_.vacant = weights_.dropped * (instance.standing() + 1);
    weights_.shortfall = weights_.vacant * (vacant + 1);
  } else {
    weights_ = {above_cost, 0, 0, 0};
  }
}

Objective Valuation::objectiveFrom(std::int64_t value) const {
  value = std::max<std::int64_t>(0, value);
  if (order_ == Order::kProposal) return weights_.split(value);
  return {value / weights_.shortfall, 0, 0, 0, value % weights_.shortfall};
}

}  // namespace cadre::propose
