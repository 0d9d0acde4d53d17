#include "samples/plan_draft.h"

#include <array>
#include <utility>

#include "rules/rule.h"
#include "text/strings.h"

namespace cadre::samples {
namespace {

constexpr std::int32_t kMovesPerDistrict = 12;
constexpr std::int32_t kMovesPerRound = 200;

std::string textOf(text::Str key) {
  return std::string(text::get(key, text::Language::kVietnamese));
}

RuleSet defaultRules() {
  RuleSet out;
  for (const rules::RuleInfo* rule : rules::registry()) {
    if (rule->format_version > 1) continue;  // every program version must read samples
    out.rules.push_back({.key = std::string(rule->id),
                         .severity = rule->default_severity,
                         .limit = rule->default_limit,
                         .source = textOf(rule->default_source),
                         .extra = nullptr});
  }
  out.caps =
      Caps{.moves_per_district_per_round = kMovesPerDistrict, .moves_per_round = kMovesPerRound};
  out.costs = Costs{
      .leave = 300, .soft_rule = 20, .field_mismatch = {}, .district_step = {}, .extra = nullptr};
  return out;
}

}  // namespace

Date date(int year, int month, int day) { return makeDate(year, month, day).value(); }

PlanDraft::PlanDraft(std::string title, Date as_of)
    : header{std::move(title), as_of, nullptr}, rule_set(defaultRules()) {
  structure.titles.push_back(
      {"secretary", {"Bí thư Đảng ủy", "Party secretary", nullptr}, true, nullptr});
  structure.titles.push_back({"chairman", {"Chủ tịch UBND", "Chairman", nullptr}, true, nullptr});
}

LevelId PlanDraft::level(std::string_view name) {
  if (const LevelId known = structure.findLevel(name)) return known;
  structure.levels.emplace_back(name);
  return LevelId{structure.levels.size() - 1};
}

UnitId PlanDraft::addUnit(std::string key, std::string name, std::string_view level_name,
                          UnitId parent) {
  Unit unit;
  unit.key = std::move(key);
  unit.name = std::move(name);
  unit.level = level(level_name);
  unit.parent = parent;
  structure.units.push_back(std::move(unit));
  return UnitId{structure.units.size() - 1};
}

CommuneSeats PlanDraft::addCommune(std::string key, std::string name, UnitId district) {
  const UnitId unit = addUnit(key, std::move(name), kLevelCommune, district);
  const auto seat = [&](TitleId title) {
    Post post;
    post.key = key + "/" + structure.title(title).key;
    post.unit = unit;
    post.title = title;
    structure.posts.push_back(std::move(post));
    return PostId{structure.posts.size() - 1};
  };
  const PostId of_secretary = seat(secretary);
  const PostId of_chairman = seat(chairman);
  return {unit, of_secretary, of_chairman};
}

CadreId PlanDraft::addCadre(Cadre cadre, PostId post) {
  constexpr std::size_t kDigits = 4;
  const CadreId id{roster.cadres.size()};
  std::string number = std::to_string(roster.cadres.size() + 1);
  if (number.size() < kDigits) number.insert(0, kDigits - number.size(), '0');
  cadre.key = "c" + number;
  roster.cadres.push_back(std::move(cadre));
  if (post) structure.posts[post.index()].incumbent = id;
  return id;
}

void PlanDraft::addQuotas(Date by) {
  Quota heads;
  heads.key = "nq04";
  heads.name = {"Người đứng đầu không là người địa phương", "Non-local heads", nullptr};
  heads.group_level = kLevelDistrict;
  heads.titles = {secretary, chairman};
  heads.target = Share{Share::kOne / 2};
  heads.by = by;
  Quota chairmen = heads;
  chairmen.key = "nq04-chairman";
  chairmen.name = {"Chủ tịch không là người địa phương", "Non-local chairmen", nullptr};
  chairmen.titles = {chairman};
  quota_set.quotas.push_back(std::move(heads));
  quota_set.quotas.push_back(std::move(chairmen));
}

void PlanDraft::addBaseline() {
  Scenario baseline;
  baseline.key = "baseline";
  baseline.name = "Hiện trạng";
  addScenario(std::move(baseline));
}

void PlanDraft::addScenario(Scenario scenario) {
  scenarios.push_back(std::make_shared<const Scenario>(std::move(scenario)));
}

// REQUIRES: texts without quotes and backslashes.
void PlanDraft::addNote(std::string_view vi, std::string_view en) {
  std::string json = "{\"vi\": \"";
  json.append(vi).append("\", \"en\": \"").append(en).append("\"}");
  std::vector<std::pair<std::string, std::string>> fields;
  fields.emplace_back("note", std::move(json));
  header.extra =
      std::make_shared<const std::vector<std::pair<std::string, std::string>>>(std::move(fields));
}

Plan PlanDraft::build() const {
  return Plan{.header = std::make_shared<const PlanHeader>(header),
              .structure = makeStructure(structure),
              .roster = std::make_shared<const Roster>(roster),
              .quota_set = std::make_shared<const QuotaSet>(quota_set),
              .rule_set = std::make_shared<const RuleSet>(rule_set),
              .scenarios = std::make_shared<const ScenarioList>(scenarios)};
}

std::vector<DistrictSeats> addHanoi(PlanDraft& draft, std::span<const DistrictFacts> districts) {
  std::vector<DistrictSeats> out;
  const UnitId city = draft.addUnit("01", "Thành phố Hà Nội", kLevelCity);
  for (const DistrictFacts& facts : districts) {
    const UnitId unit = draft.addUnit(facts.code, facts.name, kLevelDistrict, city);
    draft.structure.units[unit.index()].tile = facts.tile;
    out.push_back({unit, {}});
  }
  for (std::size_t i = 0; i < districts.size(); ++i) {
    for (const CommuneFacts& facts : districts[i].communes) {
      out[i].communes.push_back(draft.addCommune(facts.code, facts.name, out[i].unit));
    }
  }
  return out;
}

std::vector<UnitId> addProvinces(PlanDraft& draft) {
  constexpr std::array<std::pair<const char*, const char*>, 3> kProvinces = {
      {{"34", "Tỉnh Thái Bình"}, {"36", "Tỉnh Nam Định"}, {"40", "Tỉnh Nghệ An"}}};
  std::vector<UnitId> out;
  for (const auto& [key, name] : kProvinces) out.push_back(draft.addUnit(key, name, "province"));
  return out;
}

}  // namespace cadre::samples
