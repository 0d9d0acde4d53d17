#include "propose/model/selection.h"

#include <algorithm>

#include "core/places.h"
#include "rules/rule.h"

namespace cadre::propose {
namespace {

// By unit: its head posts that change hands.
std::vector<std::int32_t> changesByUnit(const Instance& instance, const Changes& changes) {
  std::vector<std::int32_t> out(instance.head_units, 0);
  for (std::size_t p = 0; p < instance.posts.size(); ++p) {
    if (instance.posts[p].unit >= 0) out[at(instance.posts[p].unit)] += changes[p];
  }
  return out;
}

}  // namespace

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
  out.cost += continuityCost(instance, changes);
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
  const std::vector<std::int32_t> by_unit = changesByUnit(instance, changes);
  const auto above = std::count_if(by_unit.begin(), by_unit.end(),
                                   [](auto n) { return n > rules::kMostHeadChanges; });
  return above * instance.continuity_cost;
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
  if (!instance.continuity_is_hard) return true;
  const std::vector<std::int32_t> by_unit = changesByUnit(instance, changes);
  return std::all_of(by_unit.begin(), by_unit.end(),
                     [](std::int32_t n) { return n <= rules::kMostHeadChanges; });
}

bool breaksContinuity(const Instance& instance, const Arc& arc) {
  const std::int32_t from = instance.officials[at(arc.official)].from;
  const std::int32_t unit = instance.posts[at(arc.post)].unit;
  return instance.continuity_is_hard && from >= 0 && unit >= 0 &&
         instance.posts[at(from)].unit == unit;
}

}  // namespace cadre::propose
