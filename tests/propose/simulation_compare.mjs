// node tests/propose/simulation_compare.mjs CADRE_PLAN [FROM] [COUNT] [--features NAMES]
// Random plans as they stand: what `cadre-plan simulate` says of each round (moves that happen, cells,
// findings) against the reading of simulation.mjs, rules.mjs and findings.mjs, on which the judges of
// proposals rest. Ends with "N passed, M failed".

import fs from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parseFeatures } from './features.mjs';
import { Judge } from './findings.mjs';
import { randomPlan } from './random.mjs';
import { Model } from '../../tools/verify/reference.mjs';
import { play } from '../../tools/verify/simulation.mjs';
import { run, sideBySide, withFolder, words } from './trial.mjs';

const { positional: [program, from = '0', count = '500'], options } = words(process.argv.slice(2));
if (program === undefined) {
  console.error('usage: node tests/propose/simulation_compare.mjs CADRE_PLAN [FROM] [COUNT] [--features NAMES]');
  process.exit(2);
}
const features = parseFeatures(options.features);

async function printed(plan) {
  return withFolder(async (folder) => {
    const file = path.join(folder, 'plan.json');
    await fs.writeFile(file, JSON.stringify(plan));
    const { status, stdout, stderr } = await run(program, ['simulate', file, '--scenario', 'a', '--json']);
    if (status !== 0) throw new Error(`simulate ends with ${status}: ${stderr}`);
    return JSON.parse(stdout).rounds;
  });
}

/** Of one round, in the shape and order in which both are compared. */
function expectedOf(plan, round) {
  const model = new Model(plan, 'a', round.id, { within: 'plan' });
  const { after, why } = play(model.places, round, model.before);
  const found = new Judge(model).findings(round.moves, why, after)
    .map(({ rule, severity, move, waived }) => [rule, severity, round.moves[move].cadre, waived]);
  why.forEach((rule, i) => { if (rule !== undefined) found.push([rule, 'hard', round.moves[i].cadre, false]); });
  const cells = model.places.cells().map((cell) => [cell.quota.id, cell.group, cell.seats.length, cell.needed,
    model.places.attained(cell, after.holder, model.date)]);
  return { moves: why.filter((one) => one === undefined).length, cells, findings: found.map(String).sort() };
}

await sideBySide(Number(from), Number(count), async (seed, note) => {
  const plan = randomPlan(seed, features);
  const rounds = await printed(plan);
  const faults = [];
  for (const round of plan.scenarios[0].rounds) {
    const expected = expectedOf(plan, round);
    const said = rounds.find((one) => one.round === round.id);
    const found = {
      moves: said.moves,
      cells: said.cells.filter(({ posts }) => posts > 0)
        .map(({ quota, unit, posts, needed, attained }) => [quota, unit, posts, needed, attained]),
      findings: said.findings.filter(({ cadre }) => cadre !== null && cadre !== undefined)
        .map(({ rule, severity, cadre, waived }) => String([rule, severity, cadre, waived])).sort(),
    };
    for (const finding of expected.findings) note(finding.split(',')[0]);
    for (const key of Object.keys(expected)) {
      if (isDeepStrictEqual(found[key], expected[key])) continue;
      faults.push(`round ${round.id}, ${key}: ${JSON.stringify(found[key])}, the reference says ${
        JSON.stringify(expected[key])}`);
    }
  }
  return faults;
});
