#include "document/commands/set_locality.h"

#include "core/refused.h"
#include "document/commands/shared.h"
#include "model/limits.h"
#include "plan_io/locality_io.h"

namespace cadre {

Expected<Plan> SetLocality::apply(const Plan& plan) const {
  const double years = locality.residence_years;
  if (!(years >= 0 && years <= limits::kYears)) {
    return refused(text::Str::error_value_does_not_fit);
  }
  auto quota_set = copied(plan.quota_set);
  quota_set->locality = locality;
  return withSection(plan, &Plan::quota_set, std::move(quota_set));
}

Message SetLocality::label(const Plan& /*before*/) const {
  return {text::Str::do_set_locality, {}};
}

void SetLocality::write(JsonWriter& out, const Plan& /*before*/) const {
  out.key("basis").string(nameOf(locality.basis));
  out.key("level").string(locality.levelName());
  out.key("residence_years").number(locality.residence_years);
}

SetLocality SetLocality::read(plan_io::ObjectReader& in, const ReadContext& context) {
  LocalityDefinition locality = context.before.quota_set->locality;  // keeps unknown fields
  locality.basis = in.word<LocalityBasis>("basis");
  locality.group.clear();
  plan_io::readLocalityLevel(in, *context.before.structure, plan_io::kFormatVersion, locality);
  locality.residence_years = in.years("residence_years");
  return {locality};
}

}  // namespace cadre
