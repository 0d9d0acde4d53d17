// Holds a certificate (docs/proposals.md, "Certificates") against a plan: that the moves are possible
// and worth what is claimed, and that nothing is better than the bound. Shares nothing with src/: all that
// the proof is about is read from the plan file here, and of the certificate only what it takes to see
// that the bound holds.
//
// A plan falls into parts that no row ties together. Each part has points: with at most so many posts
// changing hands, what is chosen of it adds no less than that, by a tree (tree.mjs). Bounds of parts are
// added up; where a cap on all posts binds, over the best way to share it out.

import { objectiveOf, readObjective, Refusal, refuse, sameObjective } from './answer.mjs';
import { Programme } from './programme.mjs';
import { Model } from './reference.mjs';
import { tighten } from './tighten.mjs';
import { readWhole, Tree } from './tree.mjs';

const FORMAT = 'cadre-rotation-certificate';
const VERSION = 1;

const isList = (value, each) => Array.isArray(value) && value.every(each);
const isText = (value) => typeof value === 'string';
const larger = (a, b) => (a > b ? a : b);

/** Below 0 where a comes first, above 0 where b does. */
function compare(a, b, names) {
  const name = names.find((one) => a[one] !== b[one]);
  if (name === undefined) return 0;
  return a[name] < b[name] ? -1 : 1;
}

/** In numbers without an end: sums of many are exact whatever is claimed. */
const exact = (objective, names) => Object.fromEntries(names.map((name) => [name, BigInt(objective[name])]));
const shown = (objective) => Object.entries(objective).map(([name, value]) => `${name} ${value}`).join(', ');

/** The variables and rows of a programme by the certificate's parts; refuses what ties two together. */
class Parts {
  /** What no choice changes. */
  fixed;

  constructor(programme, listed) {
    this.programme = programme;
    if (!isList(listed, (part) => isList(part?.posts, isText))) refuse('the parts have no lists of posts');
    this.parts = listed.map(() => ({ places: [], rows: [], posts: 0 }));
    this.partOf = new Map(); // by post
    listed.forEach(({ posts }, part) => posts.forEach((post) => {
      if (this.partOf.has(post)) refuse(`${post} is in two parts`);
      this.partOf.set(post, part);
    }));
    this.#dealVariables();
    this.#dealRows();
    this.fixed = Object.fromEntries(programme.names.map((name) => [name, 0]));
    for (const { objective, amount } of programme.constants) this.fixed[objective] += amount;
  }

  #dealVariables() {
    const { variables, y } = this.programme;
    for (const post of y.keys()) if (!this.partOf.has(post)) refuse(`${post} is in no part`);
    variables.forEach(({ post }, place) => this.parts[this.partOf.get(post)].places.push(place));
    for (const post of y.keys()) this.parts[this.partOf.get(post)].posts += 1;
  }

  #dealRows() {
    const { variables, rows } = this.programme;
    for (const row of rows) {
      let part;
      for (const [, place] of row.terms) {
        if (variables[place].upper === 0) continue;
        const other = this.partOf.get(variables[place].post);
        if (part !== undefined && part !== other) refuse(`${row.name} ties two parts together`);
        part = other;
      }
      if (part === undefined && row.terms.length > 0) part = this.partOf.get(variables[row.terms[0][1]].post);
      if (part !== undefined) this.parts[part].rows.push(row);
    }
  }

  /** A part as a tree wants it, with at most so many posts changing hands. */
  of(part, most) {
    const { variables, rows, posts } = this.#whole(part);
    const total = { name: 'total', lower: 0, upper: Math.min(most, posts), worth: {} };
    return { variables: [...variables, total], rows };
  }

  #whole(part) {
    const one = this.parts[part];
    if (one.whole !== undefined) return one.whole;
    const { variables } = this.programme;
    const own = new Map(one.places.map((place, i) => [place, i]));
    const rows = one.rows.map(({ terms, ...row }) => ({ ...row, terms: terms.filter(([, place]) => own.has(place))
      .map(([number, place]) => [number, own.get(place)]) }));
    const changes = one.places.filter((place) => variables[place].kind === 'change').map((place) => [1, own.get(place)]);
    rows.push({ name: 'total', terms: [...changes, [-1, one.places.length]], least: 0, most: 0 });
    one.whole = { variables: one.places.map((place) => variables[place]), rows, posts: changes.length };
    return one.whole;
  }

  /** More than this no choice has of that objective in the part. */
  most(part, name) {
    const { places } = this.parts[part];
    const dearest = new Map(); // of each post one arc at most is used
    let out = 0n;
    for (const { kind, upper, worth, post } of places.map((place) => this.programme.variables[place])) {
      const value = BigInt(upper) * BigInt(Math.max(0, worth[name] ?? 0));
      if (kind === 'arc') dearest.set(post, larger(dearest.get(post) ?? 0n, value));
      else out += value;
    }
    for (const value of dearest.values()) out += value;
    return out;
  }
}

/**
 * Weights by which one sum says the same as all objectives: whatever has at least the bound's sum is not
 * before it in their order. Each has to be more than what all after it can be above the bound.
 */
function readWeights(point, parts, part, names) {
  const weights = Object.fromEntries(names.map((name) => [name, readWhole(point.weights?.[name], `the weight of ${name}`)]));
  let after = 0n;
  for (const name of [...names].reverse()) {
    if (weights[name] <= after) refuse(`the weight of ${name} is too small`);
    after += weights[name] * larger(0n, parts.most(part, name) - BigInt(point.bound[name]));
  }
  return weights;
}

