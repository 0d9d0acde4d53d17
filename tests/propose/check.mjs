// Holds a proposal against plan, rules and caps, without any solver: what `cadre-plan propose --json
// --out NEW` printed, the plan NEW, and what `cadre-plan simulate NEW --json` says of it.

import { isDeepStrictEqual } from 'node:util';
import { OBJECTIVES } from './programme.mjs';

// Findings of moves that were not played; a proposal has none of them beyond those of its pins.
const NOT_PLAYED = ['gone', 'locked', 'moved_twice', 'post_taken'];

/** -1, 0, 1: the first of the four objectives that differ decides. */
export function compareObjectives(a, b) {
  for (const name of OBJECTIVES) {
    if (a[name] !== b[name]) return a[name] < b[name] ? -1 : 1;
  }
  return 0;
}

const arcKey = (cadre, to) => `${cadre} ${to}`;
const pairKey = ({ cadre, to }) => arcKey(cadre, to ?? null);

/** Without what says the same as leaving it out. */
function canonical(value) {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  const isDefault = (key, one) => one === false || one === 'unasked' ||
    (one === null ? key !== 'to' : typeof one === 'object' && Object.keys(one).length === 0);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, canonical(one)])
    .filter(([key, one]) => !isDefault(key, one)));
}
const same = (a, b) => isDeepStrictEqual(canonical(a), canonical(b));

/** What was said in a round, wherever its file has it. */
const registerOf = ({ moves, consultations = [] }) => [
  ...moves.filter(({ consent = {} }) => Object.values(consent).some((view) => view !== 'unasked'))
    .map(({ cadre, to, consent }) => ({ cadre, to, views: consent })),
  ...consultations,
];

class Checker {
  #arcs;
  #pinned;
  #after = new Map();   // holder by post
  #changed = new Set(); // posts that change hands
  #faults = [];

  /** `model` is a Model of the plan before; see check() for the rest. */
  constructor(model, answer, proposed, simulated) {
    this.model = model;
    this.answer = answer;
    this.proposed = proposed;
    this.simulated = simulated;
    this.#arcs = new Map(model.arcs.map((arc) => [arcKey(arc.cadre, arc.to), arc]));
    this.#pinned = new Set(model.pins.map(pairKey));
  }

  run() {
    this.#checkProof();
    this.#checkPlan();
    const cost = this.#checkMoves();
    this.#seat();
    this.#checkSeats();
    this.#checkCaps();
    const broken = this.#checkContinuity();
    this.#checkSimulation();
    this.#checkObjective(cost + broken * this.model.costs.soft_rule);
    return this.#faults;
  }

