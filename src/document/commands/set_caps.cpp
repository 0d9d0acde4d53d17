#include "document/commands/set_caps.h"

#include "core/refused.h"
#include "document/commands/shared.h"
#include "model/limits.h"

namespace cadre {
namespace {

constexpr plan_io::IntegerRange kCapRange = {0, limits::kCap};

bool capFits(std::optional<std::int32_t> cap) {
  return !cap || (*cap >= kCapRange.least && *cap <= kCapRange.most);
}

}  // namespace

Expected<Plan> SetCaps::apply(const Plan& plan) const {
  if (!capFits(moves_per_district_per_round) || !capFits(moves_per_round)) {
    return refused(text::Str::error_value_does_not_fit);
  }
  auto rule_set = copied(plan.rule_set);
  Caps caps = rule_set->caps.value_or(Caps{});
  caps.moves_per_district_per_round = moves_per_district_per_round;
  caps.moves_per_round = moves_per_round;
  rule_set->caps = caps.saysNothing() ? std::nullopt : std::optional<Caps>(std::move(caps));
  return withSection(plan, &Plan::rule_set, std::move(rule_set));
}

Message SetCaps::label(const Plan& /*before*/) const { return {text::Str::do_set_caps, {}}; }

void SetCaps::write(JsonWriter& out, const Plan& /*before*/) const {
  if (moves_per_district_per_round) out.key("district").integer(*moves_per_district_per_round);
  if (moves_per_round) out.key("round").integer(*moves_per_round);
}

SetCaps SetCaps::read(plan_io::ObjectReader& in, const ReadContext& /*context*/) {
  SetCaps out;
  out.moves_per_district_per_round = in.optionalInteger("district", kCapRange);
  out.moves_per_round = in.optionalInteger("round", kCapRange);
  return out;
}

}  // namespace cadre
