// Small random plans with everything that a proposal may encounter: several districts, ties, caps,
// pins, locks, vacancies, overlapping quotas, candidates, hard and soft rules, posts of districts
// and of the city. The same seed gives the same plan on every machine.

import { addFeatures, DEFAULT_FEATURES, scopesOf } from './features.mjs';
import { Programme } from '../../tools/verify/programme.mjs';
import { Random } from './seed.mjs';

const pad = (number) => String(number).padStart(2, '0');
const AS_OF = '2023-07-27';
const BEFORE = '2023-09-01';
const ROUND = '2023-10-01';
const MOST_TINY_POSTS = 6;

/**
 * @param features names of features.mjs
 * @param isTiny so few posts and officials that all choices can be tried
 */
export function randomPlan(seed, features = DEFAULT_FEATURES, isTiny = false) {
  const random = new Random(seed);
  const day = (from, to) => `${from + random.below(to - from + 1)}-${pad(1 + random.below(12))}-${pad(1 + random.below(28))}`;
  const units = [{ id: '01', name: 'Thành phố', level: 'city' }];
  const communes = [];
  const most = isTiny ? 2 : random.chance(8) ? 10 : 4; // communes of a district
  for (let d = 1 + random.below(isTiny ? 2 : 3); d > 0; d -= 1) {
    const district = { id: `d${d}`, name: `Huyện ${d}`, level: 'district', parent: '01' };
    if (random.chance(80)) district.tile = [random.below(4), random.below(4)];
    units.push(district);
    for (let c = 1 + random.below(most); c > 0; c -= 1) {
      const commune = { id: `d${d}c${c}`, name: `Xã ${d}.${c}`, level: 'commune', parent: district.id };
      units.push(commune);
      communes.push(commune.id);
    }
  }
  const titles = [
    { id: 'secretary', name: { vi: 'Bí thư', en: 'Secretary' }, head: true },
    { id: 'chairman', name: { vi: 'Chủ tịch', en: 'Chairman' }, head: true },
    { id: 'deputy', name: { vi: 'Phó', en: 'Deputy' }, head: false },
  ];
  const posts = [];
  const cadres = [];
  const fields = ['land', 'finance'];
  const newCadre = () => {
    const cadre = { id: `c${cadres.length}`, name: `Cán bộ ${cadres.length}` };
    const some = (percent, name, value) => { if (random.chance(percent)) cadre[name] = value(); };
    some(90, 'native_place', () => random.of(random.chance(85) ? communes : units.map(({ id }) => id)));
    some(50, 'gender', () => random.of(['female', 'male']));
    some(60, 'birth', () => day(1965, 1992));
    some(80, 'in_post_since', () => day(2015, 2022));
    some(40, 'terms_as_head_here', () => random.below(4));
    some(70, 'service_ends', () => day(2023, 2038));
    some(40, 'fields', () => [random.of(fields)]);
    cadre.pool = titles.filter(() => random.chance(70)).map(({ id }) => id);
    some(50, 'grades', () => [{ period: '2022', grade: random.of(['excellent', 'good', 'completed', 'not_completed']) }]);
    some(15, 'discipline', () => [{ kind: random.of(['reprimand', 'warning', 'dismissal']), on: day(2019, 2023) }]);
    some(40, 'preferences', () => [{ unit: random.of(units).id, rank: 1 + random.below(5) }]);
    cadres.push(cadre);
    return cadre.id;
  };
  // With nobody to come in, only cycles of moves are left: curves with gaps.
  const isClosed = random.chance(15);
  const filled = isClosed ? 100 : 85;
  const hasUpperPosts = random.chance(15);
  for (const { id: unit, level } of units) {
    if (level !== 'commune' && !hasUpperPosts) continue;
    for (const { id: title } of titles) {
      if (isTiny && posts.length === MOST_TINY_POSTS) break;
      if (random.chance(title === 'deputy' ? 70 : level === 'commune' ? 10 : 50)) continue;
      const post = { id: `${unit}/${title}`, unit, title };
      if (random.chance(filled)) {
        post.incumbent = cadres.length > 0 && random.chance(4) ? random.of(cadres).id : newCadre();
      }
      if (random.chance(6)) post.locked = true;
      if (random.chance(20)) post.field = random.of(fields);
      posts.push(post);
    }
  }
  if (posts.length === 0) posts.push({ id: 'only', unit: communes[0], title: 'secretary' });
  for (let i = isClosed ? 0 : random.below(isTiny ? 3 : 4); i > 0; i -= 1) newCadre();
  if (cadres.length === 0) newCadre();
  for (const cadre of cadres) {
    if (random.chance(8)) cadre.relatives = [random.of(cadres).id].filter((id) => id !== cadre.id);
  }
  const quotas = [];
  for (let q = 1 + random.below(3); q > 0; q -= 1) {
    const quota = {
      id: `q${q}`,
      name: { vi: `Chỉ tiêu ${q}`, en: `Quota ${q}` },
      group_level: random.of(['district', 'district', 'district', 'commune', 'city']),
      titles: titles.filter(() => random.chance(60)).map(({ id }) => id),
      counts: random.of(['non_local', 'non_local', 'female', 'under_age']),
      target: random.of([0, 0.3, 0.5, 0.5, 0.75, 1]),
    };
    if (quota.counts === 'under_age') quota.age = 40;
    if (random.chance(20)) quota.overrides = { [random.of(units).id]: 0.6 };
    quotas.push(quota);
  }
  const rules = [];
  const rule = (id, percent, rest) => {
    if (random.chance(percent)) rules.push({ id, severity: random.of(['hard', 'soft']), ...rest, source: 's' });
  };
  rule('months_in_post', 60, { months: 24 + 12 * random.below(3) });
  rule('service_left', 60, { months: 60 });
  rule('service_left_rotation', 30, { months: 48 });
  rule('head_terms', 40, { terms: 2 });
  rule('discipline', 50, { months: 12 });
  rule('relatives', 60, {});
  rule('in_pool', 40, {});
  rule('grade', 40, { at_least: random.of(['completed', 'good']) });
  rule('consent', 40, {});
  rule('continuity', 70, {});
  const seats = new Map(posts.map(({ id, incumbent }) => [id, incumbent]));
  const earlier = seed % 4 === 1 ? historyOf(random, posts, cadres, seats) : [];
  const moves = [];
  for (let i = random.chance(35) ? 1 + random.below(2) : 0; i > 0; i -= 1) {
    const cadre = random.of(cadres).id;
    if (moves.some((move) => move.cadre === cadre)) continue;
    const to = random.chance(80) ? random.of(posts).id : null;
    const held = [...seats.keys()].filter((post) => seats.get(post) === cadre);
    // Pins without effect are left out: from a post to itself, or from no post to no post.
    if (held.includes(to) || (held.length === 0 && to === null) || held.length > 1) continue;
    moves.push({ cadre, to, type: random.of(['rotation', 'rotation', 'transfer']), pinned: random.chance(70),
      consent: { cadre: random.of(['agree', 'concern', 'disagree', 'unasked']) } });
  }
  const plan = {
    format: 'cadre-rotation-plan', version: 1, title: `Ngẫu nhiên ${seed}`, as_of: AS_OF,
    units, titles, posts, cadres,
    locality: { basis: random.of(['native_place', 'native_place', 'birthplace', 'residence']),
      level: random.of(['commune', 'district']), residence_years: 20 },
    quotas, rules,
    scenarios: [{ id: 'a', name: 'A', rounds: [...earlier, { id: 'r1', name: 'Đợt 1', date: ROUND, moves }] }],
  };
  const caps = {};
  if (random.chance(30)) caps.moves_per_district_per_round = random.below(5);
  if (random.chance(30)) caps.moves_per_round = random.below(8);
  if (random.chance(50)) plan.caps = caps;
  if (random.chance(30)) plan.costs = { leave: random.of([0, 50, 300]), soft_rule: random.of([0, 5, 20]) };
  addFeatures(plan, seed, features);
  return plan;
}

