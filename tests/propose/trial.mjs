// One proposal: what cadre-plan says of a plan, held against the checker and the reference model.

import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { check } from './check.mjs';
import { Model } from './reference.mjs';

/** Runs a program; never throws for what it answers. */
export function run(program, words) {
  return new Promise((resolve) => {
    execFile(program, words, { maxBuffer: Infinity }, (error, stdout, stderr) => {
      resolve({ status: error === null ? 0 : error.code ?? error.signal, stdout, stderr });
    });
  });
}

/** Calls `work` with a new folder, which is gone afterwards. */
export async function withFolder(work) {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'planner-proposal-'));
  try {
    return await work(folder);
  } finally {
    await fs.rm(folder, { recursive: true });
  }
}

/** What propose printed, the plan that it wrote, and that plan played. */
export async function propose(program, plan, scenario, round, { within, unit }, folder) {
  const file = path.join(folder, 'plan.json');
  const out = path.join(folder, 'proposed.json');
  await fs.writeFile(file, JSON.stringify(plan));
  const { status, stdout, stderr } = await run(program, ['propose', file, '--scenario', scenario,
    '--round', round, '--within', within, ...(unit === undefined ? [] : ['--unit', unit]), '--json', '--out', out]);
  if (status !== 0 && status !== 1) throw new Error(`propose ends with ${status}: ${stderr}`);
  const answer = JSON.parse(stdout);
  if ((status === 1) !== (answer.status === 'infeasible')) {
    throw new Error(`propose ends with ${status} and says ${answer.status}`);
  }
  if (status === 1) return { answer };
  const played = await run(program, ['simulate', out, '--scenario', scenario, '--json']);
  if (played.status !== 0) throw new Error(`simulate ends with ${played.status}: ${played.stderr}`);
  return { answer, proposed: JSON.parse(await fs.readFile(out, 'utf8')), simulated: JSON.parse(played.stdout) };
}

/**
 * Proposes and judges: the checker, then the reference solver by `best`, which finds the optimum of a
 * model (nothing: no plan). The question is `{ within, unit }`.
 * @returns {Promise<{faults: string[], answer?: object, model: Model}>}
 */
export async function trial(program, plan, scenario, round, question, best) {
  const model = new Model(plan, scenario, round, question);
  try {
    const { answer, proposed, simulated } = await withFolder((folder) =>
      propose(program, plan, scenario, round, question, folder));
    const faults = check(model, answer, proposed, simulated);
    const expected = await best(model);
    const found = answer.status === 'optimal' ? JSON.stringify(answer.objective) : answer.status;
    const wanted = expected === null ? 'infeasible' : JSON.stringify(expected);
    if (found !== wanted) faults.push(`proposed ${found}, the reference says ${wanted}`);
    return { faults, answer, model };
  } catch (error) {
    return { faults: [error.message], model };
  }
}
