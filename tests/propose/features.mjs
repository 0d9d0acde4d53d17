// What random plans hold beyond the first edition's, each under a name so that it can be left out. Each
// draws from a sequence of its own: a plan with one more of them is otherwise the same.

import { Random } from './seed.mjs';

const FORCED = ['relief', 'dismissal', 'resignation'];
const VIEWS = ['agree', 'concern', 'disagree', 'unasked'];

const cadreIds = ({ cadres }) => cadres.map(({ id }) => id);
const lastRound = ({ scenarios: [{ rounds }] }) => rounds.at(-1);
const holdersOf = ({ posts }) => posts.map(({ incumbent }) => incumbent).filter((id) => id !== undefined);

const viewsOf = (random) => Object.fromEntries(['cadre', 'origin', 'destination']
  .filter(() => random.chance(60)).map((side) => [side, random.of(VIEWS)]));

/** A destination that the official's pool holds, most times; null sometimes. */
function somewhere(random, plan, cadreId) {
  if (random.chance(12)) return null;
  const { pool } = plan.cadres.find(({ id }) => id === cadreId);
  const fitting = plan.posts.filter(({ title }) => pool.some((item) => (item.title ?? item) === title));
  return random.of(fitting.length > 0 && random.chance(85) ? fitting : plan.posts).id;
}

