// Checks a proposal against plan, rules and caps, without any solver: the output of `cadre-plan
// propose --json --out NEW`, the plan NEW, and the output of `cadre-plan simulate NEW --json`. The
// moves are also simulated by code that is independent of the program (outcome.mjs).

import { isDeepStrictEqual } from 'node:util';
import { compareObjectives } from './enumerate.mjs';
import { Outcomes } from './outcome.mjs';
import { objectivesOf } from '../../tools/verify/programme.mjs';
import { isForced } from '../../tools/verify/simulation.mjs';
import { Register } from '../../tools/verify/views.mjs';

export { compareObjectives };

const keyOf = ({ cadre, to }) => `${cadre} ${to ?? null}`;

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

/** The moves without what was said of them, which the register of the round knows. */
const unsaid = (moves) => moves.map(({ consent: _, ...move }) => move);

/** The round of a plan that a model is about. */
export function roundOf(plan, model) {
  for (const { rounds } of plan.scenarios) {
    const round = rounds.find(({ id, date }) => id === model.round.id && date === model.round.date);
    if (round !== undefined) return round;
  }
  throw new Error('the round is gone');
}

class Checker {
  #faults = [];

  /** `model` is a Model of the plan before; see check() for the rest. */
  constructor(model, answer, proposed, simulated) {
    this.model = model;
    this.answer = answer;
    this.proposed = proposed;
    this.played = simulated.rounds.find(({ round }) => round === model.round.id);
    this.names = objectivesOf(model);
    this.round = roundOf(proposed, model);
    const stays = [...model.pins, ...model.kept, ...model.idleKept];
    const isFixed = (move) => isForced(move) || stays.some((one) => keyOf(one) === keyOf(move));
    this.fixed = this.round.moves.filter(isFixed);
    this.chosen = this.round.moves.filter((move) => !isFixed(move));
    this.outcomes = new Outcomes(model);
    this.outcome = this.outcomes.of(this.chosen);
  }

  run() {
    this.#checkProof();
    this.#checkPlan();
    this.#checkAnswer();
    this.#checkWays();
    this.#checkSeats();
    this.#faults.push(...this.outcomes.faults(this.outcome));
    this.#checkSimulation();
    this.#checkObjective();
    return this.#faults;
  }

