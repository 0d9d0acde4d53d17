#include "law_plan.h"

#include <utility>
#include <vector>

#include "model/division.h"
#include "rules/rule.h"
#include "support/plan_builder.h"
#include "support/random.h"

namespace cadre::test {
namespace {

constexpr std::string_view kGrouping = "cluster";

class Maker {
 public:
  explicit Maker(std::uint32_t seed) : random_(seed) {}

  LawPlan make() {
    addPosts();
    addGroups();
    addPeople();
    addRules();
    addQuotas();
    addScenario();
    LawPlan out;
    out.plan = plan_.build();
    out.within = random_.oneIn(3) ? std::string(kWholePlan)
                                  : std::string(has_districts_ ? kLevelDistrict : kLevelCommune);
    if (has_groups_ && random_.oneIn(3)) out.within = kGrouping;
    out.calm = random_.oneIn(4);
    return out;
  }

 private:
  void addPosts() {
    has_districts_ = !random_.oneIn(4);
    const std::int32_t count = 3 + random_.below(2);
    std::vector<UnitId> above;
    for (std::int32_t d = 1 + random_.below(2); d > 0; --d) {
      above.push_back(has_districts_ ? plan_.district("d" + std::to_string(d)) : plan_.city);
    }
    const std::vector<TitleId> titles = {plan_.secretary, plan_.chairman, plan_.deputy};
    while (static_cast<std::int32_t>(posts_.size()) < count) {
      const UnitId unit = plan_.commune("c" + std::to_string(communes_.size()), random_.of(above));
      communes_.push_back(unit);
      for (const TitleId title : titles) {
        if (random_.oneIn(3) || static_cast<std::int32_t>(posts_.size()) == count) continue;
        posts_.push_back(plan_.post(unit, title));
        if (random_.oneIn(12)) plan_[posts_.back()].locked = true;
      }
    }
  }

  // Across the districts; some communes are in no group, and a group may list a district.
  void addGroups() {
    has_groups_ = random_.oneIn(3);
    if (!has_groups_) return;
    std::vector<std::vector<UnitId>> groups(2);
    for (const UnitId commune : communes_) {
      if (random_.oneIn(6)) continue;
      groups[static_cast<std::size_t>(random_.below(2))].push_back(commune);
    }
    plan_.group(kGrouping, "k1", groups[0]);
    plan_.group(kGrouping, "k2", groups[1]);
  }

  CadreId addPerson(PostId post) {
    const CadreId cadre = plan_.cadre("p" + std::to_string(people_.size()), post);
    Cadre& record = plan_[cadre];
    if (!random_.oneIn(6)) record.native_place = random_.of(communes_);
    if (post && !random_.oneIn(5)) record.in_post_since = dateIn(2015, 9);
    if (random_.oneIn(4)) record.service_ends = dateIn(2024, 12);
    if (post && random_.oneIn(3)) record.terms_as_head_here = random_.below(4);
    for (const TitleId title : {plan_.secretary, plan_.chairman, plan_.deputy}) {
      if (random_.oneIn(4)) continue;
      record.pool.push_back(title);
      if (random_.oneIn(8)) record.pool.back().unit = random_.of(communes_);
    }
    if (random_.oneIn(60)) record.left = {dateIn(2022, 3), MoveType::kResignation, "", {}};
    if (random_.oneIn(4))
      record.preferences.push_back({random_.of(communes_), 1 + random_.below(4), {}});
    if (random_.oneIn(4)) {
      record.grades.push_back({"2022", static_cast<EvaluationGrade>(random_.below(4)), {}});
    }
    if (random_.oneIn(8)) {
      record.discipline.push_back(
          {static_cast<DisciplineKind>(random_.below(4)), dateIn(2020, 4), {}});
    }
    for (std::int32_t n = random_.below(3); n > 0 && !people_.empty(); --n) {
      record.relatives.push_back(random_.of(people_));
    }
    people_.push_back(cadre);
    return cadre;
  }

  void addPeople() {
    for (const PostId post : posts_) {
      if (random_.oneIn(5)) continue;
      if (random_.oneIn(10) && !people_.empty()) {
        plan_[post].incumbent = random_.of(people_);  // several posts
      } else {
        addPerson(post);
      }
    }
    for (std::int32_t n = random_.below(3); n > 0; --n) addPerson({});
    if (people_.empty()) addPerson({});
  }

