// Relatives in one unit, as rows of a programme. For two relatives and a unit, each either comes into
// it (X, the sum of the arcs of one of them into its posts), sits there in a post that changes hands or
// not, or has no matter with it. "Unit" is the unit itself, without those under it; all its posts count.
//
// Rows are called "pair:A+B@UNIT"; with "/POST" behind it where one of them sits in that post, and with
// ">CADRE" where that one comes to where the other stays.

function push(map, key, value) {
  if (!map.has(key)) map.set(key, []);
  map.get(key).push(value);
}

class Rows {
  /** `{ name, terms, most }` */
  rows = [];

  constructor(model, { arcs, y, isHard, addCost }) {
    this.y = y;
    this.isHard = isHard;
    this.addCost = addCost;
    this.into = new Map(); // by cadre and unit: arcs
    this.seats = new Map(); // by cadre and unit: posts
    this.units = new Map(); // by cadre
    const note = (map, cadre, post, value) => {
      const unit = model.places.unitOf(post);
      push(map, `${cadre} ${unit}`, value);
      push(this.units, cadre, unit);
    };
    model.arcs.forEach(({ cadre, to, fixed }, i) => note(this.into, cadre, to, { term: [1, arcs[i]], fixed, to }));
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
    const name = `pair:${a}+${b}@${unit}`;
    if (this.isHard) this.#forbid(name, one, other);
    else this.#charge(name, one, other);
  }

  #sideOf(cadre, unit) {
    const arcs = this.into.get(`${cadre} ${unit}`) ?? [];
    const seats = this.seats.get(`${cadre} ${unit}`) ?? [];
    return {
      cadre,
      terms: arcs.map(({ term }) => term),
      post: arcs[0]?.to,
      isFixedInto: arcs.some(({ fixed }) => fixed),
      stays: seats.some((post) => !this.y.has(post)),
      changing: seats.filter((post) => this.y.has(post)),
    };
  }

  #comesTo(name, { terms, cadre }, relief) {
    if (terms.length > 0) this.rows.push({ name: `${name}>${cadre}`, terms: [...terms, ...relief], most: 0 });
  }

  /** What pins and facts break with those who stay is not the proposal's; bringing somebody to them is. */
  #forbid(name, one, other) {
    if (one.isFixedInto && other.isFixedInto) return;
    for (const [mine, theirs] of [[one, other], [other, one]]) {
      if ((theirs.stays || theirs.isFixedInto) && !mine.isFixedInto) this.#comesTo(name, mine, []);
    }
    if (one.isFixedInto || other.isFixedInto) return;
    this.#together(name, one, other, []);
  }

  /** One cost for the pair in the unit. */
  #charge(name, one, other) {
    const relief = [[-1, this.addCost(name, one.post ?? other.post)]];
    for (const [mine, theirs] of [[one, other], [other, one]]) {
      if (theirs.stays) this.#comesTo(name, mine, relief);
    }
    this.#together(name, one, other, relief);
  }

  #together(name, one, other, relief) {
    const terms = [...one.terms, ...other.terms, ...relief];
    const changing = [...one.changing, ...other.changing];
    // X + X' + (1 - y) <= 1 where one of them sits there already.
    for (const post of changing) {
      this.rows.push({ name: `${name}/${post}`, terms: [...terms, [-1, this.y.get(post)]], most: 0 });
    }
    if (changing.length === 0 && one.terms.length > 0 && other.terms.length > 0) this.rows.push({ name, terms, most: 1 });
  }
}

/**
 * @param known `arcs`: variables by place in the model's arcs; `y`: by post of those that may change hands;
 * `addCost`: makes the variable of a pair that comes together where that only costs
 */
export function kinshipRows(model, known) {
  return new Rows(model, known).rows;
}
