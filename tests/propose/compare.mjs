// node tests/propose/compare.mjs CADRE_PLAN HIGHS [FROM] [COUNT]
// Random plans, seeds FROM to FROM + COUNT - 1: what cadre-plan proposes against the reference model
// solved by HiGHS, on (shortfall, vacant, moves, cost). Ends with "N passed, M failed".

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Model } from './reference.mjs';
import { randomPlan } from './random.mjs';
import { solve } from './solve.mjs';

const [program, highs, from = '0', count = '200'] = process.argv.slice(2);
if (highs === undefined) {
  console.error('usage: node tests/propose/compare.mjs CADRE_PLAN HIGHS [FROM] [COUNT]');
  process.exit(2);
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'planner-proposals-'));
const file = path.join(folder, 'plan.json');
let passed = 0;
let failed = 0;
let infeasible = 0;
try {
  for (let seed = Number(from); seed < Number(from) + Number(count); seed += 1) {
    const plan = randomPlan(seed);
    fs.writeFileSync(file, JSON.stringify(plan));
    const run = spawnSync(program, ['propose', file, '--scenario', 'a', '--round', 'r1', '--json'],
      { encoding: 'utf8' });
    const ours = run.status === 0 || run.status === 1 ? JSON.parse(run.stdout)
      : { status: `status ${run.status} ${run.signal ?? ''}: ${run.stderr}` };
    const found = ours.status === 'optimal' ? JSON.stringify(ours.objective) : ours.status;
    const expected = solve(new Model(plan, 'a', 'r1'), highs);
    const wanted = expected === null ? 'infeasible' : JSON.stringify(expected);
    if (expected === null) infeasible += 1;
    if (found === wanted) {
      passed += 1;
    } else {
      failed += 1;
      console.log(`FAILED seed ${seed}: proposed ${found}, the reference says ${wanted}`);
    }
    if ((passed + failed) % 100 === 0) console.log(`  ${passed + failed} of ${count} …`);
  }
} finally {
  fs.rmSync(folder, { recursive: true });
}
console.log(`${infeasible} of them without a plan`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
