// What was said in a round's consultation: its register `consultations`, and the consents of moves
// in version 1, each treated as an entry about its official and destination. Consents come before
// the entries of the register.
//
// origin is about leaving at all: the last entry of the official that has a view of it counts, whatever
// its destination. cadre and destination are about one destination: the last entry with just that one.

export const SIDES = ['cadre', 'origin', 'destination'];

const isView = (view) => view !== undefined && view !== null && view !== 'unasked';

export class Register {
  #origin = new Map();
  #about = new Map();

  constructor({ moves, consultations = [] }) {
    const consents = moves.filter(({ consent }) => consent !== undefined)
      .map(({ cadre, to, consent }) => ({ cadre, to, views: consent }));
    for (const { cadre, to = null, views = {} } of [...consents, ...consultations]) {
      if (isView(views.origin)) this.#origin.set(cadre, views.origin);
      const key = `${cadre} ${to}`;
      const known = this.#about.get(key) ?? {};
      for (const side of ['cadre', 'destination']) if (isView(views[side])) known[side] = views[side];
      this.#about.set(key, known);
    }
  }

  /** The views of the three sides of that move; "unasked" where nobody knows one. */
  of(cadre, to) {
    const { cadre: own = 'unasked', destination = 'unasked' } = this.#about.get(`${cadre} ${to}`) ?? {};
    return { cadre: own, origin: this.#origin.get(cadre) ?? 'unasked', destination };
  }
  /** All that is known, in one order: two rounds that say the same give the same. */
  said() {
    const about = [...this.#about].filter(([, known]) => Object.keys(known).length > 0);
    return [...this.#origin, ...about].map(([key, value]) => `${key} ${JSON.stringify(value, SIDES)}`).sort();
  }
  /** The same as a list. */
  listOf(cadre, to) {
    const views = this.of(cadre, to);
    return SIDES.map((side) => views[side]);
  }
}
