// Who holds which post, from the roster through the rounds of a scenario: a second implementation
// of "Meaning" in the plan format, independent of the program.

/** Types of moves that an authority orders or the official asks for, out of office. */
export const FORCED = ['relief', 'dismissal', 'resignation'];
export const isForced = ({ type }) => FORCED.includes(type);

/** Who holds what at a moment. Posts of a cadre stand in the plan's order, a new one before them. */
export class Seating {
  holder = new Map();    // by post
  held = new Map();      // by cadre: posts
  since = new Map();     // by cadre: start in the present post
  terms = new Map();     // by cadre: as head in the unit of the first post
  gone = new Set();      // whose service has ended
  departures = new Map(); // by cadre: days on which an earlier round forced them out

  static ofRoster(plan) {
    const out = new Seating();
    for (const { id, in_post_since: since, terms_as_head_here: terms } of plan.cadres) {
      out.held.set(id, []);
      out.since.set(id, since);
      out.terms.set(id, terms);
    }
    for (const { id, incumbent } of plan.posts) {
      if (!incumbent) continue;
      out.holder.set(id, incumbent);
      out.held.get(incumbent).push(id);
    }
    return out;
  }

  copy() {
    const out = new Seating();
    out.holder = new Map(this.holder);
    out.held = new Map([...this.held].map(([cadre, posts]) => [cadre, [...posts]]));
    out.since = new Map(this.since);
    out.terms = new Map(this.terms);
    out.gone = new Set(this.gone);
    out.departures = new Map([...this.departures].map(([cadre, days]) => [cadre, [...days]]));
    return out;
  }

  /** The post that stands for where the cadre comes from; undefined: holds none. */
  from(cadre) {
    return this.held.get(cadre)[0];
  }
  vacate(post) {
    const cadre = this.holder.get(post);
    if (cadre === undefined) return;
    this.holder.delete(post);
    this.held.set(cadre, this.held.get(cadre).filter((id) => id !== post));
  }
  seat(cadre, post) {
    this.holder.set(post, cadre);
    this.held.get(cadre).unshift(post);
  }
  /** Those whose service has ended by that day, or who have left by then, are gone. */
  depart(plan, date) {
    for (const { id, service_ends: ends, left } of plan.cadres) {
      const end = [ends, left?.on].filter((day) => day !== undefined).sort()[0];
      if (end === undefined || end > date || this.gone.has(id)) continue;
      this.gone.add(id);
      for (const post of [...this.held.get(id)]) this.vacate(post);
    }
  }
}

/** The posts that the move takes its official from. */
export function postsLeft(move, before) {
  return before.held.get(move.cadre).filter((post) => !(move.keep ?? []).includes(post));
}

/**
 * For each move why it can not even be tried: gone, locked, moved_twice; undefined where it can.
 * @param places Places of the plan
 */
export function blocks(places, moves, before) {
  const movers = new Set();
  return moves.map((move) => {
    const { cadre, to } = move;
    if (before.gone.has(cadre)) return 'gone';
    const isThere = to !== null && before.holder.get(to) === cadre;
    const left = postsLeft(move, before).filter((post) => post !== to);
    if (left.some((post) => places.isLocked(post)) || (to !== null && !isThere && places.isLocked(to))) return 'locked';
    if (movers.has(cadre)) return 'moved_twice';
    movers.add(cadre);
    return undefined;
  });
}

/** Marks moves that would give a post two holders, the latest first, until all others fit. */
function markTaken(moves, why, before) {
  for (;;) {
    const holders = new Map([...before.holder.keys()].map((post) => [post, 1]));
    const add = (post, number) => holders.set(post, (holders.get(post) ?? 0) + number);
    moves.forEach((move, i) => {
      if (why[i] !== undefined) return;
      const left = postsLeft(move, before);
      for (const post of left) add(post, -1);
      if (move.to === null) return;
      const stays = before.holder.get(move.to) === move.cadre && !left.includes(move.to);
      if (!stays) add(move.to, 1);
    });
    const last = moves.findLastIndex(({ to }, i) => why[i] === undefined && to !== null && holders.get(to) > 1);
    if (last < 0) return;
    why[last] = 'post_taken';
  }
}

/**
 * The moves all at once.
 * @returns {{after: Seating, why: (string | undefined)[]}} `why` by move: what kept it from happening
 */
export function play(places, { date, moves }, before) {
  const why = blocks(places, moves, before);
  markTaken(moves, why, before);
  const after = before.copy();
  const happened = moves.filter((_, i) => why[i] === undefined);
  for (const move of happened) for (const post of postsLeft(move, before)) after.vacate(post);
  for (const move of happened) {
    const { cadre, to } = move;
    if (to !== null) {
      if (after.holder.get(to) !== cadre) after.seat(cadre, to);
      if (before.holder.get(to) !== cadre) after.since.set(cadre, date);
      const from = before.from(cadre);
      if (from === undefined || places.unitOf(from) !== places.unitOf(to)) after.terms.set(cadre, 0);
    }
    if (isForced(move)) after.departures.set(cadre, [...(after.departures.get(cadre) ?? []), date]);
  }
  return { after, why };
}

/** The seating just before a round: the earlier rounds played, departures done. */
export function seatingBefore(places, rounds, at) {
  const { plan } = places;
  let seating = Seating.ofRoster(plan);
  seating.depart(plan, plan.as_of);
  for (const round of rounds.slice(0, at)) {
    seating.depart(plan, round.date);
    seating = play(places, round, seating).after;
  }
  seating.depart(plan, rounds[at].date);
  return seating;
}
