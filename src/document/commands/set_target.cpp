#include "document/commands/set_target.h"

#include <algorithm>

#include "core/refused.h"
#include "document/commands/shared.h"
#include "plan_io/reference.h"

namespace cadre {
namespace {

constexpr plan_io::IntegerRange kShareRange = {0, Share::kOne};

// A unit without a target of its own uses the quota's.
Share newTarget(const SetTarget& command, const Plan& before) {
  if (command.target) return *command.target;
  for (const Quota& quota : before.quota_set->quotas) {
    if (quota.key == command.quota) return quota.target;
  }
  return {};
}

// A unit of the tree, or a group of the quota's own.
bool mayHaveTarget(const Structure& structure, const Quota& quota, UnitId unit) {
  if (unit.index() >= structure.unitCount()) return false;
  return structure.isInTree(unit) ||
         structure.unit(unit).level == structure.findLevel(quota.group_level);
}

// Of the quota's own level or grouping first: a group may be called as a unit is.
UnitId unitOf(const JsonValue& value, const std::string& quota, plan_io::ObjectReader& in,
              const ReadContext& context) {
  const Plan& plan = context.before;
  const std::string* key = value.string();
  for (const Quota& known : plan.quota_set->quotas) {
    if (known.key != quota || key == nullptr) continue;
    const LevelId level = plan.structure->findLevel(known.group_level);
    if (const UnitId found = plan.structure->findUnit(level, *key)) return found;
  }
  return plan_io::referenceOf(value, plan_io::Path(in.path(), "unit"), context.keys.units,
                              text::Str::expect_unit, in.errors());
}

}  // namespace

Expected<Plan> SetTarget::apply(const Plan& plan) const {
  if (target && (*target < Share{0} || *target > Share{Share::kOne})) {
    return refused(text::Str::error_value_does_not_fit);
  }
  auto quota_set = copied(plan.quota_set);
  const auto found = std::find_if(quota_set->quotas.begin(), quota_set->quotas.end(),
                                  [&](const Quota& candidate) { return candidate.key == quota; });
  if (found == quota_set->quotas.end()) return notThere(text::Str::thing_quota, quota);
  if (!unit) {
    if (!target) return notThere(text::Str::thing_quota, quota);
    found->target = *target;
  } else if (!mayHaveTarget(*plan.structure, *found, unit)) {
    return notThere(text::Str::thing_unit, "");
  } else {
    const auto own = std::find_if(found->overrides.begin(), found->overrides.end(),
                                  [&](const auto& entry) { return entry.first == unit; });
    if (own != found->overrides.end() && target) {
      own->second = *target;
    } else if (own != found->overrides.end()) {
      found->overrides.erase(own);
    } else if (target) {
      found->overrides.emplace_back(unit, *target);
    }
  }
  return withSection(plan, &Plan::quota_set, std::move(quota_set));
}

Message SetTarget::label(const Plan& before) const {
  return {text::Str::do_set_target,
          {{"target", Permille{newTarget(*this, before).ten_thousandths / 10}}}};
}

void SetTarget::write(JsonWriter& out, const Plan& before) const {
  out.key("quota").string(quota);
  if (unit) out.key("unit").string(before.unit(unit).key);
  if (target) out.key("ten_thousandths").integer(target->ten_thousandths);
}

SetTarget SetTarget::read(plan_io::ObjectReader& in, const ReadContext& context) {
  SetTarget out{in.string("quota"), {}, std::nullopt};
  if (const JsonValue* value = in.optional("unit"))
    out.unit = unitOf(*value, out.quota, in, context);
  if (const auto share = in.optionalInteger("ten_thousandths", kShareRange)) {
    out.target = Share{*share};
  }
  return out;
}

}  // namespace cadre
