// What a proposal may choose from, read from plan.json alone: a second reading of the plan format and
// of the optimiser's model that shares nothing with the program. programme.mjs writes it down for
// another solver, check.mjs holds a proposal against it.
//
// Everything is read from the JSON. The moves of earlier rounds have to be such that all of them can
// happen. Where only the posts of a unit are asked for, the round must have no moves.

const HEAD_MONTHS = { reprimand: 24, warning: 36, dismissal: 60, expulsion: Infinity };
const GRADES = ['not_completed', 'completed', 'good', 'excellent'];
const WISH_COST = [0, 5, 10, 15];

/** Completed calendar months; the last day of a shorter month completes it. */
export function monthsBetween(from, to) {
  const [y1, m1, d1] = from.split('-').map(Number);
  const [y2, m2, d2] = to.split('-').map(Number);
  const whole = (y2 - y1) * 12 + (m2 - m1);
  const lastDay = new Date(Date.UTC(y2, m2, 0)).getUTCDate();
  return d2 >= Math.min(d1, lastDay) ? whole : whole - 1;
}

function push(map, key, value) {
  if (!map.has(key)) map.set(key, []);
  map.get(key).push(value);
}

export class Model {
  #aboveOf = new Map();
  #postsIn = new Map();
  #said = new Map(); // the register of the round, by cadre

