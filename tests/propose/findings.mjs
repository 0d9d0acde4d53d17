// The rules broken by a simulated round, determined from the seating after it. Independent of rows
// and arcs: the model of a proposal has to agree with it.

/** @typedef {{ rule: string, severity: string, move: number, waived: boolean, unit?: string }} Finding */

const waives = ({ waivers = [] }, id) => waivers.some(({ rule }) => rule === id);

/** Relatives of the official who sit in the unit of the destination, elsewhere than in it. */
function relativesThere(places, kin, { cadre, to }, after) {
  if (to === null) return [];
  return places.postsIn(places.unitOf(to)).filter((post) => post !== to)
    .map((post) => after.holder.get(post))
    .filter((holder) => holder !== undefined && holder !== cadre && kin.has(`${cadre} ${holder}`));
}

/** By unit: its head posts that have another holder, or another vacancy, than before. */
export function changedHeads(places, before, after) {
  const out = new Map();
  for (const { id, unit } of places.plan.posts) {
    if (!places.isHead(id) || before.holder.get(id) === after.holder.get(id)) continue;
    if (!out.has(unit)) out.set(unit, []);
    out.get(unit).push(id);
  }
  return out;
}

export class Judge {
  constructor(model) {
    this.model = model;
    this.kin = new Set(model.relatives.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
  }

  /** @returns {Finding[]} of the moves that happened */
  findings(moves, why, after) {
    const { model } = this;
    const { places, before } = model;
    const out = [];
    const add = (rule, move, unit) => out.push({ rule: rule.id, severity: rule.severity, move,
      waived: waives(moves[move], rule.id), unit });
    moves.forEach((move, i) => {
      if (why[i] !== undefined) return;
      for (const rule of model.moveRules.broken(move)) add(rule, i);
      const relatives = model.rules.get('relatives');
      if (relatives !== undefined && relativesThere(places, this.kin, move, after).length > 0) add(relatives, i);
    });
    const continuity = model.rules.get('continuity');
    if (continuity === undefined) return out;
    for (const [unit, changed] of changedHeads(places, before, after)) {
      if (changed.length < 2) continue;
      const touches = ({ cadre }) => changed.some((post) =>
        [before, after].some(({ holder }) => holder.get(post) === cadre));
      const those = moves.map((_, i) => i).filter((i) => why[i] === undefined && touches(moves[i]));
      const waived = those.filter((i) => waives(moves[i], 'continuity'));
      const last = (waived.length > 0 ? waived : those).at(-1);
      if (last !== undefined) add(continuity, last, unit);
    }
    return out;
  }

  /** Pairs of relatives in one unit of whom one was moved there or within it, each once in a unit. */
  pairsTogether(moves, why, after) {
    const { places } = this.model;
    const pairs = new Set();
    moves.forEach((move, i) => {
      if (why[i] !== undefined) return;
      for (const other of relativesThere(places, this.kin, move, after)) {
        pairs.add(`${[move.cadre, other].sort().join(' ')} ${places.unitOf(move.to)}`);
      }
    });
    return pairs.size;
  }
}
