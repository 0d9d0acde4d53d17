// The integer programme of a reference model (reference.mjs), in the LP format that solvers read.
//
// x: an official takes a post; y: a post changes hands; l: its holder leaves for no post; u: what a
// quota cell lacks; s: a unit whose head posts change hands together, and z: relatives who come
// together in a unit, where these only cost.

import { kinshipRows } from './kinship.mjs';
import { postsLeft } from './simulation.mjs';

const WORDS_IN_A_LINE = 12; // readers have a longest line

/** Shortfall, vacant, moves, cost: the names of the four in the order in which they count. */
export const OBJECTIVES = ['shortfall', 'vacant', 'moves', 'cost'];
/** And where the round should stay as it is: moves that stand and are dropped come before new ones. */
export const CALM_OBJECTIVES = ['shortfall', 'vacant', 'dropped', 'moves', 'cost'];

export const objectivesOf = ({ calm }) => (calm ? CALM_OBJECTIVES : OBJECTIVES);

function push(map, key, value) {
  if (!map.has(key)) map.set(key, []);
  map.get(key).push(value);
}

export class Programme {
  #rows = [];
  #binaries = [];
  #integers = [];
  #bounds = [];

  constructor(model) {
    const { open, arcs } = model;
    this.y = new Map(open.map((post, i) => [post, this.#binary(`y${i}`)]));
    this.leaves = this.#addMoves(model);
    const short = this.#addCells(model);
    const broken = this.#addContinuity(model);
    const together = this.#addKinship(model);
    this.#addCaps(model);
    const vacant = open.filter((post) => !model.holder.has(post));
    const stay = this.#standing(model);
    const objectives = {
      shortfall: [short.map((u) => [1, u]), 0],
      vacant: [vacant.map((post) => [-1, this.y.get(post)]), vacant.length],
      dropped: [stay.map((name) => [-1, name]), model.standing.length],
      moves: [open.map((post) => [1, this.y.get(post)]), 0],
      cost: [[...arcs.map(({ cost }, i) => [cost, `x${i}`]),
        ...[...this.leaves.values()].map((l) => [model.costs.leave, l]),
        ...[...broken, ...together].map((name) => [model.costs.soft_rule, name])], 0],
    };
    /** The names of what is minimised, the first first. */
    this.names = objectivesOf(model);
    /** The terms of the objectives: pairs of a number and a variable. */
    this.objectives = this.names.map((name) => objectives[name][0]);
    /** What is added to each of them. */
    this.constants = this.names.map((name) => objectives[name][1]);
  }

  /**
   * The programme that minimises the objectives, each times its weight. `fixed` are such weights
   * with the most that the weighted sum may be.
   */
  lp(weights, fixed = []) {
    const rows = [...this.#rows];
    for (const { weights: earlier, most } of fixed) {
      const terms = this.#weighted(earlier);
      if (terms.length > 0) rows.push(`${sum(terms)} <= ${most - this.constant(earlier)}`);
    }
    const objective = this.#weighted(weights);
    return `Minimize\n obj: ${sum(objective)}\nSubject To\n${
      rows.map((row, i) => ` r${i}: ${row}`).join('\n')}\nBounds\n 0 <= zero <= 0\n${
      this.#bounds.map((bound) => ` ${bound}`).join('\n')}\nGenerals\n${names(this.#integers)}\nBinaries\n${
      names(this.#binaries)}\nEnd\n`;
  }
  /** What lp() leaves out of the weighted sum, because it does not depend on the choice. */
  constant(weights) {
    return weights.reduce((total, weight, i) => total + weight * this.constants[i], 0);
  }

  #weighted(weights) {
    const terms = new Map();
    weights.forEach((weight, i) => {
      if (weight === 0) return;
      for (const [number, name] of this.objectives[i]) {
        terms.set(name, (terms.get(name) ?? 0) + weight * number);
      }
    });
    return [...terms].map(([name, number]) => [number, name]);
  }
  #binary(name) {
    this.#binaries.push(name);
    return name;
  }
  #add(terms, relation) {
    this.#rows.push(`${sum(terms)} ${relation}`);
  }

  /** Who comes into a post and who leaves it; returns the variables of leaving for no post, by post. */
  #addMoves(model) {
    const into = new Map();
    const outOf = new Map();
    model.arcs.forEach((arc, i) => {
      const x = this.#binary(`x${i}`);
      if (arc.fixed) this.#add([[1, x]], '= 1');
      push(into, arc.to, [1, x]);
      push(outOf, arc.cadre, [1, x]);
    });
    const pinnedLeaves = new Set(model.pins.filter(({ to }) => to === null).map(({ cadre }) => cadre));
    const leaves = new Map();
    for (const post of model.open) {
      const y = this.y.get(post);
      this.#add([...(into.get(post) ?? []), [-1, y]], '= 0');
      const holder = model.holder.get(post);
      if (holder === undefined) continue;
      const ways = [...(outOf.get(holder) ?? [])];
      if (model.mayLeave.has(holder) || pinnedLeaves.has(holder)) {
        const leave = this.#binary(`l${leaves.size}`);
        leaves.set(post, leave);
        ways.push([1, leave]);
        if (pinnedLeaves.has(holder)) this.#add([[1, leave]], '= 1');
      }
      this.#add([...ways, [-1, y]], '= 0');
    }
    for (const [cadre, terms] of outOf) {
      if (model.held.get(cadre).length === 0) this.#add(terms, '<= 1');
    }
    return leaves;
  }

