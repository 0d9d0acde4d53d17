// node tests/propose/risk_test.mjs
// The exact risk of small rounds against figures computed by hand. Ends with "N passed, M failed".

import { isDeepStrictEqual } from 'node:util';
import { fourDecimals, riskOf, setsOf, staying } from './risk.mjs';
import { Seating } from '../../tools/verify/simulation.mjs';

let passed = 0;
let failed = 0;
function expect(name, found, expected) {
  if (isDeepStrictEqual(found, expected)) passed += 1;
  else {
    failed += 1;
    console.log(`FAILED ${name}: ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
  }
}

const DATE = '2023-10-01';
/** Communes x and y with a secretary and a chairman each; a and b sit in x, c in y; d and e hold nothing. */
function planOf({ moves = [], consultations = [], risk, by, target = 0.5, quotas, women = [] }) {
  const people = { a: ['x/s'], b: ['x/c'], c: ['y/s'], d: [], e: [] };
  const holder = Object.fromEntries(Object.entries(people).flatMap(([id, posts]) => posts.map((post) => [post, id])));
  const posts = ['x/s', 'x/c', 'y/s', 'y/c'].map((id) => ({ id, unit: id[0], title: id[2], incumbent: holder[id] }));
  const quota = { id: 'q', group_level: 'commune', titles: ['s', 'c'], counts: 'female', target, by };
  return {
    as_of: '2023-01-01', risk,
    units: [{ id: 't', level: 'city' }, ...['x', 'y'].map((id) => ({ id, level: 'commune', parent: 't' }))],
    titles: ['s', 'c'].map((id) => ({ id, head: true })), posts,
    cadres: Object.keys(people).map((id) => ({ id, gender: women.includes(id) ? 'female' : 'male' })),
    locality: { basis: 'native_place', level: 'commune', residence_years: 20 }, rules: [],
    quotas: quotas ?? [quota],
    scenarios: [{ id: 'a', rounds: [{ id: 'r1', date: DATE, moves, consultations }] }],
  };
}
const risk = (options) => riskOf(planOf(options), 'a', 'r1');
const figures = ({ cells }) =>
  cells.map(({ unit, probability, expected_shortfall: lack }) => `${unit} ${probability} ${lack}`);

// Nothing happens and nobody leaves.
expect('a woman of two seats is half', figures(risk({ women: ['a'] })), ['x 1.0000 0.0000', 'y 0.0000 1.0000']);
expect('no moves, no moves listed', risk({}).moves, []);

// d, a woman, is appointed to the vacant chair of y: no origin to ask, two sides unasked.
const appointment = { cadre: 'd', to: 'y/c', type: 'appointment' };
expect('two sides of a candidate', figures(risk({ women: ['d'], moves: [appointment] })),
  ['x 0.0000 1.0000', 'y 0.8100 0.1900']);
const views = { cadre: 'agree', origin: 'disagree', destination: 'concern' };
expect('what they said', figures(risk({ women: ['d'], moves: [appointment],
  consultations: [{ cadre: 'd', to: 'y/c', views }] })), ['x 0.0000 1.0000', 'y 0.7000 0.3000']);
const unsure = risk({ women: ['d'], moves: [appointment], risk: { unasked: 0.5 } });
expect('own figures of the plan', figures(unsure)[1], 'y 0.2500 0.7500');

// a and c change places: both or none. Women are a and b: x has two now and one afterwards, y none and one.
const swap = [{ cadre: 'a', to: 'y/s', type: 'rotation' }, { cadre: 'c', to: 'x/s', type: 'rotation' }];
const swapped = risk({ women: ['a', 'b'], moves: swap });
expect('a cycle of two with three sides each: 0.9^6', figures(swapped), ['x 1.0000 0.0000', 'y 0.5314 0.4686']);
expect('without one of them there is neither', swapped.moves, [{ cadre: 'a', probability_if_refused: '0.0000' },
  { cadre: 'c', probability_if_refused: '0.0000' }]);
expect('all cells', swapped.all, '0.5314');

// Two sets: the swap, and d to the vacant chair.
const two = risk({ women: ['a', 'b', 'd'], moves: [...swap, appointment] });
expect('either set is enough for y: 1 - (1 - 0.531441)(1 - 0.81)', figures(two)[1], 'y 0.9110 0.0890');
expect('the other set is left', two.moves.map((move) => move.probability_if_refused), ['0.8100', '0.8100', '0.5314']);

// A dismissal is certain, whoever follows; the follower is a set of its own.
const follower = { cadre: 'd', to: 'x/s', type: 'appointment' };
const facts = risk({ women: ['a', 'd'], moves: [{ cadre: 'a', to: null, type: 'dismissal' }, follower] });
expect('who follows a dismissal', figures(facts), ['x 0.8100 0.1900', 'y 0.0000 1.0000']);
expect('only what can be refused is listed', facts.moves, [{ cadre: 'd', probability_if_refused: '0.0000' }]);

// People leave: a woman who is needed stays with 0.98 a year.
expect('a year', figures(risk({ women: ['a'], by: '2024-09-30' }))[0], 'x 0.9800 0.0200');
expect('two women, one needed, 730 days', figures(risk({ women: ['a', 'b'], by: '2025-09-30' }))[0], 'x 0.9984 0.0016');
expect('a date that has passed', figures(risk({ women: ['a'], by: '2023-05-01' }))[0], 'x 1.0000 0.0000');
const faithful = risk({ women: ['a'], by: '2033-05-01', risk: { leaves_per_year: 0 } });
expect('nobody leaves', figures(faithful)[0], 'x 1.0000 0.0000');
expect('half a year', staying(0.19, 365 / 5), BigInt(Math.round(0.81 ** 0.2 * 1e12)));
expect('rounded half up', [fourDecimals(1n, 20000n), fourDecimals(49999n, 10n ** 9n), fourDecimals(3n, 2n)],
  ['0.0001', '0.0000', '1.5000']);

// An official leaves at one moment: two cells of one woman at two dates fail together.
const quota = (id, by) => ({ id, group_level: 'commune', titles: ['s'], counts: 'female', target: 1, by });
const both = risk({ women: ['a', 'c'], quotas: [quota('p', '2024-09-30'), quota('q', '2025-09-30')] });
expect('each cell at its own date', figures(both),
  ['x 0.9800 0.0200', 'y 0.9800 0.0200', 'x 0.9604 0.0396', 'y 0.9604 0.0396']);
expect('all at once: 0.9604 squared', both.all, '0.9224');

// An official with two posts leaves both.
const concurrent = planOf({ women: ['a'], target: 1, by: '2024-09-30' });
concurrent.posts[1].incumbent = 'a';
expect('both posts at once', figures(riskOf(concurrent, 'a', 'r1'))[0], 'x 0.9800 0.0400');

// Sets: d → x/s, a → y/c; and c, who leaves, apart.
const plan = planOf({});
const chain = [follower, { cadre: 'a', to: 'y/c', type: 'rotation' }, { cadre: 'c', to: null, type: 'transfer' }];
const named = ({ sets }) => sets.map((set) => set.map(({ cadre }) => cadre).sort().join(''));
expect('a chain and a leave', named(setsOf(chain, Seating.ofRoster(plan))), ['ad', 'c']);
const push = [{ cadre: 'b', to: 'x/s', type: 'relief' }, { cadre: 'a', to: 'y/c', type: 'rotation' }];
expect('a relief that needs room is in the set', setsOf(push, Seating.ofRoster(plan)).certain, []);

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
