#include "enumeration.h"

#include <algorithm>

#include "propose/model/selection.h"

namespace cadre::propose::test {

void Enumeration::fill(std::size_t post) {
  if (post == instance_.posts.size()) {
    judge();
    return;
  }
  fill(post + 1);
  for (std::size_t a = 0; a < instance_.arcs.size(); ++a) {
    const Arc& arc = instance_.arcs[a];
    const auto official = static_cast<std::size_t>(arc.official);
    if (arc.post != static_cast<std::int32_t>(post) || taken_[official] != 0) continue;
    taken_[official] = 1;
    arcs_.push_back(static_cast<std::int32_t>(a));
    fill(post + 1);
    arcs_.pop_back();
    taken_[official] = 0;
  }
}

void Enumeration::judge() {
  std::vector<std::uint8_t> changes(instance_.posts.size(), 0);
  for (const std::int32_t arc : arcs_) {
    changes[static_cast<std::size_t>(instance_.arcs[static_cast<std::size_t>(arc)].post)] = 1;
  }
  std::vector<std::int32_t> leaves;
  std::vector<std::int32_t> in_unit(instance_.head_limit.size(), 0);
  std::vector<std::int32_t> in_district(instance_.district_cap.size(), 0);
  for (std::size_t p = 0; p < instance_.posts.size(); ++p) {
    const OpenPost& post = instance_.posts[p];
    if (post.unit >= 0) in_unit[static_cast<std::size_t>(post.unit)] += changes[p];
    in_district[static_cast<std::size_t>(post.district)] += changes[p];
    if (post.holder < 0) continue;
    const bool goes = taken_[static_cast<std::size_t>(post.holder)] != 0;
    if (goes && changes[p] == 0) return;  // a filled post would fall vacant
    if (goes || changes[p] == 0) continue;
    if (!instance_.officials[static_cast<std::size_t>(post.holder)].may_leave) return;
    leaves.push_back(static_cast<std::int32_t>(p));
  }
  if (static_cast<std::int32_t>(arcs_.size()) > most_moves_) return;
  if (instance_.continuity_is_hard) {
    for (std::size_t u = 0; u < in_unit.size(); ++u) {
      if (in_unit[u] > instance_.head_limit[u]) return;
    }
  }
  for (std::size_t d = 0; d < in_district.size(); ++d) {
    if (in_district[d] > instance_.district_cap[d]) return;
  }
  const auto has = [](const std::vector<std::int32_t>& all, std::int32_t one) {
    return std::find(all.begin(), all.end(), one) != all.end();
  };
  for (const std::int32_t arc : instance_.pinned_arcs) {
    if (!has(arcs_, arc)) return;
  }
  for (const std::int32_t post : instance_.pinned_leaves) {
    if (!has(leaves, post)) return;
  }
  if (instance_.exclusions_are_hard) {
    for (const Exclusion& exclusion : instance_.exclusions) {
      const bool stays =
          exclusion.stays >= 0 && changes[static_cast<std::size_t>(exclusion.stays)] == 0;
      const auto come = std::count_if(exclusion.arcs.begin(), exclusion.arcs.end(),
                                      [&](std::int32_t arc) { return has(arcs_, arc); });
      if (come + (stays ? 1 : 0) + exclusion.outside > 1) return;
    }
  }
  const Objective found = objectiveOf(instance_, arcs_, leaves);
  if (!best_ || found < *best_) best_ = found;
}

std::optional<Objective> objectiveIn(const std::optional<Solution>& solution) {
  return solution ? std::optional(solution->best.objective) : std::nullopt;
}

std::string words(const std::optional<Objective>& objective) {
  if (!objective) return "none";
  return std::to_string(objective->shortfall) + " " + std::to_string(objective->vacant) + " " +
         std::to_string(objective->moves) + " " + std::to_string(objective->cost);
}

}  // namespace cadre::propose::test
