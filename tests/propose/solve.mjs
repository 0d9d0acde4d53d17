// Solves a reference model phase by phase with HiGHS, presolve off and gaps zero.

import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { constantOf, lpOf } from './lp_format.mjs';
import { Programme } from '../../tools/verify/programme.mjs';

const run = promisify(execFile);

/** The weights of the objectives of these names alone, one after another. */
const phasesOf = (programme, names = programme.names) =>
  names.map((wanted) => programme.names.map((name) => (name === wanted ? 1 : 0)));

/**
 * The least of each weighted sum of the objectives, strictly in their order.
 * @param limits sums that may be so much at most: `{ weights, most }`
 * @returns {Promise<number[] | null>} null: no plan
 */
export async function leastOf(programme, highs, phases, limits = []) {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'planner-reference-'));
  try {
    const options = path.join(folder, 'options');
    await fs.writeFile(options, 'presolve = off\nmip_rel_gap = 0\nmip_abs_gap = 0\nthreads = 1\n');
    const found = [];
    for (const weights of phases) {
      const file = path.join(folder, 'model.lp');
      const out = path.join(folder, 'solution');
      await fs.writeFile(file, lpOf(programme, weights, [...limits, ...found]));
      // In its own folder, because it writes a log where it is called.
      await run(highs, [file, '--options_file', options, '--solution_file', out],
        { cwd: folder, maxBuffer: Infinity });
      const text = await fs.readFile(out, 'utf8');
      if (/Infeasible/i.test(text.split('\n').slice(0, 3).join(' '))) return null;
      const objective = /^Objective (\S+)/m.exec(text);
      if (objective === null || !/Model status\s*\n?\s*Optimal/i.test(text)) {
        throw new Error(`the reference solver says:\n${text.slice(0, 400)}`);
      }
      found.push({ weights, most: Math.round(Number(objective[1])) + constantOf(programme, weights) });
    }
    return found.map(({ most }) => most);
  } finally {
    await fs.rm(folder, { recursive: true });
  }
}

const named = (programme, values) => values && Object.fromEntries(programme.names.map((name, i) => [name, values[i]]));

/** @returns {Promise<Record<string, number> | null>} by name of an objective; null: no plan */
export async function solve(model, highs) {
  if (model.infeasible) return null;
  const programme = new Programme(model);
  return named(programme, await leastOf(programme, highs, phasesOf(programme)));
}

/**
 * With at most `most` posts changing hands: the best proposal, and the least shortfall with the least
 * cost after it; nulls where pinned moves need more.
 */
export async function solveWithAtMost(model, highs, most) {
  if (model.infeasible) return { proposal: null, cheapest: null };
  const programme = new Programme(model);
  const [weights] = phasesOf(programme, ['moves']);
  const limits = [{ weights, most }];
  const cheapest = await leastOf(programme, highs, phasesOf(programme, ['shortfall', 'cost']), limits);
  return {
    proposal: named(programme, await leastOf(programme, highs, phasesOf(programme), limits)),
    cheapest: cheapest && { shortfall: cheapest[0], cost: cheapest[1] },
  };
}
