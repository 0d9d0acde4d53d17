// The best proposal of a tiny plan by enumeration: every choice of the officials that may move is
// simulated, and counts if the round has no hard finding caused by the proposal (outcome.mjs). This
// checks that the programme of programme.mjs implements the two laws of a proposal, sound and
// complete.
//
// What it takes from the model's words is the frame: who is asked (officials with one post or none who
// are bound by no pin, fact or kept move), where they may go (unlocked posts asked for, of the group of
// their home, of a title in their pool), that no filled post falls vacant but by a fact, and the caps.

import { Outcomes } from './outcome.mjs';
import { objectivesOf } from '../../tools/verify/programme.mjs';

export class TooMany extends Error {}

/** -1, 0, 1: the first of these objectives that differs decides. */
export function compareObjectives(a, b, names) {
  for (const name of names) if (a[name] !== b[name]) return a[name] < b[name] ? -1 : 1;
  return 0;
}

class Enumeration {
  constructor(model, most) {
    this.model = model;
    this.most = most;
    this.names = objectivesOf(model);
    this.outcomes = new Outcomes(model);
    this.best = null;
    this.tried = 0;
    this.choices = this.#choices();
  }

  /** Who may move, each with every destination; null is leaving for no post. */
  #choices() {
    const { model } = this;
    const { before, places, plan } = model;
    const out = [];
    for (const { id: cadre, pool } of plan.cadres) {
      const held = before.held.get(cadre);
      if (before.gone.has(cadre) || model.bound.has(cadre) || held.length > 1) continue;
      if (held.some((post) => places.isLocked(post) || !model.isAsked(post))) continue;
      const home = model.homeGroup(cadre);
      const isNear = ({ unit }) => home !== undefined && places.group(model.within, unit) === home;
      const isFree = ({ id }) => id !== held[0] && model.isAsked(id) && !places.isLocked(id);
      const to = plan.posts.filter((post) => isFree(post) && isNear(post) && places.isInPool(pool, post.id))
        .map(({ id }) => id);
      if (held.length > 0) to.push(null);
      if (to.length > 0) out.push({ cadre, to });
    }
    return out;
  }

  run() {
    const isOdd = ({ cadre, to, keep = [] }) => {
      const held = this.model.before.held.get(cadre);
      return held.length > 1 || keep.length > 0 || held.includes(to) || (held.length === 0 && to === null);
    };
    if (!this.model.pins.some(isOdd)) this.#choose(0, [], new Set());
    return this.best;
  }

  #choose(at, chosen, taken) {
    if (at === this.choices.length) {
      this.#try([...chosen]);
      return;
    }
    const { cadre, to } = this.choices[at];
    this.#choose(at + 1, chosen, taken);
    for (const post of to) {
      if (post !== null && taken.has(post)) continue;
      chosen.push(this.model.moveOf(cadre, post));
      if (post !== null) taken.add(post);
      this.#choose(at + 1, chosen, taken);
      taken.delete(post);
      chosen.pop();
    }
  }

  #try(chosen) {
    this.tried += 1;
    if (this.tried > this.most) throw new TooMany(`more than ${this.most} choices`);
    const outcome = this.outcomes.of(chosen);
    if (this.outcomes.faults(outcome, true).length > 0) return;
    const objective = this.outcomes.objective(outcome);
    if (this.best !== null && compareObjectives(objective, this.best.objective, this.names) >= 0) return;
    this.best = { objective, chosen };
  }
}

/**
 * The first of the best choices, with its objectives by name; null: no plan.
 * @param most choices that are tried at most; more throw TooMany
 */
export function bestChoice(model, most = 200000) {
  const best = new Enumeration(model, most).run();
  if (best === null) return null;
  const { objective, chosen } = best;
  return { chosen, objective: Object.fromEntries(objectivesOf(model).map((name) => [name, objective[name]])) };
}
/** Its objectives alone. */
export function enumerateBest(model, most) {
  return bestChoice(model, most)?.objective ?? null;
}