  constructor(plan, scenarioId, roundId, { within = 'district', unit, ownCells = false } = {}) {
    this.plan = plan;
    this.within = within;
    this.unit = unit;
    this.ownCells = ownCells;
    const scenario = plan.scenarios.find(({ id }) => id === scenarioId);
    const at = scenario.rounds.findIndex(({ id }) => id === roundId);
    this.round = scenario.rounds[at];
    this.date = this.round.date;
    this.units = new Map(plan.units.map((unit) => [unit.id, unit]));
    this.titles = new Map(plan.titles.map((title) => [title.id, title]));
    this.posts = new Map(plan.posts.map((post) => [post.id, post]));
    this.cadres = new Map(plan.cadres.map((cadre) => [cadre.id, cadre]));
    this.rules = new Map(plan.rules.filter(({ severity }) => severity !== 'off')
      .map((rule) => [rule.id, rule]));
    this.costs = { leave: 300, soft_rule: 20, field_mismatch: 15, district_step: 5, ...plan.costs };
    for (const post of plan.posts) push(this.#postsIn, post.unit, post);
    const inMoves = this.round.moves.filter(({ consent }) => consent)
      .map(({ cadre, to, consent }) => ({ cadre, to, views: consent }));
    for (const entry of [...inMoves, ...(this.round.consultations ?? [])]) {
      push(this.#said, entry.cadre, entry);
    }
    this.#seat();
    for (const round of scenario.rounds.slice(0, at)) this.#play(round);
    this.#depart(this.date);
    this.#choose();
  }

  /** As the roster says, nobody gone. */
  #seat() {
    this.gone = new Set();
    this.holder = new Map();
    this.held = new Map(this.plan.cadres.map(({ id }) => [id, []]));
    this.since = new Map(this.plan.cadres.map(({ id, in_post_since: since }) => [id, since]));
    this.terms = new Map(this.plan.cadres.map(({ id, terms_as_head_here: terms }) => [id, terms ?? 0]));
    for (const post of this.plan.posts) {
      if (!post.incumbent) continue;
      this.holder.set(post.id, post.incumbent);
      this.held.get(post.incumbent).push(post.id);
    }
  }
  /** Those whose service has ended leave. */
  #depart(date) {
    for (const { id, service_ends: end } of this.plan.cadres) {
      if (end === undefined || end > date) continue;
      this.gone.add(id);
      this.#unseat(id);
    }
  }
  #unseat(cadre) {
    for (const post of this.held.get(cadre)) this.holder.delete(post);
    this.held.set(cadre, []);
  }
  #play({ date, moves }) {
    this.#depart(date);
    const left = moves.map(({ cadre }) => this.posts.get(this.from(cadre))?.unit);
    for (const { cadre } of moves) this.#unseat(cadre);
    moves.forEach(({ cadre, to }, i) => {
      if (to === null) return;
      if (this.holder.has(to)) throw new Error(`${to} is taken in an earlier round`);
      this.holder.set(to, cadre);
      this.held.get(cadre).push(to);
      this.since.set(cadre, date);
      if (left[i] !== this.posts.get(to).unit) this.terms.set(cadre, 0);
    });
  }

  /** Whether a cell of that unit is left out: where only a unit's own cells count, all that share no post with it. */
  isElsewhere(unit) {
    return this.ownCells && this.unit !== undefined && !this.above(unit).includes(this.unit) &&
      !this.above(this.unit).includes(unit);
  }

  /** The unit and all above it. */
  above(unit) {
    let out = this.#aboveOf.get(unit);
    if (out === undefined) {
      out = [];
      for (let at = unit; at !== undefined && at !== null; at = this.units.get(at)?.parent) out.push(at);
      this.#aboveOf.set(unit, out);
    }
    return out;
  }
  district(unit) {
    return this.above(unit).find((id) => this.units.get(id).level === 'district');
  }
  from(cadre) {
    return this.held.get(cadre)[0];
  }

  #home(named, unit) {
    if (this.above(unit).includes(named)) return true;
    if (this.plan.locality.level === 'commune') return false;
    const district = this.district(named);
    return district !== undefined && district === this.district(unit);
  }
  /** true local, false not, null unknown */
  #local(cadre, unit) {
    const { basis, residence_years: years = 20 } = this.plan.locality;
    if (basis === 'residence') {
      if (cadre.residence === undefined) return null;
      return cadre.residence.some((one) => one.years >= years && this.#home(one.unit, unit));
    }
    const named = cadre[basis];
    return named === undefined ? null : this.#home(named, unit);
  }

  counts(quota, cadreId, post) {
    const cadre = this.cadres.get(cadreId);
    if (quota.counts === 'non_local') return this.#local(cadre, post.unit) === false;
    if (quota.counts === 'female') return cadre.gender === 'female';
    return cadre.birth !== undefined &&
      Math.floor(monthsBetween(cadre.birth, this.date) / 12) < quota.age;
  }

  /** Ids of the rules that the move breaks; a proposed one is a rotation for whoever holds a post. */
  #broken(cadreId, to, type = this.from(cadreId) === undefined ? 'appointment' : 'rotation') {
    const cadre = this.cadres.get(cadreId);
    const from = this.from(cadreId);
    const post = this.posts.get(to);
    const out = [];
    const breaks = (id, is) => {
      if (this.rules.has(id) && is(this.rules.get(id))) out.push(id);
    };
    breaks('months_in_post', ({ months }) => this.#tooNew(cadreId, months));
    breaks('service_left', ({ months }) => cadre.service_ends !== undefined &&
      this.#local(cadre, post.unit) === false &&
      monthsBetween(this.date, cadre.service_ends) < months);
    breaks('service_left_rotation', ({ months }) => type === 'rotation' &&
      cadre.service_ends !== undefined && monthsBetween(this.date, cadre.service_ends) < months);
    breaks('head_terms', ({ terms }) => from !== undefined && this.titles.get(post.title).head &&
      this.posts.get(from).unit === post.unit && this.terms.get(cadreId) >= terms);
    breaks('discipline', ({ months }) => (cadre.discipline ?? []).some((entry) => {
      if (entry.on > this.date) return false;
      const passed = monthsBetween(entry.on, this.date);
      return passed < months || (this.#isHigher(cadreId, post) && passed < HEAD_MONTHS[entry.kind]);
    }));
    breaks('relatives', () => this.#postsIn.get(post.unit).some((other) => {
      if (other.id === to) return false;
      const holder = this.holder.get(other.id);
      return holder !== undefined && holder !== cadreId &&
        ((cadre.relatives ?? []).includes(holder) ||
          (this.cadres.get(holder).relatives ?? []).includes(cadreId));
    }));
    breaks('in_pool', () => !(cadre.pool ?? []).includes(post.title));
    breaks('grade', ({ at_least: least }) => {
      const last = (cadre.grades ?? []).reduce((best, one) =>
        (best === null || one.period >= best.period ? one : best), null);
      return last !== null && GRADES.indexOf(last.grade) < GRADES.indexOf(least);
    });
    breaks('consent', () => this.#views(cadreId, to).includes('disagree'));
    return out;
  }

  /** What official, origin and destination said of that move: the last word of each. */
  #views(cadreId, to) {
    const entries = this.#said.get(cadreId) ?? [];
    const last = (party, fits) => entries.filter((one) => fits(one) &&
      (one.views?.[party] ?? 'unasked') !== 'unasked').at(-1)?.views[party] ?? 'unasked';
    const there = (one) => one.to === to;
    return [last('cadre', there), last('origin', () => true), last('destination', there)];
  }

  #tooNew(cadreId, months) {
    const since = this.since.get(cadreId);
    return this.from(cadreId) !== undefined && since !== undefined &&
      monthsBetween(since, this.date) < months;
  }

  #isHigher(cadreId, to) {
    if (!this.titles.get(to.title).head) return false;
    const held = this.held.get(cadreId).map((id) => this.posts.get(id));
    if (!held.some((post) => this.titles.get(post.title).head)) return true;
    return held.every((post) => post.unit !== to.unit && this.above(post.unit).includes(to.unit));
  }

  #cost(cadreId, to, soft) {
    const { leave, soft_rule: rule, field_mismatch: mismatch, district_step: step } = this.costs;
    const view = this.#views(cadreId, to).reduce((sum, one) =>
      sum + ({ concern: 15, disagree: 40 }[one] ?? 0), 0);
    if (to === null) return leave;
    const cadre = this.cadres.get(cadreId);
    const post = this.posts.get(to);
    let cost = rule * soft + view;
    if (post.field && !(cadre.fields ?? []).includes(post.field)) cost += mismatch;
    const wishes = cadre.preferences ?? [];
    const ranks = wishes.filter(({ unit }) => this.above(post.unit).includes(unit))
      .map(({ rank }) => rank);
    if (wishes.length === 0) cost += 10;
    else if (ranks.length === 0) cost += 20;
    else cost += WISH_COST[Math.min(Math.max(Math.min(...ranks), 1), 4) - 1];
    const origin = this.from(cadreId);
    const home = this.district(origin ? this.posts.get(origin).unit : cadre.native_place);
    const district = this.district(post.unit);
    const a = this.units.get(home)?.tile;
    const b = this.units.get(district)?.tile;
    if (home !== district && a && b) cost += step * (Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]));
    return cost;
  }

  #choose() {
    const hard = (id) => this.rules.get(id)?.severity === 'hard';
    const locked = (post) => this.posts.get(post).locked === true;
    const movable = new Set();
    for (const { id } of this.plan.cadres) {
      const held = this.held.get(id);
      if (this.gone.has(id)) continue;
      const isBound = held.length > 1 || held.some(locked) ||
        (hard('months_in_post') && this.#tooNew(id, this.rules.get('months_in_post').months)) ||
        (hard('consent') && held.length > 0 && this.#views(id, null).includes('disagree'));
      if (!isBound) movable.add(id);
    }
    this.pins = this.round.moves.filter(({ pinned }) => pinned);
    for (const { cadre } of this.pins) movable.add(cadre);
    const pinned = new Set(this.pins.map(({ cadre }) => cadre));
    const isAsked = ({ unit }) => this.unit === undefined || this.above(unit).includes(this.unit);
    this.open = this.plan.posts.filter((post) => isAsked(post) && !locked(post.id) &&
      (!this.holder.has(post.id) || movable.has(this.holder.get(post.id)))).map(({ id }) => id);
    const isOpen = new Set(this.open);
    this.infeasible = this.pins.some(({ cadre, to }) => this.gone.has(cadre) || (to !== null && !isOpen.has(to)) ||
      (this.from(cadre) !== undefined && !isOpen.has(this.from(cadre))));
    const district = (post) => this.district(this.posts.get(post).unit);
    const near = new Map(); // open posts by district and title; with `within` city by title alone
    const group = (home, title) => (this.within === 'city' ? title : `${home} ${title}`);
    for (const post of this.open) push(near, group(district(post), this.posts.get(post).title), post);
    this.arcs = [];
    for (const cadre of movable) {
      if (pinned.has(cadre)) continue;
      const origin = this.from(cadre);
      if (origin !== undefined && !isOpen.has(origin)) continue;
      const home = origin ? district(origin) : this.district(this.cadres.get(cadre).native_place);
      if (this.within === 'district' && home === undefined) continue;
      for (const title of new Set(this.cadres.get(cadre).pool ?? [])) {
        for (const to of near.get(group(home, title)) ?? []) {
          if (to === origin) continue;
          const broken = this.#broken(cadre, to);
          if (broken.some(hard)) continue;
          this.arcs.push({ cadre, to, cost: this.#cost(cadre, to, broken.length), fixed: false });
        }
      }
    }
    for (const { cadre, to, type } of this.pins) {
      if (to === null) continue;
      const soft = this.#broken(cadre, to, type).filter((id) => !hard(id)).length;
      this.arcs.push({ cadre, to, cost: this.#cost(cadre, to, soft), fixed: true });
    }
  }
}
