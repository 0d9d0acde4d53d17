#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "json/writer.h"
#include "plan_io/plan_io.h"
#include "plan_io/roster_io.h"
#include "plan_io/scenario_io.h"
#include "plan_io/write_extra.h"
#include "rules/rule.h"

namespace cadre::plan_io {
namespace {

using Layout = JsonWriter::Layout;

// Fields of the plan that version 1 did not know.
constexpr std::array<std::string_view, 3> kSince2 = {"groupings", "risk", "mobility"};

void optionalDate(JsonWriter& out, std::string_view name, std::optional<Date> date) {
  if (date) out.key(name).string(isoDate(*date));
}

void optionalInteger(JsonWriter& out, std::string_view name, std::optional<std::int32_t> value) {
  if (value) out.key(name).integer(*value);
}

void optionalShare(JsonWriter& out, std::string_view name, std::optional<Share> share) {
  if (share) out.key(name).raw(decimal(*share));
}

void optionalString(JsonWriter& out, std::string_view name, const std::string& value) {
  if (!value.empty()) out.key(name).string(value);
}

void optionalUnit(JsonWriter& out, std::string_view name, UnitId unit, const Plan& plan) {
  if (unit) out.key(name).string(plan.unit(unit).key);
}

void writeName(JsonWriter& out, std::string_view key, const LocalName& name) {
  out.key(key).beginObject();
  out.key("vi").string(name.vi);
  out.key("en").string(name.en);
  writeExtra(out, name.extra);
  out.endObject();
}

void writeGrades(JsonWriter& out, const std::vector<Evaluation>& grades) {
  if (grades.empty()) return;
  out.key("grades").beginArray();
  for (const Evaluation& grade : grades) {
    out.beginObject();
    out.key("period").string(grade.period);
    out.key("grade").string(nameOf(grade.grade));
    writeExtra(out, grade.extra);
    out.endObject();
  }
  out.endArray();
}

void writeTile(JsonWriter& out, const std::optional<Tile>& tile) {
  if (!tile) return;
  out.key("tile").beginArray();
  out.integer(tile->column);
  out.integer(tile->row);
  out.endArray();
}

void writeUnit(JsonWriter& out, const Unit& unit, const Plan& plan) {
  out.beginObject();
  out.key("id").string(unit.key);
  out.key("name").string(unit.name);
  out.key("level").string(plan.structure->levels[unit.level.index()]);
  optionalUnit(out, "parent", unit.parent, plan);
  writeTile(out, unit.tile);
  writeGrades(out, unit.grades);
  writeExtra(out, unit.extra);
  out.endObject();
}

void writeGrouping(JsonWriter& out, const Grouping& grouping, const Structure& structure) {
  out.beginObject();
  out.key("id").string(grouping.key);
  writeName(out, "name", grouping.name);
  out.key("groups").beginArray(Layout::kLines);
  const LevelId level = structure.findLevel(grouping.key);
  for (std::size_t i = 0; i < structure.groups.size(); ++i) {
    const Unit& group = structure.groups[i];
    if (group.level != level) continue;
    out.beginObject();
    out.key("id").string(group.key);
    out.key("name").string(group.name);
    out.key("units").beginArray();
    for (const UnitId unit : structure.members[i]) out.string(structure.unit(unit).key);
    out.endArray();
    writeTile(out, group.tile);
    writeExtra(out, group.extra);
    out.endObject();
  }
  out.endArray();
  writeExtra(out, grouping.extra);
  out.endObject();
}

void writeTitle(JsonWriter& out, const Title& title) {
  out.beginObject();
  out.key("id").string(title.key);
  writeName(out, "name", title.name);
  out.key("head").boolean(title.head);
  writeExtra(out, title.extra);
  out.endObject();
}

void writePost(JsonWriter& out, const Post& post, const Plan& plan) {
  out.beginObject();
  out.key("id").string(post.key);
  out.key("unit").string(plan.unit(post.unit).key);
  out.key("title").string(plan.structure->title(post.title).key);
  out.key("incumbent");
  if (post.incumbent) {
    out.string(plan.cadre(post.incumbent).key);
  } else {
    out.null();
  }
  if (post.locked) out.key("locked").boolean(true);
  optionalString(out, "field", post.field);
  writeExtra(out, post.extra);
  out.endObject();
}

void writeResidence(JsonWriter& out, const Cadre& cadre, const Plan& plan) {
  if (!cadre.residence) return;
  out.key("residence").beginArray();
  for (const Residence& residence : *cadre.residence) {
    out.beginObject();
    out.key("unit").string(plan.unit(residence.unit).key);
    out.key("years").number(residence.years);
    writeExtra(out, residence.extra);
    out.endObject();
  }
  out.endArray();
}

void writeDiscipline(JsonWriter& out, const Cadre& cadre) {
  if (cadre.discipline.empty()) return;
  out.key("discipline").beginArray();
  for (const Discipline& discipline : cadre.discipline) {
    out.beginObject();
    out.key("kind").string(nameOf(discipline.kind));
    out.key("on").string(isoDate(discipline.on));
    writeExtra(out, discipline.extra);
    out.endObject();
  }
  out.endArray();
}

void writePreferences(JsonWriter& out, const Cadre& cadre, const Plan& plan) {
  if (cadre.preferences.empty()) return;
  out.key("preferences").beginArray();
  for (const Preference& preference : cadre.preferences) {
    out.beginObject();
    out.key("unit").string(plan.unit(preference.unit).key);
    out.key("rank").integer(preference.rank);
    writeExtra(out, preference.extra);
    out.endObject();
  }
  out.endArray();
}

void writePool(JsonWriter& out, const Cadre& cadre, const Plan& plan) {
  if (cadre.pool.empty()) return;
  out.key("pool").beginArray();
  for (const PoolEntry& entry : cadre.pool) {
    const std::string& title = plan.structure->title(entry.title).key;
    if (!entry.unit && !entry.extra) {
      out.string(title);
      continue;
    }
    out.beginObject();
    out.key("title").string(title);
    optionalUnit(out, "unit", entry.unit, plan);
    writeExtra(out, entry.extra);
    out.endObject();
  }
  out.endArray();
}

// An array of strings, when there are any.
template <class List, class TextOf>
void writeStrings(JsonWriter& out, std::string_view name, const List& list, TextOf&& text_of) {
  if (list.empty()) return;
  out.key(name).beginArray();
  for (const auto& item : list) out.string(text_of(item));
  out.endArray();
}

void writeQuota(JsonWriter& out, const Quota& quota, const Plan& plan) {
  out.beginObject();
  out.key("id").string(quota.key);
  writeName(out, "name", quota.name);
  out.key("group_level").string(quota.group_level);
  out.key("titles").beginArray();
  for (const TitleId title : quota.titles) out.string(plan.structure->title(title).key);
  out.endArray();
  out.key("counts").string(nameOf(quota.counts));
  if (quota.age > 0) out.key("age").integer(quota.age);
  out.key("target").raw(decimal(quota.target));
  optionalDate(out, "by", quota.by);
  if (!quota.overrides.empty()) {
    out.key("overrides").beginObject();
    for (const auto& [unit, share] : quota.overrides) {
      out.key(plan.unit(unit).key).raw(decimal(share));
    }
    out.endObject();
  }
  writeExtra(out, quota.extra);
  out.endObject();
}

void writeLocality(JsonWriter& out, const LocalityDefinition& locality) {
  out.key("locality").beginObject();
  out.key("basis").string(nameOf(locality.basis));
  out.key("level").string(locality.levelName());
  out.key("residence_years").number(locality.residence_years);
  writeExtra(out, locality.extra);
  out.endObject();
}

void writeRule(JsonWriter& out, const RuleSetting& setting) {
  out.beginObject();
  out.key("id").string(setting.key);
  out.key("severity").string(nameOf(setting.severity));
  const rules::RuleInfo* rule = rules::findRule(setting.key);
  const rules::Parameter parameter = rule == nullptr ? rules::Parameter::kNone : rule->parameter;
  if (parameter == rules::Parameter::kAtLeast) {
    out.key(rules::fieldName(parameter))
        .string(nameOf(static_cast<EvaluationGrade>(setting.limit)));
  } else if (parameter != rules::Parameter::kNone) {
    out.key(rules::fieldName(parameter)).integer(setting.limit);
  }
  out.key("source").string(setting.source);
  writeExtra(out, setting.extra);
  out.endObject();
}

void writeRuleSet(JsonWriter& out, const RuleSet& rule_set, int version) {
  constexpr std::array<std::string_view, 2> kCapsSince2 = {"per_group", "per_round"};
  out.key("rules").beginArray(Layout::kLines);
  for (const RuleSetting& setting : rule_set.rules) writeRule(out, setting);
  out.endArray();
  if (rule_set.caps) {
    out.key("caps").beginObject();
    optionalInteger(out, "moves_per_district_per_round",
                    rule_set.caps->moves_per_district_per_round);
    optionalInteger(out, "moves_per_round", rule_set.caps->moves_per_round);
    if (const std::optional<GroupCap>& cap = rule_set.caps->per_group) {
      out.key("per_group").beginObject();
      out.key("by").string(cap->by);
      out.key("most").integer(cap->most);
      writeExtra(out, cap->extra);
      out.endObject();
    }
    optionalInteger(out, "per_round", rule_set.caps->per_round);
    const Extra& extra = rule_set.caps->extra;
    writeExtra(out, version == 1 ? extra : withoutKnown(extra, kCapsSince2));
    out.endObject();
  }
  if (rule_set.costs) {
    out.key("costs").beginObject();
    optionalInteger(out, "leave", rule_set.costs->leave);
    optionalInteger(out, "soft_rule", rule_set.costs->soft_rule);
    optionalInteger(out, "field_mismatch", rule_set.costs->field_mismatch);
    optionalInteger(out, "district_step", rule_set.costs->district_step);
    writeExtra(out, rule_set.costs->extra);
    out.endObject();
  }
  if (rule_set.mobility) {
    out.key("mobility").beginObject();
    out.key("within").string(*rule_set.mobility);
    writeExtra(out, rule_set.mobility_extra);
    out.endObject();
  }
  if (rule_set.risk) {
    out.key("risk").beginObject();
    optionalShare(out, "agree", rule_set.risk->agree);
    optionalShare(out, "unasked", rule_set.risk->unasked);
    optionalShare(out, "concern", rule_set.risk->concern);
    optionalShare(out, "disagree", rule_set.risk->disagree);
    optionalShare(out, "leaves_per_year", rule_set.risk->leaves_per_year);
    writeExtra(out, rule_set.risk->extra);
    out.endObject();
  }
}

template <class List, class Write>
void writeList(JsonWriter& out, std::string_view name, const List& list, Write&& write) {
  out.key(name).beginArray(Layout::kLines);
  for (const auto& item : list) write(item);
  out.endArray();
}

bool hasNewDivision(const Plan& plan) {
  const RuleSet& rules = *plan.rule_set;
  const Structure& structure = *plan.structure;
  const auto is_new = [&](const std::string& name) {
    return name == kWholePlan && structure.whole.level;
  };
  const auto& quotas = plan.quota_set->quotas;
  return !structure.groupings.empty() || rules.mobility ||
         (rules.caps && !rules.caps->fitsVersion1()) ||
         plan.quota_set->locality.level == LocalityLevel::kGroup ||
         std::any_of(quotas.begin(), quotas.end(),
                     [&](const Quota& quota) { return is_new(quota.group_level); });
}

int versionFor(const Plan& plan) {
  const auto fits = [](const std::shared_ptr<const Scenario>& scenario) {
    return std::all_of(scenario->rounds.begin(), scenario->rounds.end(),
                       [](const Round& round) { return fitsVersion1(round); });
  };
  const auto& settings = plan.rule_set->rules;
  const bool has_new_rule =
      std::any_of(settings.begin(), settings.end(), [](const RuleSetting& rule) {
        const rules::RuleInfo* info = rules::findRule(rule.key);
        return info != nullptr && info->format_version > 1;
      });
  const auto& cadres = plan.roster->cadres;
  const bool is_1 = plan.header->version == 1 && !has_new_rule && !plan.rule_set->risk &&
                    !hasNewDivision(plan) &&
                    std::all_of(cadres.begin(), cadres.end(),
                                [](const Cadre& cadre) { return fitsVersion1(cadre); }) &&
                    std::all_of(plan.scenarios->begin(), plan.scenarios->end(), fits);
  return is_1 ? 1 : kFormatVersion;
}

}  // namespace

bool fitsVersion1(const Cadre& cadre) {
  return !cadre.left &&
         std::all_of(cadre.pool.begin(), cadre.pool.end(),
                     [](const PoolEntry& entry) { return !entry.unit && !entry.extra; });
}

void writeCadre(JsonWriter& out, const Cadre& cadre, const Plan& plan, int version) {
  constexpr std::array<std::string_view, 1> kSince2OfCadre = {"left"};
  out.beginObject();
  out.key("id").string(cadre.key);
  out.key("name").string(cadre.name);
  optionalDate(out, "birth", cadre.birth);
  if (cadre.gender != Gender::kUnknown) out.key("gender").string(nameOf(cadre.gender));
  optionalUnit(out, "native_place", cadre.native_place, plan);
  optionalUnit(out, "birthplace", cadre.birthplace, plan);
  writeResidence(out, cadre, plan);
  optionalDate(out, "in_post_since", cadre.in_post_since);
  optionalInteger(out, "terms_as_head_here", cadre.terms_as_head_here);
  optionalDate(out, "service_ends", cadre.service_ends);
  writeStrings(out, "fields", cadre.fields, [](const std::string& field) { return field; });
  writePool(out, cadre, plan);
  writeGrades(out, cadre.grades);
  writeDiscipline(out, cadre);
  writeStrings(out, "relatives", cadre.relatives,
               [&](CadreId relative) { return plan.cadre(relative).key; });
  writePreferences(out, cadre, plan);
  optionalString(out, "group", cadre.group);
  if (cadre.left) {
    out.key("left").beginObject();
    out.key("on").string(isoDate(cadre.left->on));
    out.key("by").string(nameOf(cadre.left->by));
    optionalString(out, "directive", cadre.left->directive);
    writeExtra(out, cadre.left->extra);
    out.endObject();
  }
  writeExtra(out, version == 1 ? cadre.extra : withoutKnown(cadre.extra, kSince2OfCadre));
  out.endObject();
}

std::string savePlan(const Plan& plan) {
  const int version = versionFor(plan);
  JsonWriter out;
  out.beginObject(Layout::kLines);
  out.key("format").string(kFormatName);
  out.key("version").integer(version);
  out.key("title").string(plan.header->title);
  out.key("as_of").string(isoDate(plan.header->as_of));
  writeList(out, "units", plan.structure->units,
            [&](const Unit& unit) { writeUnit(out, unit, plan); });
  if (!plan.structure->groupings.empty()) {
    writeList(out, "groupings", plan.structure->groupings,
              [&](const Grouping& grouping) { writeGrouping(out, grouping, *plan.structure); });
  }
  writeList(out, "titles", plan.structure->titles,
            [&](const Title& title) { writeTitle(out, title); });
  writeList(out, "posts", plan.structure->posts,
            [&](const Post& post) { writePost(out, post, plan); });
  writeList(out, "cadres", plan.roster->cadres,
            [&](const Cadre& cadre) { writeCadre(out, cadre, plan, version); });
  writeLocality(out, plan.quota_set->locality);
  writeList(out, "quotas", plan.quota_set->quotas,
            [&](const Quota& quota) { writeQuota(out, quota, plan); });
  writeRuleSet(out, *plan.rule_set, version);
  writeList(out, "scenarios", *plan.scenarios,
            [&](const std::shared_ptr<const Scenario>& scenario) {
              writeScenario(out, *scenario, plan, version);
            });
  writeExtra(out, version == 1 ? plan.header->extra : withoutKnown(plan.header->extra, kSince2));
  out.endObject();
  return out.take() + "\n";
}

}  // namespace cadre::plan_io
