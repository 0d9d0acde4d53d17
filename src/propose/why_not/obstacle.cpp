#include "propose/why_not/obstacle.h"

#include <algorithm>
#include <cstdint>

#include "propose/model/build_instances.h"

namespace cadre::propose {

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
    for (const std::int32_t cap : part.district_cap) is_capped = is_capped && cap <= 0;
  }
  if (!is_open) return Obstacle::kNothingOpen;
  if (is_capped) return Obstacle::kCap;
  return has_arcs ? Obstacle::kNone : Obstacle::kNobody;
}

}  // namespace cadre::propose