  /** The variables that keep a move of the round which stands. */
  #standing(model) {
    const out = [];
    for (const { cadre, to } of model.standing) {
      const name = to === null ? this.leaves.get(model.from(cadre)) : this.#arcName(model, cadre, to);
      if (name !== undefined) out.push(name);
    }
    return out;
  }
  #arcName(model, cadre, to) {
    const i = model.arcs.findIndex((arc) => arc.cadre === cadre && arc.to === to);
    return i < 0 ? undefined : `x${i}`;
  }

  /** Returns the variables of what the cells lack. */
  #addCells(model) {
    const arcsInto = new Map();
    model.arcs.forEach(({ cadre, to }, i) => push(arcsInto, to, [cadre, `x${i}`]));
    return model.cells().map(({ quota, seats, needed }, i) => {
      const name = `u${i}`;
      this.#integers.push(name);
      this.#bounds.push(`0 <= ${name} <= ${seats.length + 1}`);
      const terms = [[1, name]];
      let attained = 0;
      for (const id of seats) {
        const seat = model.posts.get(id);
        const holder = model.holder.get(id);
        if (holder !== undefined && model.counts(quota, holder, seat)) {
          attained += 1;
          if (this.y.has(id)) terms.push([-1, this.y.get(id)]);
        }
        for (const [cadre, x] of arcsInto.get(id) ?? []) {
          if (model.counts(quota, cadre, seat)) terms.push([1, x]);
        }
      }
      this.#add(terms, `>= ${needed - attained}`);
      return name;
    });
  }

  /**
   * Head posts of a unit that change hands together. Those that facts left vacant, or that kept moves
   * changed, have changed already. Returns the variables of units where it costs.
   */
  #addContinuity(model) {
    const rule = model.rules.get('continuity');
    const out = [];
    if (rule === undefined) return out;
    const { places } = model;
    const already = new Set(model.changedBefore);
    const touched = (move) => [...postsLeft(move, model.before), ...(move.to === null ? [] : [move.to])];
    const forced = new Set([...already, ...[...model.arriving, ...model.pins].flatMap(touched)]);
    const waived = new Set(model.fixed.filter(({ waivers = [] }) => waivers.some((one) => one.rule === 'continuity'))
      .flatMap(touched).filter((post) => forced.has(post) && places.isHead(post)).map((post) => places.unitOf(post)));
    for (const { id } of model.plan.units) {
      const heads = places.postsIn(id).filter((post) => places.isHead(post) && model.isAsked(post));
      const changed = heads.filter((post) => already.has(post)).length;
      const terms = heads.filter((post) => this.y.has(post) && !already.has(post)).map((post) => [1, this.y.get(post)]);
      if (changed + terms.length < 2) continue;
      if (rule.severity === 'hard') {
        if (waived.has(id)) continue;
        if (heads.filter((post) => forced.has(post)).length <= 1) {
          this.#add(terms, `<= ${1 - changed}`);
          continue;
        }
        // The finding is there anyway, and would be that of any move which is added in the unit.
        const all = heads.filter((post) => this.y.has(post)).map((post) => [1, this.y.get(post)]);
        const filled = heads.filter((post) => this.#isFilledAnyway(model, post)).length;
        if (all.length > 0) this.#add(all, `<= ${filled}`);
      } else {
        const name = this.#binary(`s${out.length}`);
        out.push(name);
        this.#add([...terms, [-heads.length, name]], `<= ${1 - changed}`);
      }
    }
    return out;
  }

  /** A pinned move or a fact leads to the post, and nobody has to be moved away for it. */
  #isFilledAnyway({ arriving, pins, before }, post) {
    const fixed = [...arriving, ...pins];
    const holder = before.holder.get(post);
    const gives = holder === undefined || fixed.some(({ cadre }) => cadre === holder);
    return gives && fixed.some(({ to }) => to === post);
  }

  /** Relatives in one unit; returns the variables of pairs where it costs. */
  #addKinship(model) {
    const rule = model.rules.get('relatives');
    if (rule === undefined) return [];
    const { rows, costly } = kinshipRows(model, this.y, rule.severity === 'hard');
    this.kinshipRows = rows.length;
    for (const name of costly) this.#binary(name);
    for (const { terms, most } of rows) this.#add(terms, `<= ${most}`);
    return costly;
  }

  /** Posts that change hands at most; one in no group is under no cap of groups. */
  #addCaps(model) {
    const { moves_per_round: all, per_round: whole, moves_per_district_per_round: each, per_group: group } =
      model.plan.caps ?? {};
    const limits = [['plan', all], ['plan', whole], ['district', each], [group?.by, group?.most]];
    for (const [by, most] of limits) {
      if (most === undefined) continue;
      const groupOf = (post) => model.places.group(by, model.places.unitOf(post));
      const changes = new Map();
      for (const [post, y] of this.y) push(changes, groupOf(post), [1, y]);
      changes.delete(undefined);
      for (const [id, terms] of changes) {
        const used = model.usedByKept.filter((post) => groupOf(post) === id).length;
        this.#add(terms, `<= ${Math.max(0, most - used)}`);
      }
    }
  }
}

function sum(terms) {
  if (terms.length === 0) return '0 zero';
  let out = '';
  terms.forEach(([number, name], i) => {
    if (i > 0) out += i % WORDS_IN_A_LINE === 0 ? '\n  ' : ' ';
    out += `${number < 0 ? '-' : '+'} ${Math.abs(number)} ${name}`;
  });
  return out;
}

function names(list) {
  let out = '';
  list.forEach((name, i) => { out += `${i % WORDS_IN_A_LINE === 0 ? '\n ' : ' '}${name}`; });
  return out;
}
