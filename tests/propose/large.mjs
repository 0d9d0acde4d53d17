// node tests/propose/large.mjs CADRE_PLAN HIGHS [COUNTRY]
// Large plans against the checker and the reference model: the city of 30 districts, free and with
// caps, some of its districts whose officials may go to any of them, and the made-up country of 700
// districts in the file COUNTRY (make-samples --country), which the reference solver gets district by
// district. Ends with "N passed, M failed".

import fs from 'node:fs';
import os from 'node:os';
import { OBJECTIVES } from '../../tools/verify/programme.mjs';
import { districtPlans, joined, withRound } from './parts.mjs';
import { Model } from '../../tools/verify/reference.mjs';
import { solve } from './solve.mjs';
import { trial } from './trial.mjs';

const [program, highs, country] = process.argv.slice(2);
if (highs === undefined) {
  console.error('usage: node tests/propose/large.mjs CADRE_PLAN HIGHS [COUNTRY]');
  process.exit(2);
}
/** So many have more moves than are solved in one programme from the start. */
const DISTRICTS_TOGETHER = 11;

const read = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));
const city = read('assets/samples/ha-noi-2023.json');

/** The optimum of a plan whose districts have nothing to do with each other, each solved alone. */
async function districtByDistrict(model) {
  const left = districtPlans(model.plan);
  const total = Object.fromEntries(OBJECTIVES.map((name) => [name, 0]));
  await Promise.all(Array.from({ length: os.availableParallelism() }, async () => {
    for (let plan = left.pop(); plan !== undefined; plan = left.pop()) {
      const best = await solve(new Model(plan, 'a', 'r1'), highs);
      for (const name of OBJECTIVES) total[name] += best[name];
    }
  }));
  return total;
}

let passed = 0;
let failed = 0;
async function judge(name, plan, best, within = 'district') {
  const start = Date.now();
  const { faults, answer } = await trial(program, plan, 'a', 'r1', { within }, best);
  const took = `${((Date.now() - start) / 1000).toFixed(1)} s`;
  if (faults.length === 0) passed += 1;
  else failed += 1;
  const objective = OBJECTIVES.map((each) => answer?.objective?.[each]).join(', ');
  console.log(`${faults.length === 0 ? 'ok' : 'FAILED'} ${name}: ${objective}, ${took} ${faults.slice(0, 5).join('; ')}`);
}

const whole = (model) => solve(model, highs);
await judge('city', withRound(city), whole);
await judge('city, 60 moves at most', withRound(city, { moves_per_round: 60 }), whole);
await judge('city, 61 moves at most, 5 a district',
  withRound(city, { moves_per_round: 61, moves_per_district_per_round: 5 }), whole);
await judge('city, district by district', withRound(city, { moves_per_district_per_round: 7 }), districtByDistrict);
for (const [name, caps] of [['free', {}], ['25 moves at most', { moves_per_round: 25 }]]) {
  const some = joined(districtPlans(city).slice(0, DISTRICTS_TOGETHER));
  await judge(`districts together, ${name}`, withRound(some, caps), whole, 'city');
}
if (country !== undefined) {
  await judge('country', withRound(read(country)), districtByDistrict);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
