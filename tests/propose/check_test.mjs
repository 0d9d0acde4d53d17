// node tests/propose/check_test.mjs
// The checker detects faults: proposals of tiny plans, found by enumeration, pass; then each is
// corrupted in one way, which the checker has to report. Ends with "N passed, M failed".

import { check, checkAgain } from './check.mjs';
import { bestChoice, TooMany } from './enumerate.mjs';
import { FEATURE_NAMES } from './features.mjs';
import { changedHeads } from './findings.mjs';
import { Outcomes } from './outcome.mjs';
import { questionOf, randomPlan } from './random.mjs';
import { Model } from '../../tools/verify/reference.mjs';
import { isForced } from '../../tools/verify/simulation.mjs';

const SEEDS = 560;
const MOST_CHOICES = 3000;
const copy = (value) => structuredClone(value);
const lastRound = ({ scenarios: [{ rounds }] }) => rounds.at(-1);

/** What the program would print and write for the best choice; null where there is none. */
function proposalOf(plan, question) {
  const model = new Model(plan, 'a', 'r1', question);
  const best = bestChoice(model, MOST_CHOICES);
  if (best === null) return null;
  const outcomes = new Outcomes(model);
  const { objective, chosen } = best;
  const { after, why, moves } = outcomes.of(chosen);
  const stands = lastRound(plan).moves.filter((move) => isForced(move) ||
    [...model.pins, ...model.kept, ...model.idleKept].includes(move));
  const proposed = copy(plan);
  const round = lastRound(proposed);
  const consents = plan.scenarios[0].rounds.at(-1).moves.filter(({ consent }) => consent !== undefined)
    .map(({ cadre, to, consent }) => ({ cadre, to, views: consent }));
  round.consultations = [...consents, ...(round.consultations ?? [])];
  round.moves = copy([...stands, ...chosen]).map(({ consent: _, ...move }) => move);
  const printed = (move) => ({ cadre: move.cadre, from: model.from(move.cadre) ?? null, to: move.to,
    cost: outcomes.costOf(move) });
  const answer = { status: 'optimal', objective, bound: { ...objective },
    moves: [...model.pins, ...chosen].map(printed) };
  const cells = model.places.cells().map((cell) => ({ quota: cell.quota.id, unit: cell.group, needed: cell.needed,
    attained: model.places.attained(cell, after.holder, model.date) }));
  const findings = outcomes.judge.findings(moves, why, after).map(({ rule, severity, move, waived, unit }) => {
    const post = unit === undefined ? moves[move].to : model.places.postsIn(unit)[0];
    return { rule, severity, waived, cadre: moves[move].cadre, post };
  });
  const simulated = { rounds: [{ round: 'r1', moves: moves.length, cells, findings }] };
  return { plan: copy(plan), question, answer, proposed, simulated, chosen };
}

// Most faults need one of the chosen moves; these functions return one, or nothing.
const arrival = ({ chosen }) => chosen.find(({ to }) => to !== null);
const fact = ({ plan }) => lastRound(plan).moves.find(isForced);
const both = (one, change) => { change(one.plan); change(one.proposed); };
const cadreOf = (plan, id) => plan.cadres.find((cadre) => cadre.id === id);
const postOf = (plan, id) => plan.posts.find((post) => post.id === id);
const setRule = (plan, rule) => { plan.rules = [...plan.rules.filter(({ id }) => id !== rule.id), rule]; };
const dropMove = (one, cadre) => {
  one.answer.moves = one.answer.moves.filter((move) => move.cadre !== cadre);
  lastRound(one.proposed).moves = lastRound(one.proposed).moves.filter((move) => move.cadre !== cadre);
};
const send = (one, cadre, to) => {
  for (const { moves } of [one.answer, lastRound(one.proposed)]) {
    moves.find((move) => move.cadre === cadre && !isForced(move)).to = to;
  }
};
/** Somebody who sits, after the round, in the unit to which the move leads; the move's official apart. */
function neighbour(one, move) {
  const model = new Model(one.plan, 'a', 'r1', one.question);
  const { after } = new Outcomes(model).of(one.chosen);
  const posts = model.places.postsIn(model.places.unitOf(move.to)).filter((post) => post !== move.to);
  return posts.map((post) => after.holder.get(post)).find((cadre) => cadre !== undefined && cadre !== move.cadre);
}
/** Makes relatives of the official who moves and somebody who sits there. */
function relate(one, severity) {
  const move = arrival(one);
  const other = move && neighbour(one, move);
  if (other === undefined) return false;
  both(one, (plan) => {
    for (const cadre of plan.cadres) delete cadre.relatives;
    cadreOf(plan, other).relatives = [move.cadre];
    setRule(plan, { id: 'relatives', severity, source: 's' });
    plan.costs = { ...plan.costs, soft_rule: 20 };
  });
  return true;
}
/** Gives a view of one side on the move, and the rule. */
function object(one, move, side, severity, view = 'disagree') {
  both(one, (plan) => {
    setRule(plan, { id: 'consent', severity, source: 's' });
    const round = lastRound(plan);
    // About leaving at all, so the destination does not matter.
    const to = side === 'origin' ? null : move.to;
    round.consultations = [...(round.consultations ?? []), { cadre: move.cadre, to, views: { [side]: view } }];
  });
}

