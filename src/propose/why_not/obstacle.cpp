#include "propose/why_not/obstacle.h"

#include <algorithm>
#include <cstdint>

#include "core/places.h"
#include "propose/model/build_instances.h"

namespace cadre::propose {
namespace {

// Whether caps leave no post that may change hands.
bool isShut(const Instance& part) {
  std::vector<std::uint8_t> is_shut(part.posts.size(), 0);
  for (std::size_t p = 0; p < part.posts.size(); ++p) {
    is_shut[p] = part.district_cap[at(part.posts[p].district)] <= 0 ? 1 : 0;
  }
  for (const CappedPosts& capped : part.group_caps) {
    if (capped.most > 0) continue;
    for (const std::int32_t p : capped.posts) is_shut[at(p)] = 1;
  }
  return std::find(is_shut.begin(), is_shut.end(), 0) == is_shut.end();
}

}  // namespace

Obstacle obstacleOf(const Plan& plan, const Scenario& scenario, const Timeline& timeline,
                    std::size_t round, const Question& question) {
  if (plan.quota_set->quotas.empty()) return Obstacle::kNoQuota;
  const Structure& structure = *plan.structure;
  bool has_posts = question.units.empty() && !structure.posts.empty();
  for (const UnitId unit : question.units) {
    has_posts = has_posts || !structure.postsUnder(unit).empty();
  }
  if (!has_posts) return Obstacle::kNoPosts;
  const Problem problem = buildProblem(plan, scenario, timeline, round, question);
  if (problem.broken_pin) return Obstacle::kNone;
  if (std::min(problem.round_cap, question.most_moves.value_or(INT32_MAX)) <= 0) {
    return Obstacle::kCap;
  }
  bool is_open = false;
  bool is_capped = true;
  bool has_arcs = false;
  for (const Instance& part : problem.parts) {
    is_open = is_open || !part.posts.empty();
    has_arcs = has_arcs || !part.arcs.empty() || !part.pinned_leaves.empty();
    is_capped = is_capped && isShut(part);
  }
  if (!is_open) return Obstacle::kNothingOpen;
  if (is_capped) return Obstacle::kCap;
  return has_arcs ? Obstacle::kNone : Obstacle::kNobody;
}

}  // namespace cadre::propose
