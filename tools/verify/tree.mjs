// The proof that no choice of one part is better than a bound: a tree whose branchings leave nothing out,
// with a Lagrangian bound in whole numbers at each leaf.
//
// For any multipliers of rows (a positive one counts the least that its row may be, a negative one the
// most), whatever keeps rows and bounds is worth at least
//     sum over rows of multiplier × least or most  +  sum over variables of reduced cost × lower or upper,
// the reduced cost of a variable being its cost less the multipliers of its rows. Multipliers are whole
// numbers; costs are multiplied by the `scale` of the leaf to go with them. With the scale 0 a sum above 0
// says that nothing keeps all rows.
//
// A node that branches may carry multipliers, too: a variable whose reduced cost alone lifts the bound
// over what is to be proven stays at its bound in all below.

import { refuse } from './answer.mjs';

const WHOLE_NUMBER = /^(0|-?[1-9][0-9]{0,59})$/;

export function readWhole(text, what) {
  if (typeof text !== 'string' || !WHOLE_NUMBER.test(text)) refuse(`${what} is not a whole number in quotes`);
  return BigInt(text);
}

const gcd = (a, b) => { // of numbers that are not negative
  while (b > 0n) [a, b] = [b, a % b];
  return a;
};
const abs = (value) => (value < 0n ? -value : value);

/** A part of a programme with one cost for each variable. */
export class Tree {
  #trail = [];

  /**
   * @param part `variables` as `{ name, lower, upper }`, `rows` as `{ name, terms, least, most }` with places
   * among these variables
   * @param costs by variable
   * @param least what is to be proven: the sum of costs is at least so much; null: nothing keeps all rows
   */
  constructor({ variables, rows }, costs, least) {
    this.rows = new Map(rows.map((row) => [row.name, row]));
    this.places = new Map(variables.map(({ name }, i) => [name, i]));
    this.lower = variables.map(({ lower }) => lower);
    this.upper = variables.map(({ upper }) => upper);
    this.costs = costs;
    // Sums are multiples of what all costs are multiples of: whatever is above the last one below `least` will do.
    const unit = costs.reduce((all, cost, i) => (this.upper[i] > 0 ? gcd(all, abs(cost)) : all), 0n);
    this.beaten = least === null ? null : unit === 0n ? least - 1n : lastBelow(least, unit);
  }

  /** @param nodes each node before its children, the lower child's first */
  check(nodes) {
    if (!Array.isArray(nodes)) refuse('a tree is not a list of nodes');
    const open = [{ trail: 0 }];
    for (const [i, node] of nodes.entries()) {
      const at = open.pop();
      if (at === undefined) refuse(`node ${i} hangs nowhere`);
      if (node === null || typeof node !== 'object') refuse(`node ${i} is none`);
      this.#back(at.trail);
      if (at.place !== undefined) this.#set(at.place, Math.max(this.lower[at.place], at.from), Math.min(this.upper[at.place], at.to));
      const isNothing = at.place !== undefined && this.lower[at.place] > this.upper[at.place];
      if (node.split === undefined) {
        if (!isNothing && !this.#isProven(node, i)) refuse(`node ${i} does not prove its bound`);
        continue;
      }
      if (node.rows !== undefined && !isNothing) this.#fix(node, i);
      const place = this.places.get(node.split);
      if (place === undefined) refuse(`node ${i} branches on "${node.split}", which there is not`);
      if (!Number.isSafeInteger(node.at)) refuse(`node ${i} branches at no whole number`);
      const trail = this.#trail.length;
      open.push({ trail, place, from: node.at + 1, to: Infinity }, { trail, place, from: -Infinity, to: node.at });
    }
    if (open.length > 0) refuse(`${open.length} branches of a tree are missing`);
  }

  #set(place, lower, upper) {
    this.#trail.push([place, this.lower[place], this.upper[place]]);
    this.lower[place] = lower;
    this.upper[place] = upper;
  }
  #back(length) {
    while (this.#trail.length > length) {
      const [place, lower, upper] = this.#trail.pop();
      this.lower[place] = lower;
      this.upper[place] = upper;
    }
  }

  /** The bound of a node's multipliers, times the scale, with what it has to be above. */
  #boundOf(node, i) {
    const scale = readWhole(node.scale, `the scale of node ${i}`);
    if (scale < 0n) refuse(`the scale of node ${i} is negative`);
    if (node.rows === null || typeof node.rows !== 'object') refuse(`node ${i} has no rows`);
    const reduced = this.costs.map((cost) => cost * scale);
    let bound = 0n;
    for (const [name, text] of Object.entries(node.rows)) {
      const row = this.rows.get(name);
      if (row === undefined) refuse(`node ${i} names "${name}", which there is not`);
      const multiplier = readWhole(text, `what node ${i} says of ${name}`);
      if (multiplier === 0n) continue;
      const side = multiplier > 0n ? row.least : row.most;
      if (side === undefined) refuse(`node ${i} has the wrong sign at ${name}`);
      bound += multiplier * BigInt(side);
      for (const [number, place] of row.terms) reduced[place] -= multiplier * BigInt(number);
    }
    reduced.forEach((cost, j) => { if (cost !== 0n) bound += cost * BigInt(cost > 0n ? this.lower[j] : this.upper[j]); });
    if (scale !== 0n && this.beaten === null) refuse(`node ${i} has a scale where nothing is possible`);
    return { bound, reduced, beaten: scale * (this.beaten ?? 0n) };
  }

  #isProven(node, i) {
    const { bound, beaten } = this.#boundOf(node, i);
    return bound > beaten;
  }

  #fix(node, i) {
    const { bound, reduced, beaten } = this.#boundOf(node, i);
    reduced.forEach((cost, j) => {
      if (this.lower[j] >= this.upper[j] || bound + abs(cost) <= beaten) return;
      if (cost > 0n) this.#set(j, this.lower[j], this.lower[j]);
      else if (cost < 0n) this.#set(j, this.upper[j], this.upper[j]);
    });
  }
}

/** The last multiple of `unit` below `least`. */
function lastBelow(least, unit) {
  const rest = ((least % unit) + unit) % unit;
  return rest === 0n ? least - unit : least - rest;
}