function checkPoint(point, parts, part) {
  const { names } = parts.programme;
  const limit = point.most ?? Infinity;
  if (limit !== Infinity && !(Number.isSafeInteger(limit) && limit >= 0)) refuse('a point has no number of posts');
  const programme = parts.of(part, limit);
  if (point.bound === null) {
    new Tree(programme, programme.variables.map(() => 0n), null).check(point.nodes);
    return { limit, bound: null };
  }
  const bound = readObjective(point.bound, names, 'a bound of a part');
  const weights = readWeights(point, parts, part, names);
  const joined = (worth) => names.reduce((sum, name) => sum + weights[name] * BigInt(worth(name)), 0n);
  const costs = programme.variables.map(({ worth }) => joined((name) => worth[name] ?? 0));
  new Tree(programme, costs, joined((name) => bound[name])).check(point.nodes);
  return { limit, bound: exact(bound, names) };
}

/**
 * The least posts with which a part gets as good as each bound says, as `{ posts, bound }`: what holds with
 * more posts holds with fewer, too.
 */
function stepsOf(points, cap, names) {
  const sorted = [...points].sort((a, b) => b.limit - a.limit);
  if (!(sorted[0]?.limit >= cap)) refuse('nothing is said of what it can be with all posts of the cap');
  const steps = [];
  let best = sorted[0].bound;
  sorted.forEach(({ bound }, i) => {
    if (best !== null && (bound === null || compare(bound, best, names) > 0)) best = bound;
    const posts = (sorted[i + 1]?.limit ?? -1) + 1;
    if (best !== null) steps.push({ posts, bound: best });
  });
  return steps;
}

/** The least sum of one step of each part with `cap` posts in all; null: there is none. */
function join(parts, cap, names) {
  const add = (a, b) => Object.fromEntries(names.map((name) => [name, a[name] + b[name]]));
  let best = [Object.fromEntries(names.map((name) => [name, 0n]))]; // by posts used
  for (const steps of parts) {
    const next = [];
    best.forEach((sum, used) => {
      for (const { posts, bound } of sum === undefined ? [] : steps) {
        const all = used + posts;
        if (all > cap) continue;
        const one = add(sum, bound);
        if (next[all] === undefined || compare(one, next[all], names) < 0) next[all] = one;
      }
    });
    best = next;
  }
  return best.reduce((least, one) => (least === null || compare(one, least, names) < 0 ? one : least), null);
}

function proven(parts, listed) {
  const { programme } = parts;
  const { names, y } = programme;
  const cap = Math.min(programme.roundCap, y.size);
  const steps = listed.map(({ points }, part) => {
    if (!Array.isArray(points)) refuse(`part ${part} has no points`);
    try {
      return stepsOf(points.map((point) => checkPoint(point, parts, part)), Math.min(cap, parts.parts[part].posts), names);
    } catch (error) {
      if (error instanceof Refusal) error.message = `part ${part}: ${error.message}`;
      throw error;
    }
  });
  const least = join(steps, cap, names);
  return least && Object.fromEntries(names.map((name) => [name, least[name] + BigInt(parts.fixed[name])]));
}

function checkAll(plan, proposal, certificate) {
  if (certificate?.format !== FORMAT) refuse(`this is no ${FORMAT}`);
  if (certificate.version !== VERSION) refuse(`version ${certificate.version} is not known here, ${VERSION} is`);
  const { scenario, round, within, calm, unit } = certificate;
  if (![scenario, round, within].every(isText) || typeof calm !== 'boolean' || !(unit === undefined || isText(unit))) {
    refuse('it is not said what was asked for');
  }
  const rounds = plan.scenarios.find(({ id }) => id === scenario)?.rounds ?? [];
  if (!rounds.some(({ id }) => id === round)) refuse(`the plan has no round "${round}" in a scenario "${scenario}"`);
  const model = new Model(plan, scenario, round, { within, unit, calm });
  if (model.infeasible) refuse('the pinned moves of the round contradict each other');
  const programme = new Programme(model);
  const { names } = programme;
  const objective = readObjective(certificate.objective, names, 'the objective');
  const bound = readObjective(certificate.bound, names, 'the bound');
  const claimed = readObjective(proposal?.objective, names, 'the objective of the proposal');
  const claimedBound = readObjective(proposal.bound, names, 'the bound of the proposal');
  if (!sameObjective(objective, claimed, names)) refuse('proposal and certificate claim different objectives');
  if (compare(claimedBound, bound, names) > 0) refuse('the proposal claims a better bound than the certificate');
  if (!['optimal', 'feasible'].includes(proposal.status)) refuse(`nothing can be said of the status ${proposal.status}`);
  if (proposal.status === 'optimal' && compare(claimedBound, objective, names) !== 0) refuse('it is not optimal by its own bound');
  for (const [what, moves] of [['proposal', proposal.moves], ['certificate', certificate.moves]]) {
    if (!isList(moves, (move) => isText(move?.cadre) && (move.to === null || isText(move.to)))) refuse(`the ${what} has no moves`);
    const found = objectiveOf(programme, moves);
    if (!sameObjective(found, objective, names)) refuse(`the moves of the ${what} are worth ${shown(found)}`);
  }
  tighten(programme);
  const parts = new Parts(programme, certificate.parts);
  const least = proven(parts, certificate.parts);
  if (least === null) refuse('the proof says that there is no choice at all');
  if (compare(least, exact(bound, names), names) < 0) refuse(`only ${shown(least)} is proven`);
  return { valid: true, objective, bound };
}

/** @returns {{ valid: true, objective: object, bound: object } | { valid: false, why: string }} */
export function checkCertificate(plan, proposal, certificate) {
  try {
    return checkAll(plan, proposal, certificate);
  } catch (error) {
    if (error instanceof Refusal) return { valid: false, why: error.message };
    throw error;
  }
}
