// The sample plans, read from the repository and not through the page.

import fs from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../../assets/samples/', import.meta.url));

/** @param {string} beginning of the file's name */
export function samplePath(beginning) {
  const name = fs.readdirSync(FOLDER).find((entry) => entry.startsWith(beginning));
  if (!name) throw new Error(`no sample ${beginning}…`);
  return FOLDER + name;
}

export const sampleText = (beginning) => fs.readFileSync(samplePath(beginning), 'utf8');

/** Facts about a plan, computed independently of the planner. */
export class PlanFacts {
  /** @param {string} text of plan.json */
  constructor(text) {
    this.plan = JSON.parse(text);
    this.units = new Map(this.plan.units.map((unit) => [unit.id, unit]));
    this.posts = new Map(this.plan.posts.map((post) => [post.id, post]));
    const count = new Map();
    for (const { name } of this.plan.cadres) count.set(name, (count.get(name) ?? 0) + 1);
    /** Officials with a unique name. */
    this.byName = new Map(this.plan.cadres.filter(({ name }) => count.get(name) === 1)
      .map((cadre) => [cadre.name, cadre]));
  }

  /** The district that a post is in. */
  districtOf(post) {
    return this.units.get(this.units.get(this.posts.get(post).unit).parent).name;
  }

  /** 1 when the official would count as non-local in the post. */
  countsIn(name, post) {
    return this.byName.get(name).native_place === this.posts.get(post).unit ? 0 : 1;
  }
}