  void addRules() {
    const bool all_hard = random_.oneIn(2);
    for (const rules::RuleInfo* rule : rules::registry()) {
      if (!all_hard && random_.oneIn(3)) continue;
      const bool is_hard = all_hard || random_.oneIn(2);
      // Limits that some of these officials meet and others do not.
      const std::int32_t limit = rule->parameter == rules::Parameter::kMonths
                                     ? 12 * random_.below(5)
                                     : rule->default_limit;
      plan_.rule(rule->id, is_hard ? Severity::kHard : Severity::kSoft, limit);
    }
    if (random_.oneIn(4))
      plan_.rule_set.caps.emplace().moves_per_district_per_round = 1 + random_.below(3);
    if (random_.oneIn(5)) {
      if (!plan_.rule_set.caps) plan_.rule_set.caps.emplace();
      plan_.rule_set.caps->moves_per_round = 1 + random_.below(4);
    }
    if (random_.oneIn(8)) {
      if (!plan_.rule_set.caps) plan_.rule_set.caps.emplace();
      const std::string by(has_groups_ ? kGrouping : kLevelCommune);
      plan_.rule_set.caps->per_group = GroupCap{by, random_.below(4), {}};
    }
  }

  void addQuotas() {
    for (std::int32_t n = random_.below(3); n >= 0; --n) {
      Quota& quota = plan_.quota(Counts::kNonLocal, random_.oneIn(2) ? "0.5" : "0.8");
      quota.key = "q" + std::to_string(n);
      if (random_.oneIn(3)) quota.titles = {plan_.chairman, plan_.deputy};
      std::vector<std::string> levels = {"city", "commune", std::string(kLevelDistrict),
                                         std::string(kWholePlan)};
      if (has_groups_) levels.insert(levels.end(), 3, std::string(kGrouping));
      quota.group_level = random_.of(levels);
    }
  }

  Move randomMove() {
    Move out = move(random_.of(people_), random_.oneIn(5) ? PostId{} : random_.of(posts_));
    if (!out.to) out.type = MoveType::kTransfer;
    if (random_.oneIn(3)) {
      const std::vector<MoveType> forced = {MoveType::kRelief, MoveType::kDismissal,
                                            MoveType::kResignation};
      out.type = random_.of(forced);
      if (!random_.oneIn(4)) out.to = {};
    }
    out.pinned = random_.oneIn(4);
    if (random_.oneIn(8)) out.waivers.push_back({"continuity", "…", {}});
    if (random_.oneIn(8)) out.waivers.push_back({"relatives", "…", {}});
    return out;
  }

  // Recorded views, on moves of the round and on others.
  void addViews(Round& round) {
    const auto view = [&] { return static_cast<View>(random_.below(4)); };
    for (std::int32_t n = random_.below(4); n > 0; --n) {
      Consultation entry;
      entry.cadre = random_.of(people_);
      if (!random_.oneIn(5)) entry.to = random_.of(posts_);
      if (!round.moves.empty() && random_.oneIn(2)) {
        const Move& move = random_.of(round.moves);
        entry.cadre = move.cadre;
        entry.to = move.to;
      }
      for (const Party party : kParties) {
        if (random_.oneIn(2)) entry.views.set(party, view());
      }
      round.consultations.push_back(std::move(entry));
    }
  }

  void addScenario() {
    std::vector<Round> rounds;
    if (random_.oneIn(3)) {
      std::vector<Move> moves;
      for (std::int32_t n = random_.below(3); n >= 0; --n) moves.push_back(randomMove());
      rounds.push_back(round("2023-10-01", std::move(moves)));
    }
    std::vector<Move> moves;
    for (std::int32_t n = random_.below(4); n > 0; --n) moves.push_back(randomMove());
    rounds.push_back(round("2024-06-01", std::move(moves)));
    if (!random_.oneIn(3)) addViews(rounds.back());
    plan_.scenario(scenario(std::move(rounds)));
  }

  Date dateIn(std::int32_t first_year, std::int32_t years) {
    const std::int32_t month = 1 + random_.below(9);
    return day(std::to_string(first_year + random_.below(years)) + "-0" + std::to_string(month) +
               "-15");
  }

  Random random_;
  PlanBuilder plan_;
  bool has_districts_ = true;
  bool has_groups_ = false;
  std::vector<UnitId> communes_;
  std::vector<PostId> posts_;
  std::vector<CadreId> people_;
};

}  // namespace

LawPlan lawPlan(std::uint32_t seed) { return Maker(seed).make(); }

}  // namespace cadre::test
