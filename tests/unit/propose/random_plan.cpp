#include "random_plan.h"

#include <string>
#include <vector>

namespace cadre::test {
namespace {

std::string dayIn(Random& random, std::int32_t first_year, std::int32_t years) {
  const std::int32_t month = 1 + random.below(12);
  return std::to_string(first_year + random.below(years)) + (month < 10 ? "-0" : "-") +
         std::to_string(month) + "-15";
}

void addPerson(PlanBuilder& plan, Random& random, const std::vector<UnitId>& communes, PostId post,
               const std::string& key) {
  const CadreId cadre = plan.cadre(key, post);
  Cadre& record = plan[cadre];
  const auto anywhere = [&] {
    return communes[static_cast<std::size_t>(
        random.below(static_cast<std::int32_t>(communes.size())))];
  };
  record.native_place = post && !random.oneIn(4) ? plan[post].unit : anywhere();
  if (!random.oneIn(6)) record.in_post_since = day(dayIn(random, 2017, 6));
  if (random.oneIn(5)) record.service_ends = day(dayIn(random, 2024, 3));
  if (!random.oneIn(8)) record.pool.push_back(plan.secretary);
  if (!random.oneIn(4)) record.pool.push_back(plan.chairman);
  if (random.oneIn(4)) record.preferences.push_back({anywhere(), 1 + random.below(3), {}});
  if (random.oneIn(5) && cadre.index() > 0) {
    record.relatives.push_back(
        CadreId{static_cast<std::size_t>(random.below(static_cast<std::int32_t>(cadre.index())))});
  }
}

}  // namespace

PlanBuilder randomPlan(Random& random, const RandomPlanSize& size) {
  PlanBuilder plan;
  std::vector<UnitId> communes;
  std::vector<PostId> posts;
  for (std::int32_t d = 0; d < size.districts; ++d) {
    const UnitId district = plan.district("d" + std::to_string(d));
    for (std::int32_t c = 0; c < size.communes; ++c) {
      communes.push_back(plan.commune("c" + std::to_string(communes.size()), district));
      posts.push_back(plan.post(communes.back(), plan.secretary));
      posts.push_back(plan.post(communes.back(), plan.chairman));
    }
  }
  std::int32_t people = 0;
  for (const PostId post : posts) {
    if (random.oneIn(12)) plan[post].locked = true;
    if (random.oneIn(8)) continue;
    addPerson(plan, random, communes, post, "p" + std::to_string(people++));
  }
  for (std::int32_t c = 0; c < size.candidates; ++c) {
    addPerson(plan, random, communes, PostId{}, "p" + std::to_string(people++));
  }
  plan.quota(Counts::kNonLocal, random.oneIn(2) ? "0.5" : "0.8");
  if (random.oneIn(2)) plan.quota(Counts::kNonLocal, "0.7").titles = {plan.chairman};
  const auto severity = [&] { return random.oneIn(3) ? Severity::kSoft : Severity::kHard; };
  plan.rule("months_in_post", Severity::kHard, 36);
  if (random.oneIn(2)) plan.rule("service_left", severity(), 30);
  if (random.oneIn(2)) plan.rule("relatives", severity(), 0);
  if (random.oneIn(2)) plan.rule("continuity", severity(), 0);
  if (random.oneIn(3)) {
    plan.rule_set.caps.emplace().moves_per_district_per_round = 1 + random.below(3);
  }
  return plan;
}

}  // namespace cadre::test
