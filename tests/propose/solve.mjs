// Solves a reference model phase by phase with HiGHS, presolve off and gaps zero.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** @returns {{shortfall: number, vacant: number, moves: number, cost: number} | null} null: no plan */
export function solve(model, highs) {
  if (model.infeasible) return null;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'planner-reference-'));
  try {
    const options = path.join(folder, 'options');
    fs.writeFileSync(options, 'presolve = off\nmip_rel_gap = 0\nmip_abs_gap = 0\nthreads = 1\n');
    const values = [];
    for (let phase = 0; phase < 4; phase += 1) {
      const file = path.join(folder, 'model.lp');
      const out = path.join(folder, 'solution');
      fs.writeFileSync(file, model.lp(phase, values));
      // In its own folder, because it writes a log where it is called.
      execFileSync(highs, [file, '--options_file', options, '--solution_file', out],
        { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
      const text = fs.readFileSync(out, 'utf8');
      if (/Infeasible/i.test(text.split('\n').slice(0, 3).join(' '))) return null;
      const objective = /^Objective (\S+)/m.exec(text);
      if (objective === null || !/Model status\s*\n?\s*Optimal/i.test(text)) {
        throw new Error(`the reference solver says:\n${text.slice(0, 400)}`);
      }
      values.push(Math.round(Number(objective[1])));
    }
    return { shortfall: values[0], vacant: values[1] + model.vacant, moves: values[2], cost: values[3] };
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}
