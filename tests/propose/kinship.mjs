// Relatives in one unit, as rows of a programme. For two relatives and a unit, each either comes into
// it (X, the sum of the arcs of one of them into its posts), sits there in a post that changes hands or
// not, or has no matter with it. "Unit" is the unit itself, without those under it; all its posts count.

function push(map, key, value) {
  if (!map.has(key)) map.set(key, []);
  map.get(key).push(value);
}

class Rows {
  /** `terms <= most` */
  rows = [];
  /** Where the rule only costs: variables of pairs that come together. */
  costly = [];

  constructor(model, y, isHard) {
    this.y = y;
    this.isHard = isHard;
    this.into = new Map(); // by cadre and unit: arcs
    this.seats = new Map(); // by cadre and unit: posts
    this.units = new Map(); // by cadre
    const note = (map, cadre, post, value) => {
      const unit = model.places.unitOf(post);
      push(map, `${cadre} ${unit}`, value);
      push(this.units, cadre, unit);
    };
    model.arcs.forEach(({ cadre, to, fixed }, i) => note(this.into, cadre, to, { term: [1, `x${i}`], fixed }));
    for (const [post, holder] of model.holder) note(this.seats, holder, post, post);
    for (const [a, b] of model.relatives) {
      const shared = new Set(this.units.get(a) ?? []);
      for (const unit of new Set(this.units.get(b) ?? [])) if (shared.has(unit)) this.#add(a, b, unit);
    }
  }

  #add(a, b, unit) {
    const one = this.#sideOf(a, unit);
    const other = this.#sideOf(b, unit);
    if (one.terms.length + other.terms.length === 0) return;
    if (this.isHard) this.#forbid(one, other);
    else this.#charge(one, other);
  }

  #sideOf(cadre, unit) {
    const arcs = this.into.get(`${cadre} ${unit}`) ?? [];
    const seats = this.seats.get(`${cadre} ${unit}`) ?? [];
    return {
      terms: arcs.map(({ term }) => term),
      isFixedInto: arcs.some(({ fixed }) => fixed),
      stays: seats.some((post) => !this.y.has(post)),
      changing: seats.filter((post) => this.y.has(post)).map((post) => this.y.get(post)),
    };
  }

  /** What pins and facts break with those who stay is not the proposal's; bringing somebody to them is. */
  #forbid(one, other) {
    if (one.isFixedInto && other.isFixedInto) return;
    for (const [mine, theirs] of [[one, other], [other, one]]) {
      const isBarred = theirs.stays || theirs.isFixedInto;
      if (isBarred && !mine.isFixedInto && mine.terms.length > 0) this.rows.push({ terms: mine.terms, most: 0 });
    }
    if (one.isFixedInto || other.isFixedInto) return;
    this.#together(one, other, []);
  }

  /** One cost for the pair in the unit. */
  #charge(one, other) {
    const name = `z${this.costly.length}`;
    const relief = [[-1, name]];
    this.costly.push(name);
    for (const [mine, theirs] of [[one, other], [other, one]]) {
      if (theirs.stays && mine.terms.length > 0) this.rows.push({ terms: [...mine.terms, ...relief], most: 0 });
    }
    this.#together(one, other, relief);
  }

  #together(one, other, relief) {
    const terms = [...one.terms, ...other.terms, ...relief];
    const changing = [...one.changing, ...other.changing];
    // X + X' + (1 - y) <= 1 where one of them sits there already.
    for (const y of changing) this.rows.push({ terms: [...terms, [-1, y]], most: 0 });
    if (changing.length === 0 && one.terms.length > 0 && other.terms.length > 0) this.rows.push({ terms, most: 1 });
  }
}

/** @param y variables by post of those that may change hands */
export function kinshipRows(model, y, isHard) {
  return new Rows(model, y, isHard);
}