// Each corrupts a sound proposal and returns the expected message; nothing when the fault does not
// apply to the proposal.
const FAULTS = {
  'a move is forgotten': (one, model) => {
    const move = one.chosen.find(({ cadre }) => one.chosen.some(({ to }) => to !== null && to === model.from(cadre)));
    if (move === undefined) return undefined;
    dropMove(one, move.cadre);
    return /put out without a word|falls vacant|two holders/;
  },
  'two go to one post': (one) => {
    const [a, b] = one.chosen.filter(({ to }) => to !== null);
    if (b === undefined) return undefined;
    send(one, b.cadre, a.to);
    return /two holders/;
  },
  'somebody moves where it is not allowed': (one) => {
    const move = arrival(one);
    if (move === undefined) return undefined;
    const model = new Model(one.plan, 'a', 'r1', one.question);
    const isArc = (post) => model.arcs.some(({ cadre, to }) => cadre === move.cadre && to === post);
    const other = one.plan.posts.find(({ id }) => !isArc(id));
    if (other === undefined) return undefined;
    send(one, move.cadre, other.id);
    return /is not allowed/;
  },
  'a pinned move is gone': (one) => {
    const pin = lastRound(one.plan).moves.find((move) => move.pinned && !isForced(move));
    if (pin === undefined) return undefined;
    dropMove(one, pin.cadre);
    return /pinned moves are not as they were/;
  },
  'a fact is gone': (one) => {
    if (fact(one) === undefined) return undefined;
    dropMove(one, fact(one).cadre);
    return /facts are not as they were/;
  },
  'a dismissal becomes a transfer': (one) => {
    const round = lastRound(one.proposed);
    const move = round.moves.find(isForced);
    if (move === undefined) return undefined;
    move.type = 'transfer';
    return /facts are not as they were/;
  },
  'somebody who was relieved takes a post': (one) => {
    const move = lastRound(one.plan).moves.find((each) => isForced(each) && each.to === null &&
      one.plan.posts.some(({ incumbent, locked }) => incumbent === each.cadre && !locked));
    const post = one.plan.posts.find(({ incumbent }) => incumbent === undefined);
    if (move === undefined || post === undefined) return undefined;
    lastRound(one.proposed).moves.push({ cadre: move.cadre, to: post.id, type: 'rotation' });
    one.answer.moves.push({ cadre: move.cadre, from: null, to: post.id, cost: 0 });
    return /is not allowed/;
  },
  'relatives come together': (one) => (relate(one, 'hard') ? /breaks relatives/ : undefined),
  'relatives who come together cost nothing': (one, model) => {
    if (model.rules.has('relatives') || !relate(one, 'soft')) return undefined;
    return /cost \d+, counted \d+/;
  },
  'a view is forgotten': (one, model) => {
    if (model.register.said().length === 0) return undefined;
    lastRound(one.proposed).consultations = [];
    return /what was said is not what it was/;
  },
  'the origin disagrees': (one) => {
    if (arrival(one) === undefined) return undefined;
    object(one, arrival(one), 'origin', 'hard');
    return /breaks consent/;
  },
  'the destination disagrees': (one) => {
    if (arrival(one) === undefined) return undefined;
    object(one, arrival(one), 'destination', 'hard');
    return /breaks consent/;
  },
  'a concern of the origin costs nothing': (one) => {
    if (arrival(one) === undefined) return undefined;
    object(one, arrival(one), 'origin', 'soft', 'concern');
    const known = one.plan.scenarios[0].rounds.at(-1).consultations;
    if (known.slice(0, -1).some(({ cadre }) => cadre === arrival(one).cadre)) return undefined;
    const isSaid = ({ cadre, consent }) => cadre === arrival(one).cadre && consent !== undefined;
    if (lastRound(one.plan).moves.some(isSaid)) return undefined;
    return /costs \d+, should \d+/;
  },
  'somebody who has left takes a post': (one) => {
    const move = arrival(one);
    if (move === undefined) return undefined;
    both(one, (plan) => { cadreOf(plan, move.cadre).left = { on: '2023-05-01', by: 'resignation' }; });
    return /does not happen: gone/;
  },
  'the pool is one of another unit': (one) => {
    const move = arrival(one);
    if (move === undefined) return undefined;
    const { unit, title } = postOf(one.plan, move.to);
    const other = one.plan.units.find(({ id, level }) => level === 'commune' && id !== unit);
    if (other === undefined) return undefined;
    both(one, (plan) => { cadreOf(plan, move.cadre).pool = [{ title, unit: other.id }]; });
    return /is not allowed/;
  },
  'a move out of the scope': (one, model) => {
    const move = one.chosen.find(({ cadre, to }) => to !== null && model.from(cadre) !== undefined &&
      model.places.unitOf(model.from(cadre)) !== model.places.unitOf(to));
    if (move === undefined) return undefined;
    both(one, (plan) => {
      const groups = plan.units.map(({ id }) => ({ id, name: id, units: [id] }));
      plan.groupings = [{ id: 'apart', name: { vi: '', en: '' }, groups }];
    });
    one.question.within = 'apart';
    return /is not allowed/;
  },
  'a cap of groups is lower': (one) => {
    if (one.answer.objective.moves === 0) return undefined;
    both(one, (plan) => { plan.caps = { per_group: { by: 'plan', most: 0 } }; });
    return /the cap is 0/;
  },
  'a cap is lower': (one) => {
    const { moves } = one.answer.objective;
    if (moves === 0) return undefined;
    both(one, (plan) => { plan.caps = { moves_per_round: moves - 1 }; });
    return /the cap is/;
  },
  'heads go together': (one, model) => {
    const outcomes = new Outcomes(model);
    const heads = changedHeads(model.places, model.before, outcomes.of(one.chosen).after);
    const isTooMuch = [...heads.values()].some((posts) => posts.length > 1);
    if (!isTooMuch || model.fixed.length > 0) return undefined;
    both(one, (plan) => setRule(plan, { id: 'continuity', severity: 'hard', source: 's' }));
    return /breaks continuity/;
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
  'a vacancy is not counted': (one) => {
    if (one.answer.objective.vacant === 0) return undefined;
    one.answer.objective.vacant -= 1;
    one.answer.bound.vacant -= 1;
    return /vacant \d+, counted/;
  },
  'a move that was dropped is not counted': (one) => {
    if (!one.answer.objective.dropped) return undefined;
    one.answer.objective.dropped -= 1;
    one.answer.bound.dropped -= 1;
    return /dropped \d+, counted/;
  },
  'the bound is above': (one) => {
    one.answer.bound.cost += 1;
    return /bound is above/;
  },
  'optimal without proof': (one) => {
    one.answer.bound.moves -= 1;
    return /the bound is lower/;
  },
  'the plan has changed elsewhere': (one) => {
    one.proposed.cadres[0].name = 'x';
    return /changed outside of the round/;
  },
  'the simulation finds a rule broken': (one) => {
    if (one.chosen.length === 0) return undefined;
    const [{ cadre }] = one.chosen;
    one.simulated.rounds[0].findings.push({ rule: 'grade', severity: 'hard', waived: false, cadre });
    return /simulation: .* breaks grade/;
  },
  'the simulation counts otherwise': (one) => {
    if (one.simulated.rounds[0].cells.length === 0) return undefined;
    one.simulated.rounds[0].cells[0].attained += 1;
    return /simulation: q\d in/;
  },
  'proposing again gives something else': (one, model) => {
    const again = { answer: copy(one.answer), proposed: copy(one.proposed) };
    if (lastRound(again.proposed).moves.pop() === undefined) return undefined;
    again.answer.objective.cost += 5;
    one.faults = checkAgain(model, one.answer, one.proposed, again);
    return /again gives cost.*again gives other moves/;
  },
};

const met = new Map(Object.keys(FAULTS).map((name) => [name, 0]));
const missed = new Set();
function miss(name, what) {
  missed.add(name);
  console.log(`FAILED ${name}${what}`);
}
const judge = ({ plan, question, answer, proposed, simulated }) =>
  check(new Model(plan, 'a', 'r1', question), answer, proposed, simulated);

let sound = 0;
for (let seed = 0; seed < SEEDS; seed += 1) {
  const plan = randomPlan(seed, FEATURE_NAMES, true);
  const question = questionOf(seed, plan, FEATURE_NAMES);
  let proposal;
  try {
    proposal = proposalOf(plan, question);
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
  }
  if (proposal === undefined || proposal === null) continue;
  sound += 1;
  const faults = judge(proposal);
  if (faults.length > 0) miss('a sound proposal', `, seed ${seed}: ${faults.join('; ')}`);
  for (const [name, spoil] of Object.entries(FAULTS)) {
    const one = copy(proposal);
    const expected = spoil(one, new Model(proposal.plan, 'a', 'r1', question));
    if (expected === undefined) continue;
    met.set(name, met.get(name) + 1);
    const said = (one.faults ?? judge(one)).join('; ');
    if (!expected.test(said)) miss(name, `, seed ${seed}: the checker says "${said}"`);
  }
}
for (const [name, times] of met) if (times < 3) miss(name, `: tried ${times} times`);
console.log(`${sound} proposals; ${[...met].map(([name, times]) => `${name} ${times}`).join(', ')}`);
console.log(`${met.size + 1 - missed.size} passed, ${missed.size} failed`);
process.exit(missed.size === 0 ? 0 : 1);
