// node --test tests/propose/certificate_test.mjs
// The checker of certificates on certificates written by hand: what it takes and what it refuses.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkCertificate } from '../../tools/verify/certificate.mjs';
import { Tree } from '../../tools/verify/tree.mjs';

// Least 3 x + 5 y with x + y >= 2 and x - y <= 1, both from 0 to 4: a linear programme says 7, with whole
// numbers it is 8 (x = y = 1).
const PART = {
  variables: [{ name: 'x', lower: 0, upper: 4 }, { name: 'y', lower: 0, upper: 4 }],
  rows: [{ name: 'enough', terms: [[1, 0], [1, 1]], least: 2 }, { name: 'near', terms: [[1, 0], [-1, 1]], most: 1 }],
};
const LEAVES = [{ scale: '1', rows: { enough: '3' } }, { scale: '1', rows: { near: '-5', enough: '0' } }];
const ROOT = { split: 'y', at: 0 };

function proves(least, nodes, part = PART) {
  const costs = [3n, 5n];
  try {
    new Tree(part, costs, least).check(nodes);
    return true;
  } catch (error) {
    return error.message;
  }
}

test('a leaf proves its bound and no more', () => {
  const leaf = { scale: '1', rows: { enough: '4', near: '-1' } };
  assert.equal(proves(7n, [leaf]), true);
  assert.match(proves(8n, [leaf]), /does not prove/);
  assert.equal(proves(7n, [{ scale: '2', rows: { enough: '8', near: '-2' } }]), true);
  assert.equal(proves(7n, [{ scale: '2', rows: { enough: '7', near: '-1' } }]), true); // 13 halves, and whole sums
  assert.match(proves(7n, [{ scale: '2', rows: { enough: '6', near: '0' } }]), /does not prove/);
});

test('sums of what all costs are multiples of are rounded up', () => {
  const part = { ...PART, rows: [{ ...PART.rows[0], least: 3 }] };
  const tree = (least) => {
    try {
      new Tree(part, [10n, 10n], least).check([{ scale: '10', rows: { enough: '67' } }]); // 20.1
      return true;
    } catch { return false; }
  };
  assert.equal(tree(30n), true);
  assert.equal(tree(25n), true);
  assert.equal(tree(31n), false);
});

test('a branching proves more than its root', () => {
  // y = 0: x is at most 1 and not enough. y >= 1: whatever x is, 3 (x + y) + 2 y is 8 and more.
  const below = { scale: '0', rows: { near: '-1', enough: '1' } };
  const above = { scale: '1', rows: { enough: '3' } };
  assert.equal(proves(8n, [ROOT, below, above]), true);
  assert.match(proves(9n, [ROOT, below, above]), /node 2 does not prove/);
  assert.match(proves(8n, [ROOT, above, below]), /does not prove/);
  assert.match(proves(8n, [ROOT, below]), /1 branches of a tree are missing/);
  assert.match(proves(8n, [ROOT]), /2 branches/);
  assert.match(proves(8n, []), /missing/);
  assert.match(proves(8n, [ROOT, below, above, above]), /hangs nowhere/);
  assert.match(proves(8n, [{ split: 'z', at: 0 }, below, above]), /which there is not/);
  assert.match(proves(8n, [{ split: 'y', at: 0.5 }, below, above]), /no whole number/);
  assert.match(proves(8n, [{ split: 'y', at: 1 }, below, above]), /does not prove/);
  assert.equal(proves(8n, [{ split: 'y', at: -1 }, LEAVES[0], ROOT, below, above]), true); // below it there is nothing
});

test('what branchings say is taken back for the other child', () => {
  const below = { scale: '0', rows: { near: '-1', enough: '1' } };
  const above = { scale: '1', rows: { enough: '3' } };
  // Below y <= 0 a branch on x; the last leaf has y >= 1 and all x.
  const nodes = [ROOT, { split: 'x', at: 1 }, below, { scale: '0', rows: { near: '-1' } }, above];
  assert.equal(proves(8n, nodes), true);
  assert.match(proves(8n, [...nodes.slice(0, 4), below]), /does not prove/);
});

test('variables stay where leaving lifts the bound over what is to be proven', () => {
  // With the multiplier 3 the bound is 6 and y costs 2: y >= 1 is 8. What is left has y = 0, which is nothing.
  const root = { split: 'x', at: 10, scale: '1', rows: { enough: '3' } };
  const none = { scale: '0', rows: { near: '-1', enough: '1' } };
  assert.equal(proves(8n, [root, none, none]), true);
  assert.match(proves(9n, [root, none, none]), /does not prove/);
  assert.match(proves(8n, [{ ...root, scale: undefined, rows: undefined }, none, none]), /does not prove/);
});

