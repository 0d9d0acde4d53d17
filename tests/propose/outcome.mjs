// The outcome of a choice of moves: they are simulated together with everything fixed in the round,
// and the seating afterwards determines whether they were allowed and what they are worth. Without
// rows and arcs. enumerate.mjs uses it for every choice, check.mjs for the one proposed.
//
// A finding belongs to the move that it names. For continuity this is the last move that changes a
// head post of the unit, and chosen moves come after fixed ones.

import { moveCost } from '../../tools/verify/costs.mjs';
import { changedHeads, Judge } from './findings.mjs';
import { play, postsLeft } from '../../tools/verify/simulation.mjs';

export class Outcomes {
  constructor(model) {
    this.model = model;
    this.judge = new Judge(model);
    this.cells = model.cells();
    const { before } = model;
    // Filled posts stay filled, except those left by facts and kept moves.
    const emptied = new Set([...model.facts, ...model.kept].flatMap((move) => postsLeft(move, before)));
    this.filled = [...before.holder.keys()].filter((post) => !emptied.has(post));
    this.start = new Map([...before.holder].filter(([post]) => !emptied.has(post)));
    for (const move of model.fixed) if (move.to !== null && model.isDone(move)) this.start.set(move.to, move.cadre);
  }

  /** Plays the chosen moves after the fixed ones. */
  of(chosen) {
    const { model } = this;
    const moves = [...model.fixed, ...chosen];
    const { after, why } = play(model.places, { date: model.date, moves }, model.before);
    const changed = [...model.posts.keys()].filter((post) => after.holder.has(post) &&
      after.holder.get(post) !== this.start.get(post));
    return { moves, chosen, after, why, changed };
  }

  /** What is not allowed, in words; ends with the first where `isOnlyFirst`. */
  faults(outcome, isOnlyFirst = false) {
    const out = [];
    for (const fault of this.#faults(outcome)) {
      out.push(fault);
      if (isOnlyFirst) break;
    }
    return out;
  }

  * #faults(outcome) {
    const { moves, after, why } = outcome;
    for (const [i, one] of why.entries()) {
      if (one !== undefined) yield `the move of ${moves[i].cadre} does not happen: ${one}`;
    }
    for (const post of this.filled) if (!after.holder.has(post)) yield `${post} falls vacant`;
    yield* this.#capFaults(outcome);
    yield* this.#findingFaults(outcome);
  }

  * #capFaults({ changed }) {
    const { places, plan, usedByKept } = this.model;
    const caps = plan.caps ?? {};
    const limits = [['plan', caps.moves_per_round], ['plan', caps.per_round],
      ['district', caps.moves_per_district_per_round], [caps.per_group?.by, caps.per_group?.most]];
    for (const [by, most] of limits) {
      if (most === undefined) continue;
      const groupOf = (post) => places.group(by, places.unitOf(post));
      for (const group of new Set(changed.map(groupOf))) {
        const count = [...changed, ...usedByKept].filter((post) => groupOf(post) === group).length;
        if (group !== undefined && count > most) yield `${count} posts change hands in ${group}, the cap is ${most}`;
      }
    }
  }

  * #findingFaults({ moves, why, after }) {
    const { model } = this;
    const first = model.fixed.length;
    for (const { rule, severity, move, waived } of this.judge.findings(moves, why, after)) {
      if (severity !== 'hard' || waived) continue;
      if (move >= first) yield `${moves[move].cadre} breaks ${rule}`;
    }
  }

  /** What leaving or arriving costs, with the soft rules that it breaks alone. */
  costOf(move) {
    const { model } = this;
    const soft = model.moveRules.broken(move).filter(({ severity }) => severity === 'soft').length;
    return moveCost(move.cadre, move.to, soft, model.known);
  }

  /** All that may count, by name. */
  objective({ moves, chosen, why, after, changed }) {
    const { model } = this;
    const { places, costs } = model;
    const shortfall = this.cells.reduce((sum, cell) =>
      sum + Math.max(0, cell.needed - places.attained(cell, after.holder, model.date)), 0);
    const vacant = [...model.posts.keys()].filter((post) => model.isAsked(post) && !places.isLocked(post) &&
      !after.holder.has(post)).length;
    const isChosen = ({ cadre, to }) => chosen.some((move) => move.cadre === cadre && move.to === to);
    const dropped = model.standing.filter((move) => !isChosen(move)).length;
    const own = moves.filter((move) => !model.isDone(move));
    let cost = own.reduce((sum, move) => sum + this.costOf(move), 0);
    if (model.rules.get('relatives')?.severity === 'soft') {
      const isOwn = moves.map((move, i) => (own.includes(move) ? why[i] : 'not asked for'));
      cost += costs.soft_rule * this.judge.pairsTogether(moves, isOwn, after);
    }
    if (model.rules.get('continuity')?.severity === 'soft') {
      const heads = [...changedHeads(places, model.before, after).values()]
        .map((posts) => posts.filter((post) => model.isAsked(post)));
      cost += costs.soft_rule * heads.filter((posts) => posts.length > 1).length;
    }
    return { shortfall, vacant, dropped, moves: changed.length, cost };
  }
}
