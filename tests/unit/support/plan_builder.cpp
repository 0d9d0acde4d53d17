#include "support/plan_builder.h"

#include <algorithm>
#include <utility>

namespace cadre::test {

Date day(std::string_view iso) { return parseIsoDate(iso).value(); }

Share share(std::string_view number) { return parseShare(number).value(); }

PlanBuilder::PlanBuilder() {
  header.title = "Thử nghiệm";
  header.as_of = day("2023-07-27");
  city = unit("01", kLevelCity, {});
  secretary = title("secretary", true);
  chairman = title("chairman", true);
  deputy = title("deputy", false);
}

UnitId PlanBuilder::unit(std::string key, std::string_view level, UnitId parent) {
  LevelId level_id = structure_.findLevel(level);
  if (!level_id) {
    level_id = LevelId{structure_.levels.size()};
    structure_.levels.emplace_back(level);
  }
  const UnitId id{structure_.units.size()};
  Unit& unit = structure_.units.emplace_back();
  unit.name = "Đơn vị " + key;
  unit.key = std::move(key);
  unit.level = level_id;
  unit.parent = parent;
  return id;
}

void PlanBuilder::group(std::string_view grouping, std::string key, std::vector<UnitId> units) {
  LevelId level = structure_.findLevel(grouping);
  if (!level) {
    level = LevelId{structure_.levels.size()};
    structure_.levels.emplace_back(grouping);
    structure_.groupings.push_back({std::string(grouping), {"Cụm", "Cluster", {}}, {}});
  }
  Unit out;
  out.key = std::move(key);
  out.name = "Nhóm " + out.key;
  out.level = level;
  structure_.groups.push_back(std::move(out));
  structure_.members.push_back(std::move(units));
}

TitleId PlanBuilder::title(std::string key, bool head) {
  const TitleId id{structure_.titles.size()};
  Title& title = structure_.titles.emplace_back();
  title.name = {.vi = "Chức danh " + key, .en = "Title " + key, .extra = nullptr};
  title.key = std::move(key);
  title.head = head;
  return id;
}

PostId PlanBuilder::post(UnitId unit, TitleId title) {
  const PostId id{structure_.posts.size()};
  Post& post = structure_.posts.emplace_back();
  post.key = (*this)[unit].key + "/" + (*this)[title].key;
  post.unit = unit;
  post.title = title;
  return id;
}

CadreId PlanBuilder::cadre(std::string key, PostId post) {
  const CadreId id{roster_.cadres.size()};
  Cadre& cadre = roster_.cadres.emplace_back();
  cadre.name = "Cán bộ " + key;
  cadre.key = std::move(key);
  if (post) (*this)[post].incumbent = id;
  return id;
}

Quota& PlanBuilder::quota(Counts counts, std::string_view target) {
  Quota& quota = quota_set.quotas.emplace_back();
  quota.key = "q" + std::to_string(quota_set.quotas.size());
  quota.group_level = kLevelDistrict;
  quota.titles = {secretary, chairman};
  quota.counts = counts;
  quota.target = share(target);
  return quota;
}

RuleSetting& PlanBuilder::rule(std::string_view id, Severity severity, std::int32_t limit) {
  RuleSetting& rule = rule_set.rules.emplace_back();
  rule.key = id;
  rule.severity = severity;
  rule.limit = limit;
  return rule;
}

void PlanBuilder::scenario(Scenario scenario) {
  scenarios_.push_back(std::make_shared<const Scenario>(std::move(scenario)));
}

Plan PlanBuilder::build() const {
  return Plan{
      .header = std::make_shared<const PlanHeader>(header),
      .structure = makeStructure(structure_),
      .roster = std::make_shared<const Roster>(roster_),
      .quota_set = std::make_shared<const QuotaSet>(quota_set),
      .rule_set = std::make_shared<const RuleSet>(rule_set),
      .scenarios = std::make_shared<const ScenarioList>(scenarios_),
  };
}

Move move(CadreId cadre, PostId to, MoveType type) {
  Move out;
  out.cadre = cadre;
  out.to = to;
  out.type = type;
  return out;
}

Round round(std::string_view iso_date, std::vector<Move> moves) {
  Round out;
  out.key = iso_date;
  out.name = out.key;
  out.date = day(iso_date);
  out.moves = std::move(moves);
  return out;
}

Consultation& say(Round& round, CadreId cadre, PostId to, Views views) {
  Consultation& entry = round.consultations.emplace_back();
  entry.cadre = cadre;
  entry.to = to;
  static_cast<Views&>(entry.views) = views;
  return entry;
}

Scenario scenario(std::vector<Round> rounds) {
  Scenario out;
  out.key = "a";
  out.name = "Phương án A";
  out.rounds = std::move(rounds);
  return out;
}

Seating seatedAfter(const Seating& before, const std::vector<Move>& moves) {
  Seating after = before;
  for (const Move& move : moves) {
    for (const PostId post : postsOf(before, move.cadre)) {
      if (std::find(move.keep.begin(), move.keep.end(), post) == move.keep.end()) {
        after.vacate(post);
      }
    }
  }
  for (const Move& move : moves) {
    if (move.to && after.holder(move.to) != move.cadre) after.seat(move.cadre, move.to);
  }
  return after;
}

std::vector<PostId> postsOf(const Seating& seating, CadreId cadre) {
  std::vector<PostId> out;
  for (PostId post = seating.firstPost(cadre); post; post = seating.nextPost(post)) {
    out.push_back(post);
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace cadre::test
