// The choices of a proposal, read from plan.json alone: a second implementation of the plan format
// and of the optimiser's model that is independent of the program. programme.mjs writes it for
// another solver, check.mjs checks a proposal against it, enumerate.mjs enumerates it.
//
// Moves of the round that a proposal does not choose stay fixed:
// - facts: those of type relief, dismissal or resignation. The posts that they leave are vacant from
//   the start; a destination is taken by an arc that must be used. One that can not happen (gone,
//   locked, moved twice) counts for nothing.
// - pins: arcs or leaves that must be used.
// - where only the posts of a unit are asked for, moves that touch none of them (`kept`): they are done,
//   as far as they can happen.
// All others are forgotten, and only counted when they should stand (`standing`).

import { costsOf, moveCost } from './costs.mjs';
import { Places, WHOLE } from './places.mjs';
import { RulesOfMoves } from './rules.mjs';
import { blocks, isForced, play, postsLeft, seatingBefore } from './simulation.mjs';
import { Register } from './views.mjs';

const CALM = ['submitted', 'agreed', 'decided']; // rounds that a proposal should leave unchanged

function push(map, key, value) {
  if (!map.has(key)) map.set(key, []);
  map.get(key).push(value);
}

/** A pair of ids in one order. */
export const pairOf = (a, b) => (a < b ? [a, b] : [b, a]);

/** Every two cadres of whom one names the other, once. */
export function relativesOf(plan) {
  const pairs = new Map();
  for (const { id, relatives = [] } of plan.cadres) {
    for (const other of relatives) if (other !== id) pairs.set(pairOf(id, other).join(' '), pairOf(id, other));
  }
  return [...pairs.values()];
}

export class Model {
  /**
   * @param question `within`: where officials may go; `unit`: only its posts change hands; `ownCells`:
   * only its cells count; `calm`: keep near the round as it stands
   */
  constructor(plan, scenarioId, roundId, { within, unit, ownCells = false, calm } = {}) {
    this.plan = plan;
    this.places = new Places(plan);
    this.unit = unit;
    this.ownCells = ownCells;
    this.within = within === 'city' ? WHOLE : within ?? this.places.defaultScope();
    const { rounds } = plan.scenarios.find(({ id }) => id === scenarioId);
    const at = rounds.findIndex(({ id }) => id === roundId);
    this.round = rounds[at];
    this.date = this.round.date;
    this.calm = calm ?? CALM.includes(this.round.status);
    this.posts = this.places.posts;
    this.cadres = this.places.cadres;
    this.rules = new Map(plan.rules.filter(({ severity }) => severity !== 'off').map((rule) => [rule.id, rule]));
    this.costs = costsOf(plan);
    this.before = seatingBefore(this.places, rounds, at);
    this.register = new Register(this.round);
    this.known = { places: this.places, before: this.before, date: this.date, register: this.register,
      costs: this.costs };
    this.moveRules = new RulesOfMoves([...this.rules.values()], this.known);
    this.relatives = relativesOf(plan);
    this.#sort();
    this.#begin();
    this.#choose();
  }

  above(unit) { return this.places.above(unit); }
  /** The post of the cadre before the round. */
  from(cadre) { return this.before.from(cadre); }
  counts(quota, cadre, { id }) { return this.places.counts(quota, cadre, id, this.date); }
  isHard(rule) { return this.rules.get(rule)?.severity === 'hard'; }

  /** Whether a cell of that group is left out: where only a unit's own cells count, all that share no post with it. */
  isElsewhere(group) {
    return this.ownCells && this.unit !== undefined && !this.above(group).includes(this.unit) &&
      !this.above(this.unit).includes(group);
  }

  /** The cells that are counted: those of Places with what is attained from the start. */
  cells() {
    return this.places.cells().filter(({ group }) => !this.isElsewhere(group));
  }

  /** The group in which the cadre may take posts; undefined: nowhere. */
  homeGroup(cadre) {
    const from = this.from(cadre);
    return this.places.group(this.within,
      from === undefined ? this.cadres.get(cadre).native_place : this.places.unitOf(from));
  }