test('signs, numbers and names are looked at', () => {
  assert.match(proves(1n, [{ scale: '1', rows: { enough: '-1' } }]), /wrong sign/);
  assert.match(proves(1n, [{ scale: '1', rows: { near: '1' } }]), /wrong sign/);
  assert.match(proves(1n, [{ scale: '-1', rows: { enough: '4' } }]), /negative/);
  for (const bad of ['1.5', '', '0x1', '1e3', 1, null, '01', '-0', '9'.repeat(61)]) {
    assert.match(proves(1n, [{ scale: '1', rows: { enough: bad } }]), /not a whole number/, String(bad));
    assert.match(proves(1n, [{ scale: bad, rows: {} }]), /not a whole number/, String(bad));
  }
  for (const name of ['nothing', '', 'toString', '__proto__x']) {
    assert.match(proves(1n, [{ scale: '1', rows: { [name]: '1' } }]), /which there is not/);
  }
  for (const node of [null, 7, { scale: '1' }, { scale: '1', rows: null }]) {
    assert.notEqual(proves(1n, [node]), true);
  }
  assert.notEqual(proves(1n, {}), true);
});

test('that nothing is possible takes contradictions alone', () => {
  const part = { ...PART, variables: [PART.variables[0], { name: 'y', lower: 0, upper: 0 }] };
  assert.equal(proves(null, [{ scale: '0', rows: { near: '-1', enough: '1' } }], part), true);
  assert.match(proves(null, [{ scale: '1', rows: { near: '-1', enough: '1' } }], part), /scale/);
  assert.match(proves(null, [{ scale: '0', rows: { near: '-1', enough: '1' } }]), /does not prove/);
});

// Two communes of a district, a local secretary in each, who may change places: the quota wants one from
// elsewhere, and both moves cost 10.
function plan() {
  return {
    format: 'cadre-rotation-plan', version: 1, title: 't', as_of: '2023-07-27',
    units: [{ id: '1', name: 'City', level: 'city' }, { id: 'd', name: 'D', level: 'district', parent: '1' },
      { id: 'a', name: 'A', level: 'commune', parent: 'd' }, { id: 'b', name: 'B', level: 'commune', parent: 'd' }],
    titles: [{ id: 's', name: { vi: 's', en: 's' }, head: true }],
    posts: [{ id: 'p', unit: 'a', title: 's', incumbent: 'x' }, { id: 'q', unit: 'b', title: 's', incumbent: 'y' }],
    cadres: [{ id: 'x', name: 'x', native_place: 'a', pool: ['s'] }, { id: 'y', name: 'y', native_place: 'b', pool: ['s'] }],
    locality: { basis: 'native_place', level: 'commune' },
    quotas: [{ id: 'k', name: { vi: 'k', en: 'k' }, group_level: 'district', titles: ['s'], counts: 'non_local', target: 0.5 }],
    rules: [],
    scenarios: [{ id: 'z', name: 'z', rounds: [{ id: 'r', name: 'r', date: '2023-10-01', moves: [] }] }],
  };
}

const OBJECTIVE = { shortfall: 0, vacant: 0, moves: 2, cost: 20 };
const MOVES = [{ cadre: 'x', from: 'p', to: 'q', cost: 10 }, { cadre: 'y', from: 'q', to: 'p', cost: 10 }];
const PROPOSAL = { status: 'optimal', objective: OBJECTIVE, bound: { ...OBJECTIVE }, moves: MOVES };

// Nobody moves: the quota lacks one, 2,100 and more. Somebody comes to p: then x leaves it, for q (or for no
// post, which costs 300 more), and y has to leave q in turn.
const HAND = [
  { split: 'changes:p', at: 0 },
  { split: 'changes:q', at: 0 },
  { scale: '1', rows: { 'cell:k/d': '2100', 'post:p': '-2090', 'post:q': '-2090' } },
  // Somebody comes to q, and that can only be x, who stays.
  { scale: '0', rows: { 'post:q': '1', 'holder:p': '-1' } },
  { split: 'changes:q', at: 0 },
  { scale: '0', rows: { 'post:p': '1', 'holder:q': '-1' } },
  { scale: '1', rows: { 'post:p': '10', 'post:q': '10' } },
];

/** A shortfall weighs 2,100, a post that changes hands 700: both moves are 1,420. */
function certificate() {
  return { format: 'cadre-rotation-certificate', version: 1, scenario: 'z', round: 'r', within: 'district', calm: false,
    objective: OBJECTIVE, bound: OBJECTIVE, moves: MOVES.map(({ cadre, to }) => ({ cadre, to })),
    parts: [{ posts: ['p', 'q'], points: [{ bound: OBJECTIVE,
      weights: { shortfall: '2100', vacant: '2100', moves: '700', cost: '1' }, nodes: structuredClone(HAND) }] }] };
}

