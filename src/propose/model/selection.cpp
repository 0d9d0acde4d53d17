#include "propose/model/selection.h"

#include <algorithm>

#include "core/places.h"

namespace cadre::propose {
namespace {

// By unit: its head posts that change hands.
std::vector<std::int32_t> changesByUnit(const Instance& instance, const Changes& changes) {
  std::vector<std::int32_t> out(instance.head_limit.size(), 0);
  for (std::size_t p = 0; p < instance.posts.size(); ++p) {
    if (instance.posts[p].unit >= 0) out[at(instance.posts[p].unit)] += changes[p];
  }
  return out;
}

// How many units have more changes of head posts than they may.
std::int64_t unitsAbove(const Instance& instance, const Changes& changes) {
  const std::vector<std::int32_t> by_unit = changesByUnit(instance, changes);
  std::int64_t out = 0;
  for (std::size_t u = 0; u < by_unit.size(); ++u) {
    if (by_unit[u] > instance.head_limit[u]) ++out;
  }
  return out;
}

}  // namespace

bool isBroken(const Exclusion& exclusion, const std::vector<std::uint8_t>& is_taken,
              const Changes& changes) {
  std::int32_t sum = exclusion.outside;
  if (exclusion.stays >= 0 && changes[at(exclusion.stays)] == 0) ++sum;
  for (const std::int32_t arc : exclusion.arcs) sum += is_taken[at(arc)];
  return sum > 1;
}

Objective objectiveOf(const Instance& instance, const std::vector<std::int32_t>& arcs,
                      const std::vector<std::int32_t>& leaves) {
  Objective out;
  Changes changes(instance.posts.size(), 0);
  std::vector<std::uint8_t> is_chosen(instance.arcs.size(), 0);
  for (const std::int32_t arc : arcs) {
    is_chosen[at(arc)] = 1;
    changes[at(instance.arcs[at(arc)].post)] = 1;
    out.cost += instance.arcs[at(arc)].cost;
  }
  out.cost += static_cast<std::int64_t>(leaves.size()) * instance.leave_cost;
  for (std::size_t p = 0; p < instance.posts.size(); ++p) {
    out.moves += changes[p];
    if (instance.posts[p].holder < 0 && changes[p] == 0) ++out.vacant;
  }
  out.cost += continuityCost(instance, changes) + exclusionCost(instance, is_chosen, changes);
  out.dropped = instance.standing();
  for (const std::int32_t arc : instance.standing_arcs) out.dropped -= is_chosen[at(arc)];
  for (const std::int32_t post : instance.standing_leaves) {
    if (std::find(leaves.begin(), leaves.end(), post) != leaves.end()) --out.dropped;
  }
  for (const QuotaCell& cell : instance.cells) {
    std::int64_t missing = cell.missing;
    for (const std::int32_t arc : cell.arcs) missing -= is_chosen[at(arc)];
    for (const std::int32_t post : cell.vacating) missing += changes[at(post)];
    out.shortfall += std::max<std::int64_t>(0, missing);
  }
  return out;
}

std::int64_t continuityCost(const Instance& instance, const Changes& changes) {
  if (instance.continuity_is_hard || instance.continuity_cost == 0) return 0;
  return unitsAbove(instance, changes) * instance.continuity_cost;
}

std::int64_t exclusionCost(const Instance& instance, const std::vector<std::uint8_t>& is_taken,
                           const Changes& changes) {
  if (instance.exclusions_are_hard || instance.exclusions.empty()) return 0;
  std::vector<std::uint8_t> is_together(at(instance.pairs), 0);
  for (const Exclusion& exclusion : instance.exclusions) {
    if (isBroken(exclusion, is_taken, changes)) is_together[at(exclusion.pair)] = 1;
  }
  return std::count(is_together.begin(), is_together.end(), 1) * instance.exclusion_cost;
}

bool keepsApart(const Instance& instance, const std::vector<std::uint8_t>& is_taken,
                const Changes& changes) {
  if (!instance.exclusions_are_hard) return true;
  return std::none_of(
      instance.exclusions.begin(), instance.exclusions.end(),
      [&](const Exclusion& exclusion) { return isBroken(exclusion, is_taken, changes); });
}

bool isWithinLimits(const Instance& instance, const Changes& changes) {
  std::vector<std::int32_t> by_district(instance.district_cap.size(), 0);
  std::int32_t all = 0;
  for (std::size_t p = 0; p < instance.posts.size(); ++p) {
    by_district[at(instance.posts[p].district)] += changes[p];
    all += changes[p];
  }
  if (all > instance.cap) return false;
  for (std::size_t d = 0; d < by_district.size(); ++d) {
    if (by_district[d] > std::max(0, instance.district_cap[d])) return false;
  }
  for (const CappedPosts& capped : instance.group_caps) {
    std::int32_t changed = 0;
    for (const std::int32_t p : capped.posts) changed += changes[at(p)];
    if (changed > std::max(0, capped.most)) return false;
  }
  return !instance.continuity_is_hard || unitsAbove(instance, changes) == 0;
}

bool breaksContinuity(const Instance& instance, const Arc& arc) {
  const std::int32_t from = instance.officials[at(arc.official)].from;
  const std::int32_t unit = instance.posts[at(arc.post)].unit;
  if (!instance.continuity_is_hard || unit < 0) return false;
  const std::int32_t changes = from >= 0 && instance.posts[at(from)].unit == unit ? 2 : 1;
  return changes > instance.head_limit[at(unit)];
}

}  // namespace cadre::propose
