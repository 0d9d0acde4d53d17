// Solves a reference model phase by phase with HiGHS, presolve off and gaps zero.

import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { OBJECTIVES, Programme } from './programme.mjs';

const run = promisify(execFile);

/** @returns {Promise<{shortfall: number, vacant: number, moves: number, cost: number} | null>} null: no plan */
export async function solve(model, highs) {
  if (model.infeasible) return null;
  const programme = new Programme(model);
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'planner-reference-'));
  try {
    const options = path.join(folder, 'options');
    await fs.writeFile(options, 'presolve = off\nmip_rel_gap = 0\nmip_abs_gap = 0\nthreads = 1\n');
    const fixed = [];
    for (let phase = 0; phase < OBJECTIVES.length; phase += 1) {
      const weights = OBJECTIVES.map((_, i) => (i === phase ? 1 : 0));
      const file = path.join(folder, 'model.lp');
      const out = path.join(folder, 'solution');
      await fs.writeFile(file, programme.lp(weights, fixed));
      // In its own folder, because it writes a log where it is called.
      await run(highs, [file, '--options_file', options, '--solution_file', out],
        { cwd: folder, maxBuffer: Infinity });
      const text = await fs.readFile(out, 'utf8');
      if (/Infeasible/i.test(text.split('\n').slice(0, 3).join(' '))) return null;
      const objective = /^Objective (\S+)/m.exec(text);
      if (objective === null || !/Model status\s*\n?\s*Optimal/i.test(text)) {
        throw new Error(`the reference solver says:\n${text.slice(0, 400)}`);
      }
      fixed.push({ weights, most: Math.round(Number(objective[1])) + programme.constant(weights) });
    }
    return Object.fromEntries(OBJECTIVES.map((name, i) => [name, fixed[i].most]));
  } finally {
    await fs.rm(folder, { recursive: true });
  }
}