  #expect(holds, what) {
    if (!holds) this.#faults.push(what);
  }

  #checkProof() {
    const { status, objective, bound } = this.answer;
    this.#expect(['optimal', 'feasible'].includes(status), `status "${status}"`);
    this.#expect(compareObjectives(bound, objective) <= 0, 'the bound is above the objective');
    if (status === 'optimal') {
      this.#expect(compareObjectives(bound, objective) === 0, 'optimal, yet the bound is lower');
    }
    for (const name of OBJECTIVES) {
      this.#expect(Number.isSafeInteger(objective[name]) && objective[name] >= 0,
        `${name} ${objective[name]} is not a count`);
    }
  }

  /** The new plan is the old one with the answer's moves in the place of the round's. What was said
   * stays, also where it can no longer stand in a move: then it stands in the register of version 2. */
  #checkPlan() {
    const unsaid = (moves) => moves.map(({ consent: _, ...move }) => move);
    const restOf = (round, isAsked) => ({ ...round, consultations: registerOf(round),
      moves: isAsked ? [] : unsaid(round.moves) });
    const rest = ({ version, ...plan }) => ({ ...plan, scenarios: plan.scenarios.map((scenario) => ({ ...scenario,
      rounds: scenario.rounds.map((round) => restOf(round, round === this.#roundOf(plan))) })) });
    this.#expect(same(rest(this.proposed), rest(this.model.plan)),
      'the plan has changed outside of the round');
    const moves = this.#roundOf(this.proposed).moves;
    const pins = moves.filter(({ pinned }) => pinned === true);
    this.#expect(same(unsaid(pins), unsaid(this.model.pins)), 'pinned moves are not as they were');
    const listed = this.answer.moves.map(pairKey).sort();
    this.#expect(isDeepStrictEqual(moves.map(pairKey).sort(), listed),
      'the moves printed are not those of the new plan');
    for (const move of moves) {
      if (this.#pinned.has(pairKey(move))) continue;
      const type = move.to === null ? 'transfer' : this.model.from(move.cadre) === undefined ? 'appointment' : 'rotation';
      this.#expect(move.type === type, `${pairKey(move)} is of type ${move.type}, not ${type}`);
    }
  }
  #roundOf(plan) {
    for (const { rounds } of plan.scenarios) {
      const round = rounds.find(({ id, date }) => id === this.model.round.id && date === this.model.round.date);
      if (round !== undefined) return round;
    }
    throw new Error('the round is gone');
  }

  /** Every move is allowed and costs what it says; returns the sum. */
  #checkMoves() {
    let sum = 0;
    const movers = new Set();
    for (const move of this.answer.moves) {
      const { cadre, from, to, cost } = move;
      this.#expect(!movers.has(cadre), `${cadre} moves twice`);
      movers.add(cadre);
      const origin = this.model.from(cadre) ?? null;
      this.#expect(from === origin, `${cadre} is said to come from ${from}, sits at ${origin}`);
      let due = this.model.costs.leave;
      if (to === null) {
        this.#expect(this.#pinned.has(pairKey(move)) || this.model.open.includes(origin),
          `${cadre} leaves and cannot`);
      } else {
        const arc = this.#arcs.get(arcKey(cadre, to));
        this.#expect(arc !== undefined, `${cadre} → ${to} is not allowed`);
        due = arc?.cost;
      }
      this.#expect(cost === due, `${pairKey(move)} costs ${cost}, should ${due}`);
      sum += cost;
    }
    for (const pin of this.model.pins) {
      this.#expect(movers.has(pin.cadre), `the pinned move of ${pin.cadre} is gone`);
    }
    return sum;
  }

  #seat() {
    for (const [post, holder] of this.model.holder) this.#after.set(post, holder);
    for (const { from } of this.answer.moves) if (from !== null) this.#after.delete(from);
    for (const { cadre, to } of this.answer.moves) {
      if (to === null) continue;
      this.#expect(!this.#after.has(to), `${to} has two holders`);
      this.#after.set(to, cadre);
    }
    for (const post of this.model.plan.posts) {
      if (this.#after.get(post.id) !== this.model.holder.get(post.id)) this.#changed.add(post.id);
    }
  }

  /** No filled post falls vacant, nobody loses the post without a move, nothing else changes hands. */
  #checkSeats() {
    const movers = new Set(this.answer.moves.map(({ cadre }) => cadre));
    const open = new Set(this.model.open);
    for (const post of this.#changed) {
      this.#expect(open.has(post), `${post} changes hands and is not open`);
      this.#expect(this.#after.has(post), `${post} falls vacant`);
      const holder = this.model.holder.get(post);
      this.#expect(holder === undefined || movers.has(holder), `${holder} is put out without a word`);
    }
    const seated = [...this.#after.values()].filter((cadre) => movers.has(cadre));
    this.#expect(new Set(seated).size === seated.length, 'somebody who moved has two posts');
  }

  #checkCaps() {
    const { moves_per_round: all = Infinity, moves_per_district_per_round: each = Infinity } =
      this.model.plan.caps ?? {};
    this.#expect(this.#changed.size <= all, `${this.#changed.size} posts change hands, the cap is ${all}`);
    const districts = new Map();
    for (const post of this.#changed) {
      const district = this.model.district(this.model.posts.get(post).unit);
      districts.set(district, (districts.get(district) ?? 0) + 1);
    }
    for (const [district, count] of districts) {
      this.#expect(count <= each, `${count} posts change hands in ${district}, the cap is ${each}`);
    }
  }

  /** Returns the number of units whose head posts change hands together. */
  #checkContinuity() {
    const rule = this.model.rules.get('continuity');
    if (rule === undefined) return 0;
    const heads = new Map();
    for (const id of this.#changed) {
      const { unit, title } = this.model.posts.get(id);
      if (this.model.titles.get(title).head) heads.set(unit, (heads.get(unit) ?? 0) + 1);
    }
    const broken = [...heads].filter(([, count]) => count > 1);
    if (rule.severity === 'hard') {
      for (const [unit] of broken) this.#expect(false, `${unit} loses its heads together`);
    }
    return broken.length;
  }

  get #round() {
    return this.simulated.rounds.find(({ round }) => round === this.model.round.id);
  }

  /** The core plays all moves, and finds no hard rule broken by them but through the pinned ones. */
  #checkSimulation() {
    this.#expect(this.#round.moves === this.answer.moves.length,
      `${this.#round.moves} of ${this.answer.moves.length} moves happen`);
    const pinned = new Set(this.model.pins.map(({ cadre }) => cadre));
    for (const { severity, rule, cadre } of this.#round.findings) {
      this.#expect(!NOT_PLAYED.includes(rule), `simulation: ${rule} for ${cadre}`);
      // Relatives are looked up among those who sit there before the round: the model's reading.
      const isKnown = rule === 'relatives' || rule === 'continuity' || pinned.has(cadre);
      this.#expect(severity !== 'hard' || isKnown, `simulation: ${cadre} breaks ${rule}`);
    }
  }

  #checkObjective(cost) {
    const shortfall = this.#round.cells.reduce((sum, cell) => sum + cell.shortfall, 0);
    const vacant = this.model.open.filter((post) => !this.#after.has(post)).length;
    const counted = { shortfall, vacant, moves: this.#changed.size, cost };
    for (const name of OBJECTIVES) {
      this.#expect(this.answer.objective[name] === counted[name],
        `${name} ${this.answer.objective[name]}, counted ${counted[name]}`);
    }
  }
}

/**
 * @param model Model of the plan before
 * @param answer what propose printed; `proposed` the plan it wrote; `simulated` that plan played
 * @returns {string[]} what is wrong; empty when nothing is
 */
export function check(model, answer, proposed, simulated) {
  if (answer.status === 'infeasible') {
    return answer.moves.length === 0 ? [] : ['infeasible, with moves'];
  }
  return new Checker(model, answer, proposed, simulated).run();
}