/** By name: changes a random plan. Those that a plan of version 1 can not say are marked. */
const FEATURES = {
  /** Many relatives, and the rule about them. */
  relatives(random, plan) {
    if (random.chance(25)) return;
    const percent = random.of([15, 30, 60]);
    for (const cadre of plan.cadres) {
      cadre.relatives = cadreIds(plan).filter((id) => id !== cadre.id && random.chance(100 * percent / 100 / 3));
      if (cadre.relatives.length === 0) delete cadre.relatives;
    }
    if (!plan.rules.some(({ id }) => id === 'relatives')) {
      plan.rules.push({ id: 'relatives', severity: random.of(['hard', 'soft']), source: 's' });
    }
  },
  /** Every rule hard in a third of the plans. */
  hard_rules(random, plan, seed) {
    if (seed % 3 !== 0) return;
    for (const id of ['relatives', 'consent', 'continuity']) {
      if (!plan.rules.some((rule) => rule.id === id)) plan.rules.push({ id, severity: 'hard', source: 's' });
    }
    for (const rule of plan.rules) rule.severity = 'hard';
  },
  /** Some who hold several posts. */
  concurrent(random, plan) {
    if (random.chance(70)) return;
    const vacant = plan.posts.filter(({ incumbent }) => incumbent === undefined);
    const holders = holdersOf(plan);
    if (vacant.length > 0 && holders.length > 0) random.of(vacant).incumbent = random.of(holders);
  },
  /** Earlier rounds in which somebody is forced out, or moves otherwise. */
  history(random, plan) {
    if (random.chance(50)) return;
    const date = random.of(['2023-07-30', '2023-08-10']);
    const moves = [];
    for (let i = 1 + random.below(2); i > 0; i -= 1) {
      const cadre = random.of(cadreIds(plan));
      const to = random.chance(70) ? null : random.of(plan.posts).id;
      moves.push({ cadre, to, type: random.chance(75) ? random.of(FORCED) : 'transfer' });
    }
    plan.scenarios[0].rounds.unshift({ id: 'r00', name: 'Đợt trước', date, moves });
  },
  /** Relief, dismissal and resignation in the round. */
  facts(random, plan) {
    if (random.chance(50)) return;
    const { moves } = lastRound(plan);
    for (let i = 1 + random.below(2); i > 0; i -= 1) {
      const holders = holdersOf(plan);
      const cadre = holders.length > 0 && random.chance(85) ? random.of(holders) : random.of(cadreIds(plan));
      if (moves.some((move) => move.cadre === cadre) && random.chance(90)) continue;
      const to = random.chance(75) ? null : random.of(plan.posts).id;
      const held = plan.posts.filter(({ incumbent }) => incumbent === cadre).map(({ id }) => id);
      if (held.includes(to)) continue;
      const move = { cadre, to, type: random.of(FORCED) };
      if (random.chance(20)) move.pinned = true;
      if (held.length > 1 && random.chance(40)) move.keep = [random.of(held)];
      moves.splice(random.below(moves.length + 1), 0, move);
    }
    for (const move of moves) {
      if ((move.pinned || FORCED.includes(move.type)) && random.chance(20)) {
        move.waivers = [{ rule: random.of(['continuity', 'continuity', 'relatives']), reason: 'r' }];
      }
    }
  },
  /** Moves that stand in the round and are not pinned. */
  standing(random, plan) {
    if (random.chance(40)) return;
    const { moves } = lastRound(plan);
    for (let i = 1 + random.below(3); i > 0; i -= 1) {
      const cadre = random.of(cadreIds(plan));
      if (moves.some((move) => move.cadre === cadre)) continue;
      const to = somewhere(random, plan, cadre);
      const held = plan.posts.filter(({ incumbent }) => incumbent === cadre).map(({ id }) => id);
      if (held.includes(to) || (held.length === 0 && to === null)) continue;
      moves.push({ cadre, to, type: random.of(['rotation', 'transfer', 'appointment']) });
    }
  },
  /** What the three sides said of moves that stand. */
  consents(random, plan) {
    for (const move of lastRound(plan).moves) if (random.chance(80)) move.consent = viewsOf(random);
  },
  /** The register of what was said; version 2. */
  consultations(random, plan) {
    const round = lastRound(plan);
    const entries = [];
    for (let i = random.below(2 + plan.cadres.length); i > 0; i -= 1) {
      const cadre = random.of(cadreIds(plan));
      // One view per official: if both forms were present, their order would be undefined.
      if (round.moves.some((move) => move.cadre === cadre && move.consent !== undefined)) continue;
      const known = round.moves.find((move) => move.cadre === cadre);
      const to = known !== undefined && random.chance(50) ? known.to : somewhere(random, plan, cadre);
      entries.push({ cadre, to, on: '2023-09-15', views: viewsOf(random) });
    }
    if (entries.length > 0) round.consultations = entries;
  },
  /** The rule about those who were forced out; version 2. */
  after_forced_departure(random, plan) {
    if (random.chance(25)) return;
    const isAllHard = plan.rules.every((rule) => rule.severity === 'hard');
    const severity = isAllHard ? 'hard' : random.of(['hard', 'hard', 'soft']);
    plan.rules.push({ id: 'after_forced_departure', severity, months: random.of([1, 2, 12]), source: 's' });
  },
  /** Some who are in the roster and serve no longer, or will leave soon; version 2. */
  left(random, plan) {
    const seated = new Set(holdersOf(plan));
    for (const cadre of plan.cadres) {
      if (random.chance(seated.has(cadre.id) ? 92 : 70)) continue;
      const on = random.of(seated.has(cadre.id) ? ['2023-08-15', '2023-12-01'] :
        ['2022-08-01', '2023-05-01', '2023-08-15']);
      cadre.left = { on, by: random.of([...FORCED, 'transfer']) };
    }
  },
  /** Succession pools for one unit; version 2. */
  pool_units(random, plan) {
    for (const cadre of plan.cadres) {
      cadre.pool = cadre.pool.map((title) => (random.chance(60) ? title : { title, unit: random.of(plan.units).id }));
      if (random.chance(15)) cadre.pool.push({ title: random.of(plan.titles).id, unit: random.of(plan.units).id });
    }
  },
  /** Clusters across the tree, with quotas of them and of the whole plan; version 2. */
  groupings(random, plan) {
    const groups = ['k1', 'k2', 'k3'].slice(0, 1 + random.below(3))
      .map((id) => ({ id, name: `Cụm ${id}`, units: [] }));
    for (const { id, level } of plan.units) {
      if (level === 'commune' ? random.chance(88) : random.chance(10)) random.of(groups).units.push(id);
    }
    plan.groupings = [{ id: 'cluster', name: { vi: 'Cụm', en: 'Cluster' }, groups }];
    for (const quota of plan.quotas) {
      if (random.chance(50)) continue;
      quota.group_level = random.of(['cluster', 'cluster', 'plan']);
      if (quota.group_level === 'cluster' && random.chance(25)) quota.overrides = { k1: 0.8 };
    }
  },
  /** Caps of clusters or levels; version 2. */
  group_caps(random, plan) {
    const ways = ['commune', 'district', ...(plan.groupings ?? []).map(({ id }) => id)];
    if (random.chance(40)) plan.caps = { ...plan.caps, per_group: { by: random.of(ways), most: random.below(4) } };
    if (random.chance(20)) plan.caps = { ...plan.caps, per_round: random.below(8) };
  },
  /** A scope of the plan's own, and plans without districts; version 2. */
  scopes(random, plan) {
    if (random.chance(20)) {
      for (const unit of plan.units) if (unit.level === 'district') unit.level = 'area';
      for (const quota of plan.quotas) if (quota.group_level === 'district') quota.group_level = 'area';
      if (plan.locality.level === 'district') plan.locality.level = 'area';
    }
    if (random.chance(30)) plan.mobility = { within: random.of(scopesOf(plan)) };
  },
  /** Dates of quotas, and how sure people are; version 2. */
  risk(random, plan) {
    for (const quota of plan.quotas) {
      if (random.chance(70)) quota.by = random.of(['2023-09-01', '2023-12-31', '2024-12-31', '2025-06-30']);
      if (random.chance(60)) quota.target = random.of([0, 0.25, 0.4]); // some targets within reach
    }
    if (random.chance(50)) return;
    plan.risk = { unasked: random.of([1, 0.9, 0.5]), concern: random.of([0.7, 0.25]) };
    if (random.chance(50)) plan.risk.disagree = random.of([0, 0.1, 0.0625]);
    if (random.chance(70)) plan.risk.leaves_per_year = random.of([0, 0.02, 0.1, 1]);
  },
  /** Asks for the posts of one unit although the round has moves; a matter of the question. */
  units() {},
  /** Keeps near the round as it stands; a matter of the question. */
  calm() {},
};

