#include <vector>

#include "model/limits.h"
#include "plan_io/read_sections.h"
#include "plan_io/reference.h"
#include "rules/rule.h"

namespace cadre::plan_io {
namespace {

using rules::Parameter;
using rules::RuleInfo;
using text::Str;

constexpr IntegerRange kMonthRange = {0, limits::kRuleMonths};
constexpr IntegerRange kTermRange = {0, limits::kRuleTerms};
constexpr IntegerRange kMoveRange = {0, limits::kCap};
constexpr IntegerRange kCostRange = {0, 1'000'000};

std::int32_t readParameter(ObjectReader& in, Parameter parameter) {
  const std::string_view name = rules::fieldName(parameter);
  switch (parameter) {
    case Parameter::kMonths:
      return in.integer(name, kMonthRange);
    case Parameter::kTerms:
      return in.integer(name, kTermRange);
    case Parameter::kAtLeast:
      return static_cast<std::int32_t>(in.word<EvaluationGrade>(name));
    case Parameter::kNone:
      break;
  }
  return 0;
}

RuleSetting readRule(ObjectReader in) {
  RuleSetting setting;
  setting.key = in.key("id");
  const RuleInfo* rule = rules::findRule(setting.key);
  if (rule != nullptr) {
    setting.limit = readParameter(in, rule->parameter);
  } else if (!setting.key.empty()) {
    in.errors().mismatch(ErrorCode::kDangling, Path(in.path(), "id"), JsonValue{setting.key},
                         joinedRuleIds());
  }
  setting.severity = in.word<Severity>("severity");
  setting.source = in.string("source");
  setting.extra = in.extra();
  return setting;
}

// The name of a level or of a grouping, or kWholePlan where that is allowed. Levels with a meaning
// in rules may be named although no unit has them: there are no groups then.
std::string divisionIn(ObjectReader& in, std::string_view field, const Structure& structure,
                       bool may_be_whole) {
  std::string name = in.key(field);
  const bool is_known = name == kWholePlan
                            ? may_be_whole
                            : structure.findLevel(name).operator bool() || name == kLevelCity ||
                                  name == kLevelDistrict || name == kLevelCommune;
  if (is_known || name.empty()) return name;
  std::vector<std::string_view> known(structure.levels.begin(), structure.levels.end());
  std::erase(known, kWholePlan);
  if (may_be_whole) known.push_back(kWholePlan);
  in.errors().mismatch(ErrorCode::kDangling, Path(in.path(), field), JsonValue{name},
                       joined(known));
  return {};
}

std::optional<GroupCap> readGroupCap(ObjectReader& caps, const Structure& structure) {
  const JsonValue* value = caps.optional("per_group");
  if (value == nullptr) return std::nullopt;
  const Path path(caps.path(), "per_group");
  ObjectReader in(*value, path, caps.errors());
  GroupCap out;
  out.by = divisionIn(in, "by", structure, false);
  out.most = in.integer("most", kMoveRange);
  out.extra = in.extra();
  return out;
}

void readMobility(ObjectReader& root, const Structure& structure, RuleSet& out) {
  const JsonValue* value = root.optional("mobility");
  if (value == nullptr) return;
  const Path path(root.path(), "mobility");
  ObjectReader in(*value, path, root.errors());
  out.mobility = divisionIn(in, "within", structure, true);
  out.mobility_extra = in.extra();
}

std::optional<Caps> readCaps(ObjectReader& root, const Structure& structure, int version) {
  const JsonValue* value = root.optional("caps");
  if (value == nullptr) return std::nullopt;
  const Path path(root.path(), "caps");
  ObjectReader in(*value, path, root.errors());
  Caps out;
  out.moves_per_district_per_round = in.optionalInteger("moves_per_district_per_round", kMoveRange);
  out.moves_per_round = in.optionalInteger("moves_per_round", kMoveRange);
  if (version >= 2) {
    out.per_group = readGroupCap(in, structure);
    out.per_round = in.optionalInteger("per_round", kMoveRange);
  }
  out.extra = in.extra();
  return out;
}

std::optional<Costs> readCosts(ObjectReader& root) {
  const JsonValue* value = root.optional("costs");
  if (value == nullptr) return std::nullopt;
  const Path path(root.path(), "costs");
  ObjectReader in(*value, path, root.errors());
  Costs out;
  out.leave = in.optionalInteger("leave", kCostRange);
  out.soft_rule = in.optionalInteger("soft_rule", kCostRange);
  out.field_mismatch = in.optionalInteger("field_mismatch", kCostRange);
  out.district_step = in.optionalInteger("district_step", kCostRange);
  out.extra = in.extra();
  return out;
}

std::optional<Risk> readRisk(ObjectReader& root) {
  const JsonValue* value = root.optional("risk");
  if (value == nullptr) return std::nullopt;
  const Path path(root.path(), "risk");
  ObjectReader in(*value, path, root.errors());
  Risk out;
  out.agree = in.optionalShare("agree");
  out.unasked = in.optionalShare("unasked");
  out.concern = in.optionalShare("concern");
  out.disagree = in.optionalShare("disagree");
  out.leaves_per_year = in.optionalShare("leaves_per_year");
  out.extra = in.extra();
  return out;
}

}  // namespace

std::string joinedRuleIds() {
  std::vector<std::string_view> ids;
  for (const RuleInfo* rule : rules::registry()) ids.push_back(rule->id);
  return joined(ids);
}

RuleSet readRuleSet(ObjectReader& root, const Structure& structure, int version) {
  RuleSet out;
  std::unordered_set<std::string> seen;
  root.forEach("rules", [&](const JsonValue& item, const Path& path) {
    RuleSetting setting = readRule(ObjectReader(item, path, root.errors()));
    noteKey(seen, setting.key, path, root.errors());
    out.rules.push_back(std::move(setting));
  });
  out.caps = readCaps(root, structure, version);
  out.costs = readCosts(root);
  if (version >= 2) {
    out.risk = readRisk(root);
    readMobility(root, structure, out);
  }
  return out;
}

}  // namespace cadre::plan_io
