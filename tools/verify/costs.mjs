// The cost of a move. Leaving for no post costs `leave` and nothing else.

const VIEW_COST = { concern: 15, disagree: 40 };
const WISH_COST = [0, 5, 10, 15];
const NO_WISHES = 10;
const NO_WISH_FITS = 20;

export const costsOf = (plan) => ({ leave: 300, soft_rule: 20, field_mismatch: 15, district_step: 5, ...plan.costs });

function wishCost(places, { preferences = [] }, unit) {
  if (preferences.length === 0) return NO_WISHES;
  const ranks = preferences.filter((wish) => places.above(unit).includes(wish.unit)).map(({ rank }) => rank);
  if (ranks.length === 0) return NO_WISH_FITS;
  return WISH_COST[Math.min(Math.max(Math.min(...ranks), 1), WISH_COST.length) - 1];
}

/**
 * @param soft number of soft rules that the move alone breaks
 * @param known `{ places, before, register, costs }`
 */
export function moveCost(cadreId, to, soft, { places, before, register, costs }) {
  if (to === null) return costs.leave;
  const cadre = places.cadres.get(cadreId);
  const { unit, field } = places.posts.get(to);
  let out = soft * costs.soft_rule + wishCost(places, cadre, unit);
  for (const view of register.listOf(cadreId, to)) out += VIEW_COST[view] ?? 0;
  if (field && !(cadre.fields ?? []).includes(field)) out += costs.field_mismatch;
  const from = before.from(cadreId);
  const home = from === undefined ? cadre.native_place : places.unitOf(from);
  return out + costs.district_step * places.distance(home, unit);
}
