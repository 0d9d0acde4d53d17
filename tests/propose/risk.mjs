// The certainty of a round: the exact probability that each quota cell holds, by enumerating all
// possible outcomes. The program uses convolution; its figures must agree with these.
//
// The words:
//
// 1. What is certain. Earlier rounds happen as the simulation plays them, departures at the end of
//    service too. So the seating before the round is certain. Of the round's moves only those count
//    that happen in the simulation of the whole round; those with gone, locked, moved_twice or
//    post_taken are left out from the start. Later rounds, and services that end after the round, are
//    not looked at. Pins, waivers and the status of the round change nothing.
// 2. The probability of a move is the product over its sides of risk[view of that side]; the views are
//    those of the round's register, as the rule `consent` reads them (views.mjs), and "unasked" where
//    nobody knows one. Sides: the official, always; the origin, for who holds a post before the round;
//    the destination, for a move that has one. A relief, dismissal or resignation asks nobody: 1.
// 3. Sets. Move B waits for move A when B's destination is a post that A leaves. A move of type relief,
//    dismissal or resignation is certain when it has no destination, or its destination is vacant before
//    the round, the official's own, or left by a move that is certain. Certain moves happen and belong to
//    no set; nothing is tied to them. All other moves are the vertices of a graph with an edge wherever
//    one waits for the other; a set is a connected component of it (a cycle, a chain, or several that
//    meet in an official who leaves several posts). A single move that nobody waits for and that waits
//    for nobody is a set too.
// 4. A set happens with the product of the probabilities of its moves, all of them or none; sets are
//    independent of each other, also where they meet in a unit. The moves of a set that does not happen
//    leave everybody where they were before the round: a post that one of them would have filled keeps
//    its holder or stays vacant.
// 5. People leave. Everybody who sits somewhere after the round may be gone by a date, each
//    independently of all others and of the sets, with the probability 1 - s, where
//    s = (1 - leaves_per_year) ^ (days / 365), days from the round's date to that date, 0 when it is not
//    later, and s is rounded to 12 decimals, half up. Who has left has left all posts; a post that is
//    left falls vacant and counts for nothing.
// 6. A cell is judged at its quota's `by`, with s of that date; without `by` nobody leaves (s = 1). In
//    each of the things that may happen, the seats that count are those whose holder, by the sets that
//    happen, counts for the quota and has not left. Who counts is asked at the round's date, as the
//    simulation does. The cell holds when the seats that count are `needed` at least. `probability` is
//    that of holding; `expected_shortfall` is the mean of max(0, needed - seats that count). `needed` and
//    `attained` are the simulation's after the round. The cells are those that the simulation lists;
//    without seats: probability 1, expected shortfall 0.
// 7. All cells together. An official's leaving is one moment in time: gone by one date means gone by
//    every later one. `all` is the probability that every cell of every quota holds, each at its own
//    date. For each move that is not certain, in the round's order, `probability_if_refused` is the
//    same probability given that the move's whole set does not happen, everything else as above.
// 8. Numbers. risk and its members are optional; missing ones are agree 1, unasked 0.9, concern 0.7,
//    disagree 0.1, leaves_per_year 0.02. Everything else is exact; what is printed has four decimals,
//    rounded half up, as text: "1.0000".

import { daysBetween } from '../../tools/verify/calendar.mjs';
import { TooMany } from './enumerate.mjs';
import { Places } from '../../tools/verify/places.mjs';
import { isForced, play, postsLeft, seatingBefore } from '../../tools/verify/simulation.mjs';
import { Register } from '../../tools/verify/views.mjs';

const DEFAULTS = { agree: 1, unasked: 0.9, concern: 0.7, disagree: 0.1, leaves_per_year: 0.02 };
const DAYS_OF_A_YEAR = 365;
const ONE_VIEW = 10n ** 4n;   // a probability of the plan as a whole number
const ONE_STAY = 10n ** 12n;  // s as a whole number
const MOST_WORLDS = 2 ** 22;

/** The greatest whole number whose power is not above `value`. */
function root(value, power) {
  let low = 0n;
  let high = 1n << BigInt(Math.ceil(value.toString(2).length / power) + 1);
  while (low + 1n < high) {
    const middle = (low + high) / 2n;
    if (middle ** BigInt(power) <= value) low = middle;
    else high = middle;
  }
  return low;
}

