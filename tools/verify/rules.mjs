// The rules about a single move: the official, the post left, the destination, the date and the
// views. Rules that depend on other moves or holders (relatives, continuity) are rows of
// programme.mjs, and findings of findings.mjs.

import { monthsBetween } from './calendar.mjs';
import { isForced } from './simulation.mjs';

const HEAD_MONTHS = { reprimand: 24, warning: 36, dismissal: 60, expulsion: Infinity };
const GRADES = ['not_completed', 'completed', 'good', 'excellent'];
const FORCED_MONTHS = 12; // default of after_forced_departure

/** By id of the rule: whether the move breaks it. `known` is what RulesOfMoves knows. */
const BREAKS = {
  months_in_post({ months }, { cadre }, { before, date }) {
    const since = before.since.get(cadre.id);
    return before.from(cadre.id) !== undefined && since !== undefined && monthsBetween(since, date) < months;
  },
  service_left({ months }, { cadre, to, takes }, { places, date }) {
    return takes && cadre.service_ends !== undefined && monthsBetween(date, cadre.service_ends) < months &&
      places.local(cadre, places.unitOf(to)) === false;
  },
  service_left_rotation({ months }, { cadre, type }, { date }) {
    return type === 'rotation' && cadre.service_ends !== undefined && monthsBetween(date, cadre.service_ends) < months;
  },
  head_terms({ terms }, { cadre, to }, { places, before }) {
    const from = before.from(cadre.id);
    return to !== null && from !== undefined && places.isHead(to) &&
      places.unitOf(from) === places.unitOf(to) && before.terms.get(cadre.id) >= terms;
  },
  discipline({ months }, { cadre, to, takes }, known) {
    return takes && (cadre.discipline ?? []).some(({ kind, on }) => {
      if (on > known.date) return false;
      const passed = monthsBetween(on, known.date);
      return passed < months || (passed < HEAD_MONTHS[kind] && isHigher(cadre, to, known));
    });
  },
  in_pool(_, { cadre, to, takes }, { places }) {
    return takes && !places.isInPool(cadre.pool, to);
  },
  grade({ at_least: least }, { cadre, takes }) {
    const last = (cadre.grades ?? []).reduce((best, one) =>
      (best === null || one.period >= best.period ? one : best), null);
    return takes && last !== null && GRADES.indexOf(last.grade) < GRADES.indexOf(least);
  },
  consent(_, { cadre, to }, { register }) {
    return register.listOf(cadre.id, to).includes('disagree');
  },
  after_forced_departure({ months = FORCED_MONTHS }, { cadre, to, takes }, { places, before, date }) {
    if (!takes || !places.isHead(to)) return false;
    return (before.departures.get(cadre.id) ?? []).some((day) => day <= date && monthsBetween(day, date) < months);
  },
};

/** Rules that programme.mjs and findings.mjs know. */
const OF_SEVERAL_MOVES = ['relatives', 'continuity'];

/** A head post for who holds none, or one of a unit that stands above all that is held. */
function isHigher({ id }, to, { places, before }) {
  if (!places.isHead(to)) return false;
  const held = before.held.get(id);
  if (!held.some((post) => places.isHead(post))) return true;
  const unit = places.unitOf(to);
  return held.every((post) => places.unitOf(post) !== unit && places.above(places.unitOf(post)).includes(unit));
}

export class RulesOfMoves {
  /** `known`: `{ places, before, date, register }`; `before` is the seating just before the round. */
  constructor(rules, known) {
    this.known = known;
    for (const { id } of rules) {
      const isKnown = id in BREAKS || OF_SEVERAL_MOVES.includes(id);
      if (!isKnown) throw new Error(`the reference does not know the rule ${id}`);
    }
    this.rules = rules.filter(({ id }) => id in BREAKS);
  }

  /** The rules that the move breaks. */
  broken({ cadre: id, to, type }) {
    if (isForced({ type })) return []; // a fact has no eligibility conditions
    const { places, before } = this.known;
    const move = { cadre: places.cadres.get(id), to, type,
      takes: to !== null && before.holder.get(to) !== id };
    return this.rules.filter((rule) => BREAKS[rule.id](rule, move, this.known));
  }
}