const why = (proposal, one, of = plan()) => {
  const result = checkCertificate(of, proposal, one);
  return result.valid ? 'valid' : result.why;
};

test('a swap of two is proven by hand', () => {
  assert.equal(why(PROPOSAL, certificate()), 'valid');
});

test('what a claim lacks is said', () => {
  const spoilt = (change, changeProposal = () => {}) => {
    const one = certificate();
    const proposal = structuredClone(PROPOSAL);
    change(one);
    changeProposal(proposal, one);
    return why(proposal, one);
  };
  const point = ({ parts }) => parts[0].points[0];
  assert.equal(spoilt(() => {}), 'valid');
  assert.match(spoilt((one) => { one.format = 'x'; }), /no cadre-rotation-certificate/);
  assert.match(spoilt((one) => { one.version = 2; }), /version 2/);
  assert.match(spoilt((one) => { one.round = 'x'; }), /no round "x"/);
  assert.match(spoilt((one) => { one.within = 7; }), /not said what/);
  assert.match(spoilt((one) => { one.parts = []; }), /in no part/);
  assert.match(spoilt((one) => { one.parts = 3; }), /no lists/);
  assert.match(spoilt((one) => { one.parts[0].posts = ['p']; }), /q is in no part/);
  assert.match(spoilt((one) => { one.parts.push(structuredClone(one.parts[0])); }), /in two parts/);
  assert.match(spoilt((one) => { one.parts = ['p', 'q'].map((id) => ({ ...one.parts[0], posts: [id] })); }), /ties two parts/);
  assert.match(spoilt((one) => { one.parts[0].points = []; }), /nothing is said/);
  assert.match(spoilt((one) => { point(one).most = 1; }), /nothing is said/);
  assert.match(spoilt((one) => { point(one).most = -1; }), /no number of posts/);
  assert.match(spoilt((one) => { point(one).bound = { ...OBJECTIVE, cost: 21 }; }), /does not prove/);
  assert.match(spoilt((one) => { point(one).bound = null; }), /scale/);
  assert.match(spoilt((one) => { point(one).weights.moves = '20'; }), /weight of moves|does not prove/);
  assert.match(spoilt((one) => { point(one).weights.cost = '0'; }), /weight of cost/);
  assert.match(spoilt((one) => { delete point(one).weights; }), /weight of/);
  assert.match(spoilt((one) => { one.bound = { ...OBJECTIVE, cost: 21 }; }, (p) => { p.bound.cost = 21; p.status = 'feasible'; }), /only/);
  assert.match(spoilt((one) => { one.moves.pop(); }), /keep|worth|cannot/);
  assert.match(spoilt(() => {}, (p) => { p.moves.pop(); }), /keep|worth|cannot/);
  assert.match(spoilt(() => {}, (p) => { p.moves[0].cost = 9; }), /costs 10, not 9/);
  assert.match(spoilt(() => {}, (p) => { p.moves[0].to = 'p'; }), /may not go/);
  assert.match(spoilt(() => {}, (p) => { p.moves[0].cadre = 'nobody'; }), /no official/);
  assert.match(spoilt(() => {}, (p) => { p.objective.cost = 19; }), /different objectives/);
  assert.match(spoilt(() => {}, (p) => { p.bound.cost = 21; p.status = 'feasible'; }), /better bound/);
  assert.match(spoilt(() => {}, (p) => { p.bound.cost = 19; }), /not optimal/);
  assert.match(spoilt(() => {}, (p) => { p.status = 'infeasible'; }), /status/);
  assert.match(spoilt((one) => { one.objective = { ...OBJECTIVE, cost: 19 }; }, (p) => {
    p.objective.cost = 19;
    p.status = 'feasible';
  }), /worth/);
});

test('the plan decides, not the certificate', () => {
  const one = certificate();
  const locked = plan();
  locked.posts[0].locked = true;
  assert.match(why(PROPOSAL, one, locked), /may not go|keep/);
  const dearer = plan();
  dearer.costs = { field_mismatch: 15 };
  dearer.posts[0].field = 'land';
  assert.match(why(PROPOSAL, one, dearer), /costs 25, not 10/);
  const reached = plan(); // nobody has to move
  reached.cadres[0].native_place = 'b';
  assert.notEqual(why(PROPOSAL, one, reached), 'valid');
  const capped = plan();
  capped.caps = { moves_per_round: 1 };
  assert.match(why(PROPOSAL, one, capped), /2 posts change hands, 1 may/);
});
