// The integer programme of a model (reference.mjs): variables, rows and what each variable is worth, all
// under names that say what they are.
//
// "CADRE>POST": an official takes a post; "changes:POST": a post changes hands; "leaves:POST": its holder
// leaves for no post; "short:QUOTA/GROUP": what a quota cell lacks; "heads:UNIT": a unit whose head posts
// change hands together, and "pair:A+B@UNIT": relatives who come together in a unit, where these only
// cost.
//
// Here nothing is more than what the model says. What follows from it and makes bounds better is in
// tighten.mjs.

import { kinshipRows } from './kinship.mjs';
import { WHOLE } from './places.mjs';
import { postsLeft } from './simulation.mjs';

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
  /** `{ name, lower, upper, worth, post, kind }`: worth by objective; `post`: one that it has to do with;
   * `kind` is arc, change, leave or derived: not chosen, but as small as its rows let it. */
  variables = [];
  /** `{ name, terms, least, most }`: terms are pairs of a number and a place in `variables`; where there is
   * no `least` or no `most`, anything goes. */
  rows = [];
  /** What no choice changes: `{ objective, amount }`. */
  constants = [];
  /** So many posts change hands at most, over all. */
  roundCap = Infinity;
  #places = new Map();
  #rowOf = new Map();

  constructor(model) {
    this.model = model;
    /** The names of what is minimised, the first first. */
    this.names = objectivesOf(model);
    /** By post that is open: the variable of its change. */
    this.y = new Map();
    /** By post: the variable of its holder's leaving for no post. */
    this.leaves = new Map();
    this.#addMoves();
    this.#addStanding();
    this.#addCells();
    this.#addContinuity();
    this.#addKinship();
    this.#addCaps();
  }

  /** The variable of that name; undefined where there is none. */
  variable(name) {
    return this.variables[this.#places.get(name)];
  }
  place(name) {
    return this.#places.get(name);
  }
  row(name) {
    return this.#rowOf.get(name);
  }

  #add(name, { lower = 0, upper = 1, worth = {}, post, kind }) {
    if (this.#places.has(name)) throw new Error(`two things are called ${name}`);
    this.#places.set(name, this.variables.length);
    this.variables.push({ name, lower, upper, worth, post, kind });
    return this.variables.length - 1;
  }
  #addRow(name, terms, { least, most }) {
    if (this.#rowOf.has(name)) throw new Error(`two rows are called ${name}`);
    const row = { name, terms, least, most };
    this.#rowOf.set(name, row);
    this.rows.push(row);
  }

  /** Who comes into a post and who leaves it. */
  #addMoves() {
    const { model } = this;
    const into = new Map();
    const outOf = new Map();
    /** By place in the model's arcs: the variable. */
    this.arcs = model.arcs.map(({ cadre, to, cost, fixed }) => {
      const x = this.#add(`${cadre}>${to}`, { lower: fixed ? 1 : 0, worth: { cost }, post: to, kind: 'arc' });
      push(into, to, [1, x]);
      push(outOf, cadre, [1, x]);
      return x;
    });
    const pinnedLeaves = new Set(model.pins.filter(({ to }) => to === null).map(({ cadre }) => cadre));
    for (const post of model.open) {
      const holder = model.holder.get(post);
      if (holder === undefined) this.constants.push({ objective: 'vacant', amount: 1 });
      const worth = holder === undefined ? { vacant: -1, moves: 1 } : { moves: 1 };
      const y = this.#add(`changes:${post}`, { worth, post, kind: 'change' });
      this.y.set(post, y);
      this.#addRow(`post:${post}`, [...(into.get(post) ?? []), [-1, y]], { least: 0, most: 0 });
      if (holder === undefined) continue;
      const ways = [...(outOf.get(holder) ?? [])];
      const isPinned = pinnedLeaves.has(holder);
      if (model.mayLeave.has(holder) || isPinned) {
        const leave = this.#add(`leaves:${post}`,
          { lower: isPinned ? 1 : 0, worth: { cost: model.costs.leave }, post, kind: 'leave' });
        this.leaves.set(post, leave);
        ways.push([1, leave]);
      }
      this.#addRow(`holder:${post}`, [...ways, [-1, y]], { least: 0, most: 0 });
    }
    for (const [cadre, terms] of outOf) {
      if (model.held.get(cadre).length === 0) this.#addRow(`official:${cadre}`, terms, { least: 0, most: 1 });
    }
  }

  /** What it is worth to keep a move of the round that stands; one that stands twice counts twice. */
  #addStanding() {
    const { model } = this;
    if (!model.calm) return;
    for (const { cadre, to } of model.standing) {
      const place = to === null ? this.leaves.get(model.from(cadre)) : this.place(`${cadre}>${to}`);
      const variable = this.variables[place];
      if (variable !== undefined) variable.worth = { ...variable.worth, dropped: (variable.worth.dropped ?? 0) - 1 };
      this.constants.push({ objective: 'dropped', amount: 1 });
    }
  }

  #addCells() {
    const { model } = this;
    const arcsInto = new Map();
    model.arcs.forEach(({ cadre, to }, i) => push(arcsInto, to, [cadre, this.arcs[i]]));
    for (const { quota, group, seats, needed } of model.cells()) {
      const terms = [];
      let attained = 0;
      let leaving = 0;
      for (const id of seats) {
        const seat = model.posts.get(id);
        const holder = model.holder.get(id);
        if (holder !== undefined && model.counts(quota, holder, seat)) {
          attained += 1;
          if (this.y.has(id)) {
            leaving += 1;
            terms.push([-1, this.y.get(id)]);
          }
        }
        for (const [cadre, x] of arcsInto.get(id) ?? []) {
          if (model.counts(quota, cadre, seat)) terms.push([1, x]);
        }
      }
      const missing = needed - attained;
      const post = seats.find((id) => this.y.has(id));
      if (post === undefined) {
        this.constants.push({ objective: 'shortfall', amount: Math.max(0, missing) });
        continue;
      }
      const name = `${quota.id}/${group}`;
      const short = this.#add(`short:${name}`, { upper: Math.max(0, missing + leaving), worth: { shortfall: 1 },
        post, kind: 'derived' });
      this.#addRow(`cell:${name}`, [[1, short], ...terms], { least: missing });
    }
  }

  /**
   * Head posts of a unit that change hands together. Those that facts left vacant, or that kept moves
   * changed, have changed already.
   */
  #addContinuity() {
    const { model } = this;
    const rule = model.rules.get('continuity');
    if (rule === undefined) return;
    const { places } = model;
    const already = new Set(model.changedBefore);
    const touched = (move) => [...postsLeft(move, model.before), ...(move.to === null ? [] : [move.to])];
    const forced = new Set([...already, ...[...model.arriving, ...model.pins].flatMap(touched)]);
    const waived = new Set(model.fixed.filter(({ waivers = [] }) => waivers.some((one) => one.rule === 'continuity'))
      .flatMap(touched).filter((post) => forced.has(post) && places.isHead(post)).map((post) => places.unitOf(post)));
    for (const { id } of model.plan.units) {
      const heads = places.postsIn(id).filter((post) => places.isHead(post) && model.isAsked(post));
      const changed = heads.filter((post) => already.has(post)).length;
      const mayChange = heads.filter((post) => this.y.has(post) && !already.has(post));
      const terms = mayChange.map((post) => [1, this.y.get(post)]);
      if (rule.severity === 'hard') {
        if (waived.has(id)) continue;
        if (heads.filter((post) => forced.has(post)).length <= 1) {
          if (terms.length > 0) this.#addRow(`heads:${id}`, terms, { most: 1 - changed });
          continue;
        }
        // The finding is there anyway, and would be that of any move which is added in the unit.
        const all = heads.filter((post) => this.y.has(post)).map((post) => [1, this.y.get(post)]);
        const filled = heads.filter((post) => this.#isFilledAnyway(post)).length;
        if (all.length > 0) this.#addRow(`heads:${id}`, all, { most: filled });
      } else if (changed > 1) {
        this.constants.push({ objective: 'cost', amount: model.costs.soft_rule });
      } else if (terms.length > 0) {
        const together = this.#add(`heads:${id}`, { worth: { cost: model.costs.soft_rule },
          post: mayChange[0], kind: 'derived' });
        this.#addRow(`heads:${id}`, [...terms, [-heads.length, together]], { most: 1 - changed });
      }
    }
  }

  /** A pinned move or a fact leads to the post, and nobody has to be moved away for it. */
  #isFilledAnyway(post) {
    const { arriving, pins, before } = this.model;
    const fixed = [...arriving, ...pins];
    const holder = before.holder.get(post);
    const gives = holder === undefined || fixed.some(({ cadre }) => cadre === holder);
    return gives && fixed.some(({ to }) => to === post);
  }

  /** Relatives in one unit. */
  #addKinship() {
    const { model } = this;
    const rule = model.rules.get('relatives');
    this.kinshipRows = 0;
    if (rule === undefined) return;
    const known = { arcs: this.arcs, y: this.y, isHard: rule.severity === 'hard',
      addCost: (name, post) => this.#add(name, { worth: { cost: model.costs.soft_rule }, post, kind: 'derived' }) };
    for (const { name, terms, most } of kinshipRows(model, known)) {
      this.kinshipRows += 1;
      this.#addRow(name, terms, { most });
    }
  }

  /** Posts that change hands at most; one in no group is under no cap of groups. */
  #addCaps() {
    const { model } = this;
    const { moves_per_round: all, per_round: whole, moves_per_district_per_round: each, per_group: group } =
      model.plan.caps ?? {};
    const limits = [[WHOLE, all], [WHOLE, whole], ['district', each], [group?.by, group?.most]];
    for (const [by, most] of limits) {
      if (most === undefined) continue;
      const groupOf = (post) => model.places.group(by, model.places.unitOf(post));
      const changes = new Map();
      for (const [post, y] of this.y) push(changes, groupOf(post), [1, y]);
      changes.delete(undefined);
      for (const [id, terms] of changes) {
        const used = model.usedByKept.filter((post) => groupOf(post) === id).length;
        const left = Math.max(0, most - used);
        if (by === WHOLE) this.roundCap = Math.min(this.roundCap, left);
        else this.#addCap(`cap:${by}/${id}`, terms, left);
      }
    }
  }
  /** A group may be under two caps of one name: the narrower counts. */
  #addCap(name, terms, most) {
    const known = this.row(name);
    if (known === undefined) this.#addRow(name, terms, { most });
    else known.most = Math.min(known.most, most);
  }
}
