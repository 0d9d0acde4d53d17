// The integer programme of a reference model (reference.mjs), in the LP format that solvers read.
//
// x: an official takes a post; y: a post changes hands; l: its holder leaves for no post; u: what a
// quota cell lacks; s: a unit whose head posts change hands together, where that only costs.

const tenThousandths = (share) => Math.round(share * 10000);
const WORDS_IN_A_LINE = 12; // readers have a longest line

/** Shortfall, vacant, moves, cost: the names of the four in the order in which they count. */
export const OBJECTIVES = ['shortfall', 'vacant', 'moves', 'cost'];

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
    const leaves = this.#addMoves(model);
    const short = this.#addCells(model);
    const broken = this.#addContinuity(model);
    this.#addCaps(model);
    const vacant = open.filter((post) => !model.holder.has(post));
    /** The terms of the four objectives: pairs of a number and a variable. */
    this.objectives = [
      short.map((u) => [1, u]),
      vacant.map((post) => [-1, this.y.get(post)]),
      open.map((post) => [1, this.y.get(post)]),
      [...arcs.map(({ cost }, i) => [cost, `x${i}`]), ...leaves.map((l) => [model.costs.leave, l]),
        ...broken.map((s) => [model.costs.soft_rule, s])],
    ];
    /** What is added to each of them. */
    this.constants = [0, vacant.length, 0, 0];
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

  /** Who comes into a post and who leaves it; returns the variables of leaving for no post. */
  #addMoves(model) {
    const into = new Map();
    const outOf = new Map();
    model.arcs.forEach((arc, i) => {
      const x = this.#binary(`x${i}`);
      if (arc.fixed) this.#add([[1, x]], '= 1');
      push(into, arc.to, [1, x]);
      push(outOf, arc.cadre, [1, x]);
    });
    const leaves = new Map();
    for (const post of model.open) {
      const y = this.y.get(post);
      this.#add([...(into.get(post) ?? []), [-1, y]], '= 0');
      const holder = model.holder.get(post);
      if (holder === undefined) continue;
      const leave = this.#binary(`l${leaves.size}`);
      leaves.set(post, leave);
      this.#add([...(outOf.get(holder) ?? []), [1, leave], [-1, y]], '= 0');
    }
    for (const [cadre, terms] of outOf) {
      if (model.held.get(cadre).length === 0) this.#add(terms, '<= 1');
    }
    for (const { cadre, to } of model.pins) {
      if (to === null && !model.infeasible) this.#add([[1, leaves.get(model.from(cadre))]], '= 1');
    }
    return [...leaves.values()];
  }

  /** Returns the variables of what the cells lack. */
  #addCells(model) {
    const seatsOf = new Map(); // of the unit and all under it
    for (const post of model.plan.posts) {
      for (const unit of model.above(post.unit)) push(seatsOf, unit, post);
    }
    const arcsInto = new Map();
    model.arcs.forEach(({ cadre, to }, i) => push(arcsInto, to, [cadre, `x${i}`]));
    const out = [];
    for (const quota of model.plan.quotas) {
      for (const unit of model.plan.units.filter(({ level }) => level === quota.group_level)) {
        const seats = (seatsOf.get(unit.id) ?? []).filter(({ title }) => quota.titles.includes(title));
        if (seats.length === 0 || model.isElsewhere(unit.id)) continue;
        const target = tenThousandths(quota.overrides?.[unit.id] ?? quota.target);
        const needed = Math.ceil(target * seats.length / 10000);
        const name = `u${out.length}`;
        out.push(name);
        this.#integers.push(name);
        this.#bounds.push(`0 <= ${name} <= ${seats.length + 1}`);
        const terms = [[1, name]];
        let attained = 0;
        for (const seat of seats) {
          const holder = model.holder.get(seat.id);
          if (holder !== undefined && model.counts(quota, holder, seat)) {
            attained += 1;
            if (this.y.has(seat.id)) terms.push([-1, this.y.get(seat.id)]);
          }
          for (const [cadre, x] of arcsInto.get(seat.id) ?? []) {
            if (model.counts(quota, cadre, seat)) terms.push([1, x]);
          }
        }
        this.#add(terms, `>= ${needed - attained}`);
      }
    }
    return out;
  }

  /** Returns the variables of units whose head posts change hands together. */
  #addContinuity(model) {
    const rule = model.rules.get('continuity');
    const out = [];
    if (rule === undefined) return out;
    const headsOf = new Map();
    for (const id of model.open) {
      const { unit, title } = model.posts.get(id);
      if (model.titles.get(title).head) push(headsOf, unit, [1, this.y.get(id)]);
    }
    for (const heads of headsOf.values()) {
      if (heads.length < 2) continue;
      if (rule.severity === 'hard') this.#add(heads, '<= 1');
      else {
        const name = this.#binary(`s${out.length}`);
        out.push(name);
        this.#add([...heads, [-heads.length, name]], '<= 1');
      }
    }
    return out;
  }

  #addCaps(model) {
    const { moves_per_round: all, moves_per_district_per_round: each } = model.plan.caps ?? {};
    const changes = model.open.map((post) => [1, this.y.get(post)]);
    if (all !== undefined) this.#add(changes, `<= ${all}`);
    if (each === undefined) return;
    const districts = new Map();
    model.open.forEach((post, i) => push(districts, model.district(model.posts.get(post).unit), changes[i]));
    for (const terms of districts.values()) this.#add(terms, `<= ${each}`);
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
