#include "model/limits.h"

#include <algorithm>
#include <vector>

#include "text/strings.h"

namespace cadre::limits {
namespace {

// For all rounds of one timeline together.
constexpr std::size_t kSeatsAndPeople = 20'000'000;
constexpr std::size_t kCellsOfTimeline = 8'000'000;

// The number of quotas grouped by each level.
std::vector<std::size_t> quotasByLevel(const Plan& plan) {
  std::vector<std::size_t> out(plan.structure->levels.size(), 0);
  for (const Quota& quota : plan.quota_set->quotas) {
    if (const LevelId level = plan.structure->findLevel(quota.group_level)) ++out[level.index()];
  }
  return out;
}

std::size_t cellCount(const Plan& plan, const std::vector<std::size_t>& quotas) {
  std::size_t cells = 0;
  for (std::size_t u = 0; u < plan.structure->unitCount(); ++u) {
    const LevelId level = plan.structure->unit(UnitId{u}).level;
    if (level) cells += quotas[level.index()];
  }
  return cells;
}

}  // namespace

Message tooManyMessage(std::size_t found, std::size_t most) {
  return {text::Str::error_too_many_entries,
          {{"found", static_cast<std::int64_t>(found)}, {"most", static_cast<std::int64_t>(most)}}};
}

std::unexpected<Error> tooMany(std::size_t found, std::size_t most) {
  return std::unexpected(Error{ErrorCode::kTooLarge, "", tooManyMessage(found, most)});
}

std::size_t mostRounds(const Plan& plan) {
  const std::size_t cells = cellCount(plan, quotasByLevel(plan));
  const std::size_t people = plan.structure->posts.size() + plan.roster->cadres.size();
  return std::min({kRounds, kSeatsAndPeople / std::max<std::size_t>(people, 1),
                   kCellsOfTimeline / std::max<std::size_t>(cells, 1)});
}

bool quotasFit(const Plan& plan) {
  const std::vector<std::size_t> quotas = quotasByLevel(plan);
  if (cellCount(plan, quotas) > kCells) return false;
  // An upper bound: a quota need not count every title.
  std::size_t posts = 0;
  std::size_t beside = 0;  // of groupings and the whole plan: at most every post is in a group
  for (std::size_t l = 0; l < quotas.size(); ++l) {
    const bool is_whole = LevelId{l} == plan.structure->whole.level;
    if (is_whole || plan.structure->groupingOf(LevelId{l}) != nullptr) beside += quotas[l];
  }
  for (const Post& post : plan.structure->posts) {
    posts += beside;
    for (UnitId at = post.unit; at; at = plan.unit(at).parent) {
      posts += quotas[plan.unit(at).level.index()];
    }
  }
  return posts <= kPostsInCells;
}

}  // namespace cadre::limits