/** A round before the one to plan: moves that can all happen. `seats` becomes the state after it. */
function historyOf(random, posts, cadres, seats) {
  const moves = [];
  const ends = new Map(cadres.map(({ id, service_ends: end }) => [id, end]));
  const isGone = (cadre) => cadre !== undefined && ends.get(cadre) !== undefined && ends.get(cadre) <= BEFORE;
  const heldBy = (cadre) => [...seats.keys()].filter((post) => seats.get(post) === cadre);
  const isFree = ({ id, locked }) => !locked && !moves.some(({ from, to }) => from === id || to === id);
  const isMovable = (post) => isFree(post) && seats.get(post.id) !== undefined &&
    !isGone(seats.get(post.id)) && heldBy(seats.get(post.id)).length === 1;
  const note = (cadre, from, to) => moves.push({ cadre, from, to, type: 'rotation' });
  for (let i = 1 + random.below(3); i > 0; i -= 1) {
    const [a, b] = [random.of(posts), random.of(posts)];
    const newcomer = random.of(cadres).id;
    if (a !== b && isMovable(a) && isMovable(b)) {
      const [one, other] = [seats.get(a.id), seats.get(b.id)];
      note(one, a.id, b.id);
      note(other, b.id, a.id);
    } else if (isFree(a) && (seats.get(a.id) === undefined || isGone(seats.get(a.id))) && !isGone(newcomer) &&
      heldBy(newcomer).length === 0 && !moves.some(({ cadre }) => cadre === newcomer)) {
      note(newcomer, undefined, a.id);
    } else if (isMovable(b)) note(seats.get(b.id), b.id, null);
  }
  for (const { from } of moves) if (from !== undefined) seats.set(from, undefined);
  for (const { cadre, to } of moves) if (to !== null) seats.set(to, cadre);
  return [{ id: 'r0', name: 'Đợt 0', date: BEFORE,
    moves: moves.map(({ from: _, ...move }) => move) }];
}

