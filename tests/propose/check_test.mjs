// node tests/propose/check_test.mjs CADRE_PLAN
// The checker sees what is wrong: proposals are spoilt in one way each, and it has to say so. Ends
// with "N passed, M failed".

import { check } from './check.mjs';
import { randomPlan } from './random.mjs';
import { propose, withFolder } from './trial.mjs';
import { Model } from './reference.mjs';

const program = process.argv[2];
const copy = (value) => structuredClone(value);
const roundOf = ({ proposed }) => proposed.scenarios[0].rounds.find(({ id }) => id === 'r1');

// Each changes a sound proposal and returns what the checker must say; nothing when the proposal has
// no place for that fault.
const FAULTS = {
  'a move is forgotten': (one) => {
    const at = one.answer.moves.findIndex(({ from, to }) => from !== null && to !== null);
    if (at < 0) return undefined;
    const [{ cadre }] = one.answer.moves.splice(at, 1);
    roundOf(one).moves = roundOf(one).moves.filter((move) => move.cadre !== cadre);
    return /put out without a word|falls vacant|two holders/;
  },
  'two go to one post': (one) => {
    const [a, b] = one.answer.moves.filter(({ to }) => to !== null);
    if (b === undefined) return undefined;
    roundOf(one).moves.find(({ cadre }) => cadre === b.cadre).to = a.to;
    b.to = a.to;
    return /two holders/;
  },
  'somebody moves where it is not allowed': (one, model) => {
    const move = one.answer.moves.find(({ cadre, to }) => to !== null &&
      !model.pins.some((pin) => pin.cadre === cadre));
    const isArc = (post) => model.arcs.some(({ cadre, to }) => cadre === move.cadre && to === post);
    const other = move && model.plan.posts.find(({ id }) => !isArc(id));
    if (!other) return undefined;
    roundOf(one).moves.find(({ cadre }) => cadre === move.cadre).to = other.id;
    move.to = other.id;
    return /is not allowed/;
  },
  'a pinned move is gone': (one, model) => {
    if (model.pins.length === 0) return undefined;
    const { cadre } = model.pins[0];
    one.answer.moves = one.answer.moves.filter((move) => move.cadre !== cadre);
    roundOf(one).moves = roundOf(one).moves.filter((move) => move.cadre !== cadre);
    return /pinned moves are not as they were/;
  },
  'a move costs less': (one) => {
    if (one.answer.moves.length === 0) return undefined;
    one.answer.moves[0].cost -= 1;
    return /costs -?\d+, should/;
  },
  'the shortfall is one less': (one) => {
    one.answer.objective.shortfall -= 1;
    one.answer.bound.shortfall -= 1;
    return /shortfall -?\d+, counted/;
  },
  'the bound is above': (one) => {
    one.answer.bound.cost += 1;
    return /bound is above/;
  },
  'optimal without proof': (one) => {
    one.answer.bound.moves -= 1;
    return /the bound is lower/;
  },
  'the cap is lower': (one, model) => {
    if (one.answer.objective.moves === 0) return undefined;
    model.plan.caps = { ...model.plan.caps, moves_per_round: one.answer.objective.moves - 1 };
    return /the cap is/;
  },
  'the cap of a district is lower': (one, model) => {
    if (one.answer.objective.moves === 0) return undefined;
    model.plan.caps = { moves_per_district_per_round: 0 };
    return /the cap is 0/;
  },
  'the plan has changed elsewhere': (one) => {
    one.proposed.cadres[0].name = 'x';
    return /changed outside of the round/;
  },
  'heads go together': (one, model) => {
    const moved = new Set(one.answer.moves.flatMap(({ from, to }) => [from, to]));
    const units = new Map();
    for (const { id, unit, title } of model.plan.posts) {
      if (moved.has(id) && model.titles.get(title).head) units.set(unit, (units.get(unit) ?? 0) + 1);
    }
    if (Math.max(0, ...units.values()) < 2) return undefined;
    model.rules.set('continuity', { severity: 'hard' });
    return /loses its heads/;
  },
};

const met = new Map(Object.keys(FAULTS).map((name) => [name, 0]));
const missed = new Set();
await withFolder(async (folder) => {
  for (let seed = 0; seed < 60; seed += 1) {
    const plan = randomPlan(seed);
    const sound = await propose(program, plan, 'a', 'r1', { within: 'district' }, folder);
    if (sound.answer.status !== 'optimal') continue;
    for (const [name, spoil] of Object.entries(FAULTS)) {
      const model = new Model(copy(plan), 'a', 'r1');
      const one = copy(sound);
      const expected = spoil(one, model);
      if (expected === undefined) continue;
      met.set(name, met.get(name) + 1);
      const said = check(model, one.answer, one.proposed, one.simulated).join('; ');
      if (!expected.test(said)) {
        missed.add(name);
        console.log(`FAILED ${name}, seed ${seed}: the checker says "${said}"`);
      }
    }
  }
});
for (const [name, times] of met) {
  if (times > 0) continue;
  missed.add(name);
  console.log(`FAILED ${name}: never tried`);
}
console.log(`${met.size - missed.size} passed, ${missed.size} failed`);
process.exit(missed.size === 0 ? 0 : 1);
