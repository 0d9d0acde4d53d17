#include "model/limits.h"
#include "plan_io/locality_io.h"
#include "plan_io/read_sections.h"
#include "plan_io/reference.h"

namespace cadre::plan_io {
namespace {

using text::Str;

constexpr IntegerRange kAgeRange = {1, 150};

// The unit that has a target of its own: a group of the quota's grouping, else a unit.
UnitId unitOfOverride(const std::string& key, const KeyIndex& keys, const Structure& structure,
                      LevelId grouping) {
  if (grouping) {
    for (std::size_t i = 0; i < structure.groups.size(); ++i) {
      const Unit& group = structure.groups[i];
      if (group.level == grouping && group.key == key) return structure.groupId(i);
    }
  }
  const auto unit = keys.units.find(key);
  return unit == keys.units.end() ? UnitId{} : unit->second;
}

void readOverrides(ObjectReader& in, const KeyIndex& keys, const Structure& structure, int version,
                   Quota& quota) {
  const JsonValue* value = in.optional("overrides");
  if (value == nullptr) return;
  const Path path(in.path(), "overrides");
  const ObjectReader checked(*value, path, in.errors());  // reports another type, repeated names
  if (!checked.isObject()) return;
  limitEntries(value->object()->size(), limits::kOverrides, path, in.errors());
  const LevelId level = structure.findLevel(quota.group_level);
  const LevelId grouping = structure.groupingOf(level) == nullptr ? LevelId{} : level;
  const bool is_of_whole = version >= 2 && quota.group_level == kWholePlan && !level;
  for (const auto& [key, share] : *value->object()) {
    const Path own_path(path, key);
    const UnitId unit = is_of_whole && key == kWholePlan
                            ? structure.wholeId()
                            : unitOfOverride(key, keys, structure, grouping);
    if (!unit) {
      in.errors().mismatch(ErrorCode::kDangling, own_path, JsonValue{key}, Str::expect_unit);
      continue;
    }
    quota.overrides.emplace_back(unit, shareOf(share, own_path, in.errors()));
  }
}

Quota readQuota(ObjectReader in, const KeyIndex& keys, const Structure& structure, int version) {
  Quota quota;
  quota.key = in.key("id");
  quota.name = readLocalName(in, "name");
  quota.group_level = in.key("group_level");
  in.forEach("titles", [&](const JsonValue& item, const Path& path) {
    const TitleId title = referenceOf(item, path, keys.titles, Str::expect_title, in.errors());
    if (title) quota.titles.push_back(title);
  });
  quota.counts = in.word<Counts>("counts");
  if (quota.counts == Counts::kUnderAge) {
    quota.age = in.integer("age", kAgeRange);
  } else {
    quota.age = in.optionalInteger("age", kAgeRange).value_or(0);
  }
  if (const JsonValue* target = in.required("target", Str::expect_share)) {
    quota.target = shareOf(*target, Path(in.path(), "target"), in.errors());
  }
  quota.by = in.optionalDate("by");
  readOverrides(in, keys, structure, version, quota);
  quota.extra = in.extra();
  return quota;
}

LocalityDefinition readLocality(ObjectReader& root, const Structure& structure, int version) {
  LocalityDefinition out;
  const JsonValue* value = root.required("locality", Str::expect_object);
  if (value == nullptr) return out;
  const Path path(root.path(), "locality");
  ObjectReader in(*value, path, root.errors());
  out.basis = in.word<LocalityBasis>("basis");
  readLocalityLevel(in, structure, version, out);
  out.residence_years = in.years("residence_years");
  out.extra = in.extra();
  return out;
}

}  // namespace

void readLocalityLevel(ObjectReader& in, const Structure& structure, int version,
                       LocalityDefinition& out) {
  const JsonValue* value = in.optional("level");
  const std::string* name = value == nullptr ? nullptr : value->string();
  const bool is_word = name == nullptr || fromName<LocalityLevel>(*name).has_value();
  if (version >= 2 && !is_word && structure.findLevel(*name)) {
    out.level = LocalityLevel::kGroup;
    out.group = *name;
    return;
  }
  out.level = in.word<LocalityLevel>("level");
}

QuotaSet readQuotaSet(ObjectReader& root, const KeyIndex& keys, const Structure& structure,
                      int version) {
  QuotaSet out;
  out.locality = readLocality(root, structure, version);
  limitCount(root, "quotas", limits::kQuotas);
  std::unordered_set<std::string> seen;
  root.forEach("quotas", [&](const JsonValue& item, const Path& path) {
    Quota quota = readQuota(ObjectReader(item, path, root.errors()), keys, structure, version);
    noteKey(seen, quota.key, path, root.errors());
    out.quotas.push_back(std::move(quota));
  });
  return out;
}

}  // namespace cadre::plan_io
