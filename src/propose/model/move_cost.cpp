#include "propose/model/move_cost.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace cadre::propose {
namespace {

constexpr std::int32_t kConcern = 15;
constexpr std::int32_t kDisagree = 40;

std::int32_t viewCost(View view) {
  if (view == View::kConcern) return kConcern;
  return view == View::kDisagree ? kDisagree : 0;
}

}  // namespace

CostTable costTable(const Plan& plan) {
  CostTable out;
  if (!plan.rule_set->costs) return out;
  const Costs& own = *plan.rule_set->costs;
  out.leave = own.leave.value_or(out.leave);
  out.soft_rule = own.soft_rule.value_or(out.soft_rule);
  out.field_mismatch = own.field_mismatch.value_or(out.field_mismatch);
  out.district_step = own.district_step.value_or(out.district_step);
  return out;
}

std::int32_t preferenceCost(const Plan& plan, const Cadre& cadre, UnitId unit) {
  constexpr std::int32_t kNoWish = 10;
  constexpr std::int32_t kNoneFits = 20;
  constexpr std::int32_t kStep = 5;
  constexpr std::int32_t kMost = 15;
  if (cadre.preferences.empty()) return kNoWish;
  std::int32_t best = std::numeric_limits<std::int32_t>::max();
  for (const Preference& wish : cadre.preferences) {
    if (plan.structure->contains(wish.unit, unit)) best = std::min(best, wish.rank);
  }
  if (best == std::numeric_limits<std::int32_t>::max()) return kNoneFits;
  const std::int32_t steps = std::clamp(best, 1, 4) - 1;  // four or more cost the most
  return std::min(steps * kStep, kMost);
}

std::int32_t tileDistance(const Plan& plan, UnitId a, UnitId b) {
  const Structure& structure = *plan.structure;
  const UnitId from = structure.districtOf(a);
  const UnitId to = structure.districtOf(b);
  if (!from || !to || from == to) return 0;
  const std::optional<Tile>& x = structure.unit(from).tile;
  const std::optional<Tile>& y = structure.unit(to).tile;
  if (!x || !y) return 0;
  return std::abs(x->column - y->column) + std::abs(x->row - y->row);
}

CostParts costParts(const Plan& plan, const CostTable& costs, CadreId cadre, PostId from, PostId to,
                    std::int32_t soft_rules_broken, const Views& views) {
  CostParts out;
  out.soft_rules = costs.soft_rule * soft_rules_broken;
  for (const Party party : kParties) out.views += viewCost(views.of(party));
  if (!to) {
    out.leave = costs.leave;
    return out;
  }
  const Cadre& who = plan.cadre(cadre);
  const Post& post = plan.post(to);
  out.preference = preferenceCost(plan, who, post.unit);
  const bool lacks_field = !post.field.empty() && std::find(who.fields.begin(), who.fields.end(),
                                                            post.field) == who.fields.end();
  if (lacks_field) out.field_mismatch = costs.field_mismatch;
  const UnitId home = from ? plan.post(from).unit : who.native_place;
  out.distance = costs.district_step * tileDistance(plan, home, post.unit);
  return out;
}

std::int32_t moveCost(const Plan& plan, const CostTable& costs, CadreId cadre, PostId from,
                      PostId to, std::int32_t soft_rules_broken, const Views& views) {
  return costParts(plan, costs, cadre, from, to, soft_rules_broken, views).total();
}

}  // namespace cadre::propose