  #expect(holds, what) {
    if (!holds) this.#faults.push(what);
  }

  #checkProof() {
    const { status, objective, bound } = this.answer;
    const { names } = this;
    this.#expect(['optimal', 'feasible'].includes(status), `status "${status}"`);
    this.#expect(compareObjectives(bound, objective, names) <= 0, 'the bound is above the objective');
    if (status === 'optimal') {
      this.#expect(compareObjectives(bound, objective, names) === 0, 'optimal, yet the bound is lower');
    }
    for (const name of names) {
      this.#expect(Number.isSafeInteger(objective[name]) && objective[name] >= 0,
        `${name} ${objective[name]} is not a count`);
    }
  }

  /** The new plan is the old one with other moves in the round; facts, pins and views are as they were. */
  #checkPlan() {
    const { model } = this;
    const rest = ({ version: _, ...plan }) => ({ ...plan, scenarios: plan.scenarios.map((scenario) => ({ ...scenario,
      rounds: scenario.rounds.map((round) => (round.id === model.round.id && round.date === model.round.date ?
        { ...round, moves: [], consultations: [] } : round)) })) });
    this.#expect(same(rest(this.proposed), rest(model.plan)), 'the plan has changed outside of the round');
    const facts = (moves) => unsaid(moves.filter(isForced));
    this.#expect(same(facts(this.fixed), facts(model.round.moves)), 'facts are not as they were');
    const isBound = (move) => !isForced(move) && [...model.pins, ...model.kept, ...model.idleKept].includes(move);
    this.#expect(same(unsaid(this.fixed.filter((move) => !isForced(move))), unsaid(model.round.moves.filter(isBound))),
      'pinned moves are not as they were');
    this.#expect(isDeepStrictEqual(new Register(this.round).said(), model.register.said()),
      'what was said is not what it was');
    for (const move of this.chosen) {
      const { type } = model.moveOf(move.cadre, move.to);
      this.#expect(move.type === type, `${keyOf(move)} is of type ${move.type}, not ${type}`);
    }
  }

  /** What is printed are the moves of the new plan, each with what it costs; facts may be left out. */
  #checkAnswer() {
    const { model, answer } = this;
    const listed = new Set(answer.moves.map(keyOf));
    const mayBe = new Set([...this.fixed, ...this.chosen].map(keyOf));
    const mustBe = [...model.pins, ...this.chosen].map(keyOf);
    this.#expect(listed.size === answer.moves.length && [...listed].every((key) => mayBe.has(key)) &&
      mustBe.every((key) => listed.has(key)), 'the moves printed are not those of the new plan');
    for (const { cadre, from, to, cost } of answer.moves) {
      const move = this.outcome.moves.find((one) => keyOf(one) === keyOf({ cadre, to }));
      const origin = model.from(cadre) ?? null;
      this.#expect(from === origin, `${cadre} is said to come from ${from}, sits at ${origin}`);
      const due = move === undefined || model.isDone(move) ? 0 : this.outcomes.costOf(move);
      this.#expect(move === undefined || cost === due, `${keyOf({ cadre, to })} costs ${cost}, should ${due}`);
    }
  }

  /** Everybody chosen may go there: within the scope, into a post of the pool that can be had. */
  #checkWays() {
    const { model } = this;
    const ways = new Set(model.arcs.map(keyOf));
    for (const move of this.chosen) {
      const isWay = move.to === null ? model.mayLeave.has(move.cadre) : ways.has(keyOf(move));
      this.#expect(isWay, `${move.cadre} → ${move.to} is not allowed`);
    }
  }

  /** Nothing but what is open changes hands, and nobody loses a post without a move. */
  #checkSeats() {
    const { model } = this;
    const { changed, moves } = this.outcome;
    const movers = new Set(moves.map(({ cadre }) => cadre));
    const open = new Set(model.open);
    for (const post of changed) {
      this.#expect(open.has(post), `${post} changes hands and is not open`);
      const holder = model.holder.get(post);
      this.#expect(holder === undefined || movers.has(holder), `${holder} is put out without a word`);
    }
    const taken = moves.map(({ to }) => to).filter((to) => to !== null);
    this.#expect(new Set(taken).size === taken.length, 'a post has two holders');
    for (const { cadre, to } of moves) {
      if (to === null) continue;
      const holder = model.before.holder.get(to);
      this.#expect(holder === undefined || holder === cadre || movers.has(holder), `${to} has two holders`);
    }
  }

  /** The program's own simulation says the same of moves, cells and findings. */
  #checkSimulation() {
    const { model, played } = this;
    const happened = this.outcome.why.filter((one) => one === undefined).length;
    this.#expect(played.moves === happened, `simulation: ${played.moves} moves happen, not ${happened}`);
    const chosen = new Set(this.chosen.map(({ cadre }) => cadre));
    for (const { severity, rule, cadre, post, waived } of played.findings) {
      if (severity !== 'hard' || waived || !chosen.has(cadre)) continue;
      // A fact that cannot happen has no effect: its finding does not belong to the official's
      // other move.
      const isOfFact = ['locked', 'gone', 'moved_twice'].includes(rule) &&
        model.idleFacts.some((fact) => fact.cadre === cadre);
      this.#expect(isOfFact, `simulation: ${cadre} breaks ${rule}`);
    }
    const { after } = this.outcome;
    for (const one of model.places.cells()) {
      const { quota, group, needed } = one;
      const attained = model.places.attained(one, after.holder, model.date);
      const cell = played.cells.find((each) => each.quota === quota.id && each.unit === group);
      this.#expect(cell?.needed === needed && cell.attained === attained,
        `simulation: ${quota.id} in ${group} has ${cell?.attained} of ${cell?.needed}, not ${attained} of ${needed}`);
    }
  }

  #checkObjective() {
    const counted = this.outcomes.objective(this.outcome);
    for (const name of this.names) {
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

/**
 * What is wrong with the answer to the same question about the plan that the first answer wrote:
 * nothing may change any more.
 */
export function checkAgain(model, answer, proposed, again) {
  if (answer.status !== 'optimal') return [];
  if (again.answer.status !== 'optimal') return [`proposing again ends ${again.answer.status}`];
  const out = [];
  const expected = { ...answer.objective, ...(model.calm ? { dropped: 0 } : {}) };
  for (const name of objectivesOf(model)) {
    const found = again.answer.objective[name];
    if (found !== expected[name]) out.push(`proposing again gives ${name} ${found}, not ${expected[name]}`);
  }
  const moves = (plan) => roundOf(plan, model).moves.map(keyOf).sort();
  if (!isDeepStrictEqual(moves(again.proposed), moves(proposed))) out.push('proposing again gives other moves');
  return out;
}
