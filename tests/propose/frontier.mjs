// node tests/propose/frontier.mjs CADRE_PLAN HIGHS [FROM] [COUNT]
// Frontiers of random plans, seeds FROM to FROM + COUNT - 1, against the reference model solved by
// HiGHS once for each number of moves, up to one beyond the last point. Ends with "N passed, M failed",
// by frontier.

import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { questionOf, randomPlan } from './random.mjs';
import { Model } from './reference.mjs';
import { solveWithAtMost } from './solve.mjs';
import { run, withFolder } from './trial.mjs';

const [program, highs, from = '0', count = '60'] = process.argv.slice(2);
if (highs === undefined) {
  console.error('usage: node tests/propose/frontier.mjs CADRE_PLAN HIGHS [FROM] [COUNT]');
  process.exit(2);
}

/** @returns {Promise<string[]>} what is wrong with the frontier of a plan */
async function faultsOf(plan, { within, unit }, folder) {
  const file = path.join(folder, 'plan.json');
  await fs.writeFile(file, JSON.stringify(plan));
  const { status, stdout, stderr } = await run(program, ['frontier', file, '--scenario', 'a', '--round', 'r1',
    '--within', within, ...(unit === undefined ? [] : ['--unit', unit]), '--json']);
  if (status !== 0 && status !== 1) return [`frontier ends with ${status}: ${stderr}`];
  const answer = JSON.parse(stdout);
  const model = new Model(plan, 'a', 'r1', { within, unit, ownCells: true });
  const { points } = answer;
  if (points.length === 0) {
    const { proposal } = await solveWithAtMost(model, highs, model.open.length);
    return answer.status === 'infeasible' && proposal === null ? [] : [`${answer.status}, without points`];
  }
  const faults = answer.status === 'optimal' ? [] : [`status ${answer.status}`];
  for (let k = 0; k <= points.length; k += 1) {
    const { moves, shortfall, cost, proposal = null } = points[Math.min(k, points.length - 1)];
    if (moves !== Math.min(k, points.length - 1)) faults.push(`point ${k} says ${moves} moves`);
    const found = { proposal, cheapest: shortfall === null ? null : { shortfall, cost } };
    const expected = await solveWithAtMost(model, highs, k);
    if (!isDeepStrictEqual(found, expected)) {
      faults.push(`with at most ${k}: ${JSON.stringify(found)}, the reference says ${JSON.stringify(expected)}`);
    }
  }
  return faults;
}

let next = Number(from);
const end = next + Number(count);
let passed = 0;
let failed = 0;
async function work(folder) {
  while (next < end) {
    const seed = next;
    next += 1;
    const plan = randomPlan(seed);
    const question = questionOf(seed, plan);
    const faults = await faultsOf(plan, question, folder);
    if (faults.length === 0) passed += 1;
    else {
      failed += 1;
      console.log(`FAILED seed ${seed} ${JSON.stringify(question)}: ${faults.join('; ')}`);
    }
  }
}
await Promise.all(Array.from({ length: os.availableParallelism() }, () => withFolder(work)));
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
