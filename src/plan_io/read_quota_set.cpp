#include "model/limits.h"
#include "plan_io/read_sections.h"
#include "plan_io/reference.h"

namespace cadre::plan_io {
namespace {

using text::Str;

constexpr IntegerRange kAgeRange = {1, 150};

void readOverrides(ObjectReader& in, const KeyIndex& keys, Quota& quota) {
  const JsonValue* value = in.optional("overrides");
  if (value == nullptr) return;
  const Path path(in.path(), "overrides");
  const ObjectReader checked(*value, path, in.errors());  // reports another type, repeated names
  if (!checked.isObject()) return;
  limitEntries(value->object()->size(), limits::kOverrides, path, in.errors());
  for (const auto& [key, share] : *value->object()) {
    const Path own_path(path, key);
    const auto unit = keys.units.find(key);
    if (unit == keys.units.end()) {
      in.errors().mismatch(ErrorCode::kDangling, own_path, JsonValue{key}, Str::expect_unit);
      continue;
    }
    quota.overrides.emplace_back(unit->second, shareOf(share, own_path, in.errors()));
  }
}

Quota readQuota(ObjectReader in, const KeyIndex& keys) {
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
  readOverrides(in, keys, quota);
  quota.extra = in.extra();
  return quota;
}

LocalityDefinition readLocality(ObjectReader& root) {
  LocalityDefinition out;
  const JsonValue* value = root.required("locality", Str::expect_object);
  if (value == nullptr) return out;
  const Path path(root.path(), "locality");
  ObjectReader in(*value, path, root.errors());
  out.basis = in.word<LocalityBasis>("basis");
  out.level = in.word<LocalityLevel>("level");
  out.residence_years = in.years("residence_years");
  out.extra = in.extra();
  return out;
}

}  // namespace

QuotaSet readQuotaSet(ObjectReader& root, const KeyIndex& keys) {
  QuotaSet out;
  out.locality = readLocality(root);
  limitCount(root, "quotas", limits::kQuotas);
  std::unordered_set<std::string> seen;
  root.forEach("quotas", [&](const JsonValue& item, const Path& path) {
    Quota quota = readQuota(ObjectReader(item, path, root.errors()), keys);
    noteKey(seen, quota.key, path, root.errors());
    out.quotas.push_back(std::move(quota));
  });
  return out;
}

}  // namespace cadre::plan_io