/** s of so many days, times ONE_STAY. */
export function staying(leavesPerYear, days) {
  if (days <= 0) return ONE_STAY;
  const kept = ONE_VIEW - BigInt(Math.round(leavesPerYear * Number(ONE_VIEW)));
  const scale = 10n * ONE_STAY; // one more digit for rounding
  const power = (kept ** BigInt(days) * scale ** BigInt(DAYS_OF_A_YEAR)) / ONE_VIEW ** BigInt(days);
  return (root(power, DAYS_OF_A_YEAR) + 5n) / 10n;
}

/** A probability or mean with four decimals. */
export function fourDecimals(number, one) {
  const rounded = (2n * number * ONE_VIEW + one) / (2n * one);
  const text = String(rounded % ONE_VIEW).padStart(4, '0');
  return `${rounded / ONE_VIEW}.${text}`;
}

/** The moves that are certain, then the sets of the others. */
export function setsOf(moves, before) {
  const leaver = new Map(); // by post: the move that leaves it
  for (const move of moves) for (const post of postsLeft(move, before)) leaver.set(post, move);
  const certain = new Set();
  for (let size = -1; size !== certain.size;) {
    size = certain.size;
    for (const move of moves.filter(isForced)) {
      const { cadre, to } = move;
      const holder = to === null ? undefined : before.holder.get(to);
      if (holder === undefined || holder === cadre || certain.has(leaver.get(to))) certain.add(move);
    }
  }
  const others = moves.filter((move) => !certain.has(move));
  const setOf = new Map(others.map((move) => [move, [move]]));
  for (const move of others) {
    const first = move.to === null ? undefined : leaver.get(move.to);
    if (first === undefined || !setOf.has(first) || setOf.get(first) === setOf.get(move)) continue;
    const joined = [...setOf.get(first), ...setOf.get(move)];
    for (const one of joined) setOf.set(one, joined);
  }
  return { certain: [...certain], sets: [...new Set(setOf.values())] };
}

