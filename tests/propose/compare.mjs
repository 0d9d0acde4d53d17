// node tests/propose/compare.mjs CADRE_PLAN HIGHS [FROM] [COUNT]
// Random plans, seeds FROM to FROM + COUNT - 1: what cadre-plan proposes against the reference model
// solved by HiGHS, on (shortfall, vacant, moves, cost), and against the checker. Says what the plans
// held. Ends with "N passed, M failed".

import os from 'node:os';
import { contents, questionOf, randomPlan } from './random.mjs';
import { solve } from './solve.mjs';
import { trial } from './trial.mjs';

const [program, highs, from = '0', count = '200'] = process.argv.slice(2);
if (highs === undefined) {
  console.error('usage: node tests/propose/compare.mjs CADRE_PLAN HIGHS [FROM] [COUNT]');
  process.exit(2);
}

let next = Number(from);
const end = next + Number(count);
let passed = 0;
let failed = 0;
const held = new Map();

function note(name) {
  held.set(name, (held.get(name) ?? 0) + 1);
}

async function work() {
  while (next < end) {
    const seed = next;
    next += 1;
    const plan = randomPlan(seed);
    const question = questionOf(seed, plan);
    const { faults, answer, model } = await trial(program, plan, 'a', 'r1', question,
      (model) => solve(model, highs));
    for (const name of contents(plan, model)) note(name);
    if (answer?.status === 'infeasible') note('without a plan');
    if (faults.length === 0) passed += 1;
    else {
      failed += 1;
      console.log(`FAILED seed ${seed} ${JSON.stringify(question)}: ${faults.join('; ')}`);
    }
    if ((passed + failed) % 100 === 0) console.log(`  ${passed + failed} of ${count} …`);
  }
}

await Promise.all(Array.from({ length: os.availableParallelism() }, work));
for (const [name, times] of [...held].sort(([a], [b]) => (a < b ? -1 : 1))) {
  console.log(`  ${String(times).padStart(5)} ${name}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