const VERSION_2 = ['consultations', 'after_forced_departure', 'left', 'pool_units', 'groupings', 'group_caps',
  'scopes', 'risk'];

/** Every way in which a plan can be divided for moves. */
export function scopesOf(plan) {
  return ['plan', ...new Set(plan.units.map(({ level }) => level)), ...(plan.groupings ?? []).map(({ id }) => id)];
}

export const FEATURE_NAMES = Object.keys(FEATURES);
/** Those of the first edition's files and command line. */
export const DEFAULT_FEATURES = FEATURE_NAMES.filter((name) => ![...VERSION_2, 'units', 'calm'].includes(name));

/**
 * Reads "default", "all", "none", names separated by commas, or names with + or - before them, which
 * change the default.
 * @returns {string[]} in their order
 */
export function parseFeatures(words) {
  if (words === undefined || words === 'default') return DEFAULT_FEATURES;
  const out = new Set(/^[+-]/.test(words) ? DEFAULT_FEATURES : []);
  for (const word of words.split(',').filter((one) => one !== '' && one !== 'none')) {
    const name = word.replace(/^[+-]/, '');
    if (name !== 'all' && !FEATURE_NAMES.includes(name)) {
      throw new Error(`no feature "${name}"; there are ${FEATURE_NAMES.join(', ')}`);
    }
    for (const one of name === 'all' ? FEATURE_NAMES : [name]) {
      if (word.startsWith('-')) out.delete(one);
      else out.add(one);
    }
  }
  return FEATURE_NAMES.filter((name) => out.has(name));
}

/** Changes the plan of a seed. */
export function addFeatures(plan, seed, features) {
  for (const name of FEATURE_NAMES.filter((one) => features.includes(one))) {
    FEATURES[name](new Random(1000 * seed + FEATURE_NAMES.indexOf(name) + 1), plan, seed);
  }
  // A fact that leads an official to where an earlier round has put them already is no move.
  const { rounds } = plan.scenarios[0];
  const last = rounds.at(-1);
  last.moves = last.moves.filter(({ cadre, to, type }) => to === null || !FORCED.includes(type) ||
    !rounds.slice(0, -1).some(({ moves }) => moves.some((one) => one.cadre === cadre && one.to === to)));
  if (VERSION_2.some((name) => features.includes(name))) plan.version = 2;
}