class Risk {
  constructor(plan, scenarioId, roundId) {
    const { rounds } = plan.scenarios.find(({ id }) => id === scenarioId);
    const at = rounds.findIndex(({ id }) => id === roundId);
    this.round = rounds[at];
    this.places = new Places(plan);
    this.before = seatingBefore(this.places, rounds, at);
    this.rates = { ...DEFAULTS, ...plan.risk };
    const { why } = play(this.places, this.round, this.before);
    this.moves = this.round.moves.filter((_, i) => why[i] === undefined);
    Object.assign(this, setsOf(this.moves, this.before));
    const register = new Register(this.round);
    this.chances = this.sets.map((set) => set.reduce((product, move) => product * this.#chanceOf(move, register), 1n));
    this.ones = this.sets.map((set) => set.reduce((product) => product * ONE_VIEW ** 3n, 1n));
    this.cells = this.places.cells();
    // The dates at which cells are evaluated, earliest first; none: the day of the round.
    this.dates = [...new Set(this.cells.map(({ quota }) => this.#dayOf(quota)))].sort();
    const stays = this.dates.map((date) => staying(this.rates.leaves_per_year, daysBetween(this.round.date, date)));
    // For each date, and for never: the weight of leaving after the one before it.
    this.moments = [...stays.map((s, i) => (i === 0 ? ONE_STAY : stays[i - 1]) - s), stays.at(-1) ?? ONE_STAY];
  }

  #dayOf({ by }) {
    return by !== undefined && by > this.round.date ? by : this.round.date;
  }

  /** Times ONE_VIEW to the power of three. */
  #chanceOf(move, register) {
    if (isForced(move)) return ONE_VIEW ** 3n;
    const views = register.of(move.cadre, move.to);
    const factor = (view) => BigInt(Math.round(this.rates[view] * Number(ONE_VIEW)));
    return factor(views.cadre) * (this.before.from(move.cadre) === undefined ? ONE_VIEW : factor(views.origin)) *
      (move.to === null ? ONE_VIEW : factor(views.destination));
  }

  /**
   * Adds up over everything that may happen.
   * @param refused a set that does not happen
   */
  total(refused) {
    const sum = { all: 0n, one: 1n, holds: this.cells.map(() => 0n), lacks: this.cells.map(() => 0n) };
    const uncertain = this.sets.map((_, i) => i).filter((i) => this.sets[i] !== refused);
    for (const i of uncertain) sum.one *= this.ones[i];
    this.worlds = 0;
    const chooseSets = (at, chosen, weight) => {
      if (weight === 0n) return;
      if (at === uncertain.length) {
        this.#leave(chosen, weight, sum);
        return;
      }
      const i = uncertain[at];
      chooseSets(at + 1, [...chosen, i], weight * this.chances[i]);
      chooseSets(at + 1, chosen, weight * (this.ones[i] - this.chances[i]));
    };
    chooseSets(0, [], 1n);
    // Every official of the plan has a factor, so that all outcomes have the same denominator.
    sum.one *= ONE_STAY ** BigInt(this.places.plan.cadres.length);
    return sum;
  }

  /** Those sets happen; everybody who counts somewhere then stays or leaves at one of the moments. */
  #leave(chosen, weight, sum) {
    const happening = new Set([...this.certain, ...chosen.flatMap((i) => this.sets[i])]);
    const moves = this.moves.filter((move) => happening.has(move));
    const { after, why } = play(this.places, { date: this.round.date, moves }, this.before);
    if (why.some((one) => one !== undefined)) throw new Error('a set does not fit');
    const counted = new Map(); // by cadre: the cells in which they count, once for each seat
    const attained = this.cells.map(() => 0);
    this.cells.forEach(({ quota, seats }, i) => {
      for (const post of seats) {
        const holder = after.holder.get(post);
        if (holder === undefined || !this.places.counts(quota, holder, post, this.round.date)) continue;
        attained[i] += 1;
        if (!counted.has(holder)) counted.set(holder, []);
        counted.get(holder).push(i);
      }
    });
    const people = [...counted.values()];
    const rest = ONE_STAY ** BigInt(this.places.plan.cadres.length - people.length);
    const leave = (at, worldWeight) => {
      if (worldWeight === 0n) return;
      if (at === people.length) {
        this.#note(attained, worldWeight, sum);
        return;
      }
      this.moments.forEach((chance, moment) => {
        // Gone by that date and all later ones.
        const lost = people[at].filter((i) => this.dates.indexOf(this.#dayOf(this.cells[i].quota)) >= moment);
        for (const i of lost) attained[i] -= 1;
        leave(at + 1, worldWeight * chance);
        for (const i of lost) attained[i] += 1;
      });
    };
    leave(0, weight * rest);
  }

  #note(attained, weight, sum) {
    this.worlds += 1;
    if (this.worlds > MOST_WORLDS) throw new TooMany('too much may happen');
    let isAll = true;
    this.cells.forEach(({ needed }, i) => {
      if (attained[i] >= needed) sum.holds[i] += weight;
      else {
        isAll = false;
        sum.lacks[i] += weight * BigInt(needed - attained[i]);
      }
    });
    if (isAll) sum.all += weight;
  }

  run() {
    const { places, round, before } = this;
    const { after } = play(places, round, before);
    const { all, one, holds, lacks } = this.total();
    const cells = this.cells.map((cell, i) => ({ quota: cell.quota.id, unit: cell.group, needed: cell.needed,
      attained: places.attained(cell, after.holder, round.date),
      probability: fourDecimals(holds[i], one), expected_shortfall: fourDecimals(lacks[i], one) }));
    const moves = this.moves.filter((move) => !this.certain.includes(move)).map((move) => {
      const without = this.total(this.sets.find((set) => set.includes(move)));
      return { cadre: move.cadre, probability_if_refused: fourDecimals(without.all, without.one) };
    });
    return { cells, moves, all: fourDecimals(all, one) };
  }
}

/**
 * What `cadre-plan risk --json` has to print, without cells that have no seats, and `all`; throws
 * TooMany where too much may happen.
 */
export function riskOf(plan, scenario, round) {
  return new Risk(plan, scenario, round).run();
}