/** What is asked of the plan of a seed: where moves may go, and for some the unit that they are for. */
export function questionOf(seed, plan, features = DEFAULT_FEATURES) {
  const random = new Random(seed + 77);
  let within = seed % 3 === 2 ? 'city' : 'district';
  if (features.includes('scopes')) within = random.chance(40) ? undefined : random.of(['city', ...scopesOf(plan)]);
  const isSome = seed % 5 === 3 && (features.includes('units') || plan.scenarios[0].rounds.at(-1).moves.length === 0);
  const unit = isSome ? plan.units[1 + seed % (plan.units.length - 1)].id : undefined;
  const calm = features.includes('calm') ? random.chance(50) : undefined;
  return { within, unit, calm };
}

/** What there is in a plan that may trip a solver: names, for counting. */
export function contents(plan, model) {
  const has = {
    'across the plan': model.within === 'plan',
    'within a level that is no district': model.within !== 'district' && model.within !== 'plan',
    'posts of one unit alone': model.unit !== undefined,
    'moves that are kept elsewhere': model.kept.length > 0,
    'several districts': plan.units.filter(({ level }) => level === 'district').length > 1,
    'cells over several districts': plan.units.filter(({ level }) => level === 'district').length > 1 &&
      plan.quotas.some(({ group_level: level }) => level === 'city'),
    'posts above the communes': plan.posts.some(({ unit }) => model.places.units.get(unit).level !== 'commune'),
    'equal costs': new Set(model.arcs.map(({ to, cost }) => `${to} ${cost}`)).size < model.arcs.length,
    'a cap of the round': plan.caps?.moves_per_round !== undefined,
    'a cap of districts': plan.caps?.moves_per_district_per_round !== undefined,
    'a round before': plan.scenarios[0].rounds.length > 1,
    pins: model.pins.length > 0,
    locks: plan.posts.some(({ locked }) => locked),
    vacancies: model.open.some((post) => !model.holder.has(post)),
    candidates: model.arcs.some(({ cadre }) => model.from(cadre) === undefined),
    'nobody to come in': model.open.every((post) => model.holder.has(post)) &&
      model.arcs.every(({ cadre }) => model.from(cadre) !== undefined),
    'facts without a destination': model.facts.some(({ to }) => to === null),
    'facts with a destination': model.arriving.length > 0,
    'facts that do not happen': model.idleFacts.length > 0,
    'relatives with a row': new Programme(model).kinshipRows > 0,
    'hard relatives': model.isHard('relatives') && model.relatives.length > 0,
    'forced out in an earlier round': [...model.before.departures.keys()].length > 0,
    'nobody takes a post so long after being forced out': model.rules.has('after_forced_departure'),
    'a view that disagrees': model.register.said().some((one) => one.includes('disagree')),
    'kept near the round': model.calm && model.standing.length > 0,
    'a move that stands and may stay': model.standing.some((move) => model.arcs.some(({ cadre, to }) =>
      cadre === move.cadre && to === move.to)),
    'a cap of groups': plan.caps?.per_group !== undefined,
    'quotas of a grouping or of the plan': plan.quotas.some(({ group_level: level }) =>
      ['cluster', 'plan'].includes(level)),
    'pools of a unit': plan.cadres.some(({ pool }) => pool.some((item) => item.title !== undefined)),
    'every rule hard': plan.rules.length > 2 && plan.rules.every(({ severity }) => severity === 'hard'),
    'several quotas': plan.quotas.length > 1,
    'quotas of women': plan.quotas.some(({ counts }) => counts === 'female'),
    'quotas of the young': plan.quotas.some(({ counts }) => counts === 'under_age'),
    'quotas that share titles': plan.quotas.some((a, i) => plan.quotas.some((b, j) => i < j &&
      a.group_level === b.group_level && a.titles.some((title) => b.titles.includes(title)))),
    'hard continuity': model.rules.get('continuity')?.severity === 'hard',
    'soft continuity': model.rules.get('continuity')?.severity === 'soft',
    'more than 200 arcs': model.arcs.length > 200,
  };
  return Object.keys(has).filter((name) => has[name]);
}
