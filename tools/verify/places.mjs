// Where posts belong: units and those above them, groups of a level or of a grouping, quota cells,
// and who counts as local. Read from plan.json alone.
//
// A group of a grouping contains its units and everything below them; a unit that is listed itself,
// or is below a nearer listed one, belongs to that.

import { monthsBetween } from './calendar.mjs';

/** The whole plan as the name of a way to group, and as the id of its one group. */
export const WHOLE = 'plan';

const tenThousandths = (share) => Math.round(share * 10000);

export class Places {
  #aboveOf = new Map();
  #groupOfUnit = new Map(); // by grouping: group by listed unit
  #postsIn = new Map();

  constructor(plan) {
    this.plan = plan;
    this.units = new Map(plan.units.map((unit) => [unit.id, unit]));
    this.titles = new Map(plan.titles.map((title) => [title.id, title]));
    this.posts = new Map(plan.posts.map((post) => [post.id, post]));
    this.cadres = new Map(plan.cadres.map((cadre) => [cadre.id, cadre]));
    for (const { id, groups } of plan.groupings ?? []) {
      const listed = new Map();
      for (const group of groups) for (const unit of group.units) listed.set(unit, group.id);
      this.#groupOfUnit.set(id, listed);
    }
    for (const { id } of plan.units) this.#postsIn.set(id, []);
    for (const post of plan.posts) this.#postsIn.get(post.unit).push(post.id);
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
  /** Posts of the unit itself, without those of units under it. */
  postsIn(unit) {
    return this.#postsIn.get(unit);
  }
  unitOf(post) {
    return this.posts.get(post).unit;
  }
  isHead(post) {
    return this.titles.get(this.posts.get(post).title).head === true;
  }
  isLocked(post) {
    return this.posts.get(post).locked === true;
  }

  /** The group of the unit by a level, a grouping or the whole plan; undefined: in none. */
  group(by, unit) {
    if (by === WHOLE) return WHOLE;
    if (unit === undefined || unit === null) return undefined;
    const listed = this.#groupOfUnit.get(by);
    if (listed === undefined) return this.above(unit).find((id) => this.units.get(id)?.level === by);
    return listed.get(this.above(unit).find((id) => listed.has(id)));
  }
  /** All groups that the unit lies in by it: with levels that repeat on the way up there are several. */
  groups(by, unit) {
    if (by === WHOLE || this.#groupOfUnit.has(by)) {
      const one = this.group(by, unit);
      return one === undefined ? [] : [one];
    }
    return this.above(unit).filter((id) => this.units.get(id).level === by);
  }
  groupIds(by) {
    if (by === WHOLE) return [WHOLE];
    const grouping = (this.plan.groupings ?? []).find(({ id }) => id === by);
    if (grouping !== undefined) return grouping.groups.map(({ id }) => id);
    return this.plan.units.filter(({ level }) => level === by).map(({ id }) => id);
  }
  district(unit) {
    return this.group('district', unit);
  }
  /** Where officials may go when nobody says it. */
  defaultScope() {
    if (this.plan.mobility?.within !== undefined) return this.plan.mobility.within;
    if (this.plan.units.some(({ level }) => level === 'district')) return 'district';
    const first = this.plan.quotas[0]?.group_level;
    return first !== undefined && this.groupIds(first).length > 1 ? first : WHOLE;
  }

  /** Steps between the districts of two units on the tile map; 0 where one has none. */
  distance(a, b) {
    const [one, other] = [this.district(a), this.district(b)];
    const [from, to] = [this.units.get(one)?.tile, this.units.get(other)?.tile];
    if (one === other || !from || !to) return 0;
    return Math.abs(from[0] - to[0]) + Math.abs(from[1] - to[1]);
  }

  /** Whether that pool, of titles or of titles with a unit, holds the post. */
  isInPool(pool, post) {
    const { title, unit } = this.posts.get(post);
    return (pool ?? []).some((item) => (typeof item === 'string' ? item === title :
      item.title === title && (item.unit === undefined || this.above(unit).includes(item.unit))));
  }

  #isHome(named, unit) {
    if (this.above(unit).includes(named)) return true;
    const { level } = this.plan.locality;
    if (level === 'commune') return false;
    const group = this.group(level, named);
    return group !== undefined && group === this.group(level, unit);
  }
  /** true local, false not, null unknown */
  local(cadre, unit) {
    const { basis, residence_years: years = 20 } = this.plan.locality;
    if (basis === 'residence') {
      if (cadre.residence === undefined) return null;
      return cadre.residence.some((one) => one.years >= years && this.#isHome(one.unit, unit));
    }
    const named = cadre[basis];
    return named === undefined ? null : this.#isHome(named, unit);
  }

  /** Whether the cadre in that post counts for the quota on that day. */
  counts(quota, cadreId, post, date) {
    const cadre = this.cadres.get(cadreId);
    switch (quota.counts) {
      case 'non_local': return this.local(cadre, this.unitOf(post)) === false;
      case 'female': return cadre.gender === 'female';
      case 'under_age': return cadre.birth !== undefined &&
        Math.floor(monthsBetween(cadre.birth, date) / 12) < quota.age;
      default: throw new Error(`nobody knows how ${quota.counts} counts`);
    }
  }

  /** The seats of a cell whose holders count. */
  attained({ quota, seats }, holder, date) {
    return seats.filter((post) => holder.has(post) && this.counts(quota, holder.get(post), post, date)).length;
  }

  /** Every cell of every quota that has seats: `{ quota, group, seats, needed }`. */
  cells() {
    const out = [];
    for (const quota of this.plan.quotas) {
      const seatsOf = new Map(this.groupIds(quota.group_level).map((group) => [group, []]));
      for (const { id, unit, title } of this.plan.posts) {
        if (!quota.titles.includes(title)) continue;
        for (const group of this.groups(quota.group_level, unit)) seatsOf.get(group).push(id);
      }
      for (const [group, seats] of seatsOf) {
        if (seats.length === 0) continue;
        const target = tenThousandths(quota.overrides?.[group] ?? quota.target);
        out.push({ quota, group, seats, needed: Math.ceil(target * seats.length / 10000) });
      }
    }
    return out;
  }
}
