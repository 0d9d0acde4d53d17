// One proposal by cadre-plan, compared with the checker and the reference model.

import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { check, checkAgain } from './check.mjs';
import { Model } from '../../tools/verify/reference.mjs';

/** Runs a program; never throws for what it answers. */
export function run(program, words) {
  return new Promise((resolve) => {
    execFile(program, words, { maxBuffer: Infinity }, (error, stdout, stderr) => {
      resolve({ status: error === null ? 0 : error.code ?? error.signal, stdout, stderr });
    });
  });
}

/** `--name value` apart from the rest of a command line. */
export function words(all) {
  const positional = [];
  const options = {};
  for (let i = 0; i < all.length; i += 1) {
    if (all[i].startsWith('--')) options[all[i].slice(2)] = all[++i];
    else positional.push(all[i]);
  }
  return { positional, options };
}

/**
 * Judges seeds on all processors, says what they held and ends the process with "N passed, M failed".
 * @param judge gets a seed and a function that notes what its plan holds; returns what is wrong
 */
export async function sideBySide(from, count, judge) {
  let next = from;
  let passed = 0;
  let failed = 0;
  const held = new Map();
  const note = (name) => held.set(name, (held.get(name) ?? 0) + 1);
  const work = async () => {
    while (next < from + count) {
      const seed = next;
      next += 1;
      let faults;
      try {
        faults = await judge(seed, note);
      } catch (error) {
        faults = [error.stack];
      }
      if (faults.length === 0) passed += 1;
      else {
        failed += 1;
        console.log(`FAILED seed ${seed} ${faults.join('; ')}`);
      }
      if ((passed + failed) % 100 === 0) console.log(`  ${passed + failed} of ${count} …`);
    }
  };
  await Promise.all(Array.from({ length: os.availableParallelism() }, work));
  for (const [name, times] of [...held].sort(([a], [b]) => (a < b ? -1 : 1))) {
    console.log(`  ${String(times).padStart(5)} ${name}`);
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
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

/** The words of a question on the command line. */
export function questionWords({ within, unit, calm }) {
  return [...(within === undefined ? [] : ['--within', within]), ...(unit === undefined ? [] : ['--unit', unit]),
    ...(calm ? ['--calm'] : [])];
}

/** What propose printed, the plan that it wrote, and that plan played. */
export async function propose(program, plan, scenario, round, question, folder) {
  const file = path.join(folder, 'plan.json');
  const out = path.join(folder, 'proposed.json');
  await fs.writeFile(file, JSON.stringify(plan));
  const { status, stdout, stderr } = await run(program, ['propose', file, '--scenario', scenario,
    '--round', round, ...questionWords(question), '--json', '--out', out]);
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
 * Proposes and judges: the checker, the same question again about the plan proposed, then the
 * reference solver by `best`, which finds the optimum of a model (nothing: no plan).
 * @param question `{ within, unit, calm }`
 * @returns {Promise<{faults: string[], answer?: object, model: Model}>}
 */
export async function trial(program, plan, scenario, round, question, best) {
  const model = new Model(plan, scenario, round, question);
  try {
    const { answer, again, proposed, simulated } = await withFolder(async (folder) => {
      const first = await propose(program, plan, scenario, round, question, folder);
      if (first.answer.status !== 'optimal') return first;
      return { ...first, again: await propose(program, first.proposed, scenario, round, question, folder) };
    });
    const faults = check(model, answer, proposed, simulated);
    if (again !== undefined) faults.push(...checkAgain(model, answer, proposed, again));
    const expected = await best(model);
    const found = answer.status === 'optimal' ? JSON.stringify(answer.objective) : answer.status;
    const wanted = expected === null ? 'infeasible' : JSON.stringify(expected);
    if (found !== wanted) faults.push(`proposed ${found}, the reference says ${wanted}`);
    return { faults, answer, model };
  } catch (error) {
    return { faults: [error.message], model };
  }
}
