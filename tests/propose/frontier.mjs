// node tests/propose/frontier.mjs CADRE_PLAN HIGHS [FROM] [COUNT] [--features NAMES]
// Frontiers of random plans, seeds FROM to FROM + COUNT - 1, against the reference model solved by
// HiGHS once for each number of moves, up to one beyond the last point. Ends with "N passed, M failed",
// by frontier.

import fs from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parseFeatures } from './features.mjs';
import { questionOf, randomPlan } from './random.mjs';
import { Model } from '../../tools/verify/reference.mjs';
import { solveWithAtMost } from './solve.mjs';
import { questionWords, run, sideBySide, withFolder, words } from './trial.mjs';

const { positional: [program, highs, from = '0', count = '60'], options } = words(process.argv.slice(2));
if (highs === undefined) {
  console.error('usage: node tests/propose/frontier.mjs CADRE_PLAN HIGHS [FROM] [COUNT] [--features NAMES]');
  process.exit(2);
}
const features = parseFeatures(options.features);

/** @returns {Promise<string[]>} what is wrong with the frontier of a plan */
async function faultsOf(plan, question, folder) {
  const file = path.join(folder, 'plan.json');
  await fs.writeFile(file, JSON.stringify(plan));
  const { status, stdout, stderr } = await run(program, ['frontier', file, '--scenario', 'a', '--round', 'r1',
    ...questionWords(question), '--json']);
  if (status !== 0 && status !== 1) return [`frontier ends with ${status}: ${stderr}`];
  const answer = JSON.parse(stdout);
  const model = new Model(plan, 'a', 'r1', { ...question, ownCells: true });
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

await sideBySide(Number(from), Number(count), async (seed) => {
  const plan = randomPlan(seed, features);
  const question = { ...questionOf(seed, plan, features), calm: false };
  const faults = await withFolder((folder) => faultsOf(plan, question, folder));
  return faults.length === 0 ? [] : [JSON.stringify(question), ...faults];
});