  /** What a proposal would write for that cadre and destination. */
  moveOf(cadre, to) {
    const type = to === null ? 'transfer' : this.from(cadre) === undefined ? 'appointment' : 'rotation';
    return { cadre, to, type };
  }

  #touches(move) {
    return (move.to !== null && this.isAsked(move.to)) ||
      this.before.held.get(move.cadre).some((post) => this.isAsked(post));
  }
  isAsked(post) {
    return this.unit === undefined || this.scope.has(post);
  }

  /** Whether that fixed move is over before a proposal begins, and no matter of its costs. */
  isDone(move) {
    if (this.kept.includes(move)) return true;
    const { cadre, to } = move;
    return this.facts.includes(move) && (to === null || !this.isAsked(to) || this.before.holder.get(to) === cadre);
  }

  /** Deals the moves of the round. */
  #sort() {
    const { moves } = this.round;
    const ids = [...this.posts.keys()];
    this.scope = new Set(this.unit === undefined ? ids :
      ids.filter((post) => this.above(this.places.unitOf(post)).includes(this.unit)));
    const isPin = (move) => move.pinned === true && !isForced(move);
    // Fixed moves tie the posts at both ends together.
    for (let size = -1; size !== this.scope.size;) {
      size = this.scope.size;
      for (const move of moves) {
        const isTie = isPin(move) || (isForced(move) && move.to !== null);
        if (!isTie || !this.#touches(move)) continue;
        if (move.to !== null) this.scope.add(move.to);
        if (isPin(move)) for (const post of this.before.held.get(move.cadre)) this.scope.add(post);
      }
    }
    const isOutside = (move) => this.unit !== undefined && !this.#touches(move);
    let kept = moves.filter((move) => isOutside(move) && !isForced(move));
    const forced = moves.filter(isForced);
    // Moves elsewhere stay, except those into a post whose holder now stays after all.
    for (let size = -1; size !== kept.length;) {
      size = kept.length;
      const movers = new Set([...kept, ...forced].map(({ cadre }) => cadre));
      kept = kept.filter((move) => isPin(move) || move.to === null || !this.before.holder.has(move.to) ||
        movers.has(this.before.holder.get(move.to)));
    }
    this.kept = kept;
    this.pins = moves.filter((move) => isPin(move) && !kept.includes(move));
    this.standing = moves.filter((move) => !isPin(move) && !isForced(move) && !kept.includes(move));
    const fixed = moves.filter((move) => isForced(move) || this.pins.includes(move) || kept.includes(move));
    const why = blocks(this.places, fixed, this.before);
    this.facts = forced.filter((move) => why[fixed.indexOf(move)] === undefined);
    this.idleFacts = forced.filter((move) => !this.facts.includes(move));
    this.infeasible = this.pins.some((pin) => why[fixed.indexOf(pin)] !== undefined);
    this.fixed = fixed.filter((move) => !this.idleFacts.includes(move));
  }

  /** The seating from which a proposal begins: what is kept is done, what facts leave is vacant. */
  #begin() {
    const done = this.fixed.filter((move) => this.isDone(move));
    const { after, why } = play(this.places, { date: this.date, moves: done }, this.before);
    // Moves elsewhere that cannot happen stay in the list and have no effect.
    const idle = done.filter((_, i) => why[i] !== undefined);
    this.bound = new Set(this.fixed.map(({ cadre }) => cadre));
    this.idleKept = this.kept.filter((move) => idle.includes(move));
    this.idleFacts.push(...this.facts.filter((move) => idle.includes(move)));
    for (const name of ['kept', 'facts', 'fixed']) this[name] = this[name].filter((move) => !idle.includes(move));
    this.arriving = this.facts.filter((move) => !this.isDone(move)); // whose destination is asked for
    for (const move of this.arriving) for (const post of postsLeft(move, this.before)) after.vacate(post);
    this.holder = after.holder;
    this.held = after.held;
    this.changedBefore = [...this.posts.keys()]
      .filter((post) => this.before.holder.get(post) !== after.holder.get(post));
    this.usedByKept = done.filter(({ cadre, to }) => to !== null && this.holder.get(to) === cadre).map(({ to }) => to);
  }

  #choose() {
    const { before, places } = this;
    const pinned = new Set(this.pins.map(({ cadre }) => cadre));
    const isMovable = (cadre) => !before.gone.has(cadre) && !this.bound.has(cadre) &&
      before.held.get(cadre).length <= 1 &&
      before.held.get(cadre).every((post) => !places.isLocked(post) && this.isAsked(post));
    const movable = this.plan.cadres.map(({ id }) => id).filter(isMovable);
    this.mayLeave = new Set(movable.filter((cadre) => this.from(cadre) !== undefined &&
      !this.#breaksHard(this.moveOf(cadre, null))));
    let open = [...this.posts.keys()].filter((post) => this.isAsked(post) && !places.isLocked(post) &&
      (!this.holder.has(post) || pinned.has(this.holder.get(post)) || isMovable(this.holder.get(post))));
    let arcs = this.#arcsOf(movable, open);
    // Posts whose holder can neither move nor leave are not open, and then neither are arcs into
    // them.
    for (let size = -1; size !== open.length;) {
      size = open.length;
      const movers = new Set(arcs.map(({ cadre }) => cadre));
      const isFree = (cadre) => pinned.has(cadre) || movers.has(cadre) || this.mayLeave.has(cadre);
      open = open.filter((post) => !this.holder.has(post) || isFree(this.holder.get(post)));
      const isOpen = new Set(open);
      arcs = arcs.filter(({ to }) => isOpen.has(to));
    }
    this.open = open;
    this.#pin(new Set(open));
    this.arcs = [...arcs, ...this.fixedArcs];
  }

  #breaksHard(move) {
    return this.moveRules.broken(move).some(({ severity }) => severity === 'hard');
  }

  #arcsOf(movable, open) {
    const near = new Map(); // open posts by group and title
    for (const post of open) {
      const { unit, title } = this.posts.get(post);
      const group = this.places.group(this.within, unit);
      if (group !== undefined) push(near, `${group} ${title}`, post);
    }
    const out = [];
    for (const cadre of movable) {
      const home = this.homeGroup(cadre);
      const { pool = [] } = this.cadres.get(cadre);
      if (home === undefined) continue;
      for (const title of new Set(pool.map((item) => item.title ?? item))) {
        for (const to of near.get(`${home} ${title}`) ?? []) {
          if (to === this.from(cadre) || !this.places.isInPool(pool, to)) continue;
          const broken = this.moveRules.broken(this.moveOf(cadre, to));
          if (broken.some(({ severity }) => severity === 'hard')) continue;
          out.push({ cadre, to, cost: moveCost(cadre, to, broken.length, this.known), fixed: false });
        }
      }
    }
    return out;
  }

  /** The arcs that must be used. What hard rules say of them does not matter. */
  #pin(isOpen) {
    const taken = new Set();
    const isOdd = (pin) => {
      const held = this.before.held.get(pin.cadre);
      return held.length > 1 || (pin.keep ?? []).length > 0 || (held.length === 0 && pin.to === null) ||
        held.includes(pin.to) || held.some((post) => !isOpen.has(post));
    };
    this.fixedArcs = [];
    this.infeasible ||= this.pins.some(isOdd);
    for (const move of [...this.arriving, ...this.pins]) {
      const { cadre, to } = move;
      if (to === null) continue;
      if (!isOpen.has(to) || taken.has(to)) this.infeasible = true;
      taken.add(to);
      const soft = this.moveRules.broken(move).filter(({ severity }) => severity === 'soft').length;
      this.fixedArcs.push({ cadre, to, cost: moveCost(cadre, to, soft, this.known), fixed: true });
    }
  }
}
