#include "analysis/succession.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "rules/rule.h"

namespace cadre {
namespace {

class Finder {
 public:
  Finder(const Plan& plan, const Seating& seating, Date date, const SuccessionOptions& options)
      : plan_(plan), seating_(seating), date_(date), options_(options) {
    for (const rules::ActiveRule& active : rules::activeRules(plan)) {
      const bool is_asked =
          active.setting->severity == Severity::kHard && active.rule->check_move != nullptr;
      if (is_asked) (active.rule->about_leaving ? about_leaving_ : about_post_).push_back(active);
    }
    gatherPools();
  }

  [[nodiscard]] std::vector<CadreId> readyFor(PostId post) const {
    std::vector<CadreId> out;
    const Structure& structure = *plan_.structure;
    const std::size_t title = structure.post(post).title.index();
    const std::size_t most = static_cast<std::size_t>(std::max(1, options_.most));
    for (const CadreId cadre :
         pools_[poolOf(title, structure.districtOf(structure.unitOf(post)))]) {
      if (out.size() == most) break;
      if (seating_.holder(post) != cadre && passes(about_post_, cadre, post)) out.push_back(cadre);
    }
    return out;
  }

 private:
  // Groups the officials in one title's pool by district; those without a district come last.
  [[nodiscard]] std::size_t poolOf(std::size_t title, UnitId district) const {
    if (options_.from_anywhere) return title;
    const std::size_t units = plan_.structure->units.size();
    return title * (units + 1) + (district ? district.index() : units);
  }

  // Rules that do not depend on the destination are checked once per official.
  void gatherPools() {
    const std::size_t titles = plan_.structure->titles.size();
    pools_.resize(options_.from_anywhere ? titles : titles * (plan_.structure->units.size() + 1));
    for (std::size_t i = 0; i < plan_.roster->cadres.size(); ++i) {
      const CadreId cadre{i};
      if (plan_.cadre(cadre).pool.empty() || !mayLeave(cadre)) continue;
      const UnitId district = districtOf(plan_, seating_, cadre);
      for (const TitleId title : plan_.cadre(cadre).poolTitles()) {
        pools_[poolOf(title.index(), district)].push_back(cadre);
      }
    }
  }

  [[nodiscard]] bool mayLeave(CadreId cadre) const {
    const std::optional<Date> ends = plan_.cadre(cadre).servesUntil();
    if (seating_.gone(cadre) || (ends && *ends <= date_)) return false;
    for (PostId post = seating_.firstPost(cadre); post; post = seating_.nextPost(post)) {
      if (plan_.post(post).locked) return false;
    }
    return passes(about_leaving_, cadre, PostId{});
  }

  [[nodiscard]] bool passes(const std::vector<rules::ActiveRule>& asked, CadreId cadre,
                            PostId to) const {
    Move move;
    move.cadre = cadre;
    move.to = to;
    move.type = MoveType::kAppointment;
    const rules::MoveFacts facts{plan_, date_, seating_, seating_, move, Views{}};
    return std::none_of(asked.begin(), asked.end(), [&](const rules::ActiveRule& one) {
      return one.rule->check_move(facts, *one.setting).has_value();
    });
  }

  const Plan& plan_;
  const Seating& seating_;
  Date date_;
  const SuccessionOptions& options_;
  std::vector<rules::ActiveRule> about_leaving_;
  std::vector<rules::ActiveRule> about_post_;
  std::vector<std::vector<CadreId>> pools_;  // see poolOf
};

void count(const PostSuccession& post, Coverage& out) {
  ++out.posts;
  if (post.covered()) ++out.covered;
  if (post.ready.size() < 2) ++out.thin;
}

// Coverage of every unit that has posts; `group` maps a post to its unit.
template <class Group>
std::vector<UnitCoverage> coverageOf(const Plan& plan, const std::vector<PostSuccession>& posts,
                                     Group&& group) {
  std::vector<Coverage> by_unit(plan.structure->units.size());
  for (const PostSuccession& post : posts) {
    if (const UnitId unit = group(plan.post(post.post).unit)) count(post, by_unit[unit.index()]);
  }
  std::vector<UnitCoverage> out;
  for (std::size_t i = 0; i < by_unit.size(); ++i) {
    if (by_unit[i].posts > 0) out.push_back({UnitId{i}, by_unit[i]});
  }
  return out;
}

std::int32_t completeOf(const std::vector<UnitCoverage>& units) {
  return static_cast<std::int32_t>(
      std::count_if(units.begin(), units.end(),
                    [](const UnitCoverage& unit) { return unit.coverage.complete(); }));
}

}  // namespace

Succession succession(const Plan& plan, const Seating& seating, Date date,
                      const SuccessionOptions& options) {
  const Finder finder(plan, seating, date, options);
  Succession out;
  std::vector<Coverage> titles(plan.structure->titles.size());
  std::vector<PostId> one_ready;
  for (std::size_t p = 0; p < plan.structure->posts.size(); ++p) {
    const PostId post{p};
    out.posts.push_back({post, finder.readyFor(post)});
    count(out.posts.back(), out.all);
    count(out.posts.back(), titles[plan.post(post).title.index()]);
    if (out.posts.back().ready.empty()) out.thin.push_back(post);
    if (out.posts.back().ready.size() == 1) one_ready.push_back(post);
  }
  out.thin.insert(out.thin.end(), one_ready.begin(), one_ready.end());
  for (std::size_t t = 0; t < titles.size(); ++t) {
    if (titles[t].posts > 0) out.titles.push_back({TitleId{t}, titles[t]});
  }
  out.districts =
      coverageOf(plan, out.posts, [&](UnitId unit) { return plan.structure->districtOf(unit); });
  out.districts_complete = completeOf(out.districts);
  const std::vector<UnitCoverage> units =
      coverageOf(plan, out.posts, [](UnitId unit) { return unit; });
  out.units = static_cast<std::int32_t>(units.size());
  out.units_complete = completeOf(units);
  return out;
}

}  // namespace cadre
