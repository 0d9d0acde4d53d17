// node tests/propose/risk_compare.mjs CADRE_PLAN [FROM] [COUNT] [--features NAMES]
// Tiny random plans, whose round holds the best moves for two seeds of three: what `cadre-plan risk`
// prints against everything that may happen (risk.mjs). With "-" for CADRE_PLAN only the latter is
// worked out. Ends with "N passed, M failed".

import fs from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { bestChoice, TooMany } from './enumerate.mjs';
import { parseFeatures } from './features.mjs';
import { questionOf, randomPlan } from './random.mjs';
import { Model } from '../../tools/verify/reference.mjs';
import { riskOf } from './risk.mjs';
import { run, sideBySide, withFolder, words } from './trial.mjs';

const { positional: [program, from = '0', count = '200'], options } = words(process.argv.slice(2));
if (program === undefined) {
  console.error('usage: node tests/propose/risk_compare.mjs CADRE_PLAN [FROM] [COUNT] [--features NAMES]');
  process.exit(2);
}
const features = parseFeatures(options.features ?? '+consultations,+risk');

async function printed(plan) {
  return withFolder(async (folder) => {
    const file = path.join(folder, 'plan.json');
    await fs.writeFile(file, JSON.stringify(plan));
    const { status, stdout, stderr } = await run(program, ['risk', file, '--scenario', 'a', '--round', 'r1', '--json']);
    if (status !== 0) throw new Error(`risk ends with ${status}: ${stderr}`);
    return JSON.parse(stdout);
  });
}

const MOST_CHOICES = 3000;

/** The plan of a seed; most times its round is one that somebody would want. */
function planOf(seed) {
  const plan = randomPlan(seed, features, true);
  const model = new Model(plan, 'a', 'r1', questionOf(seed, plan, features));
  const best = seed % 3 === 0 ? null : bestChoice(model, MOST_CHOICES);
  if (best === null) return plan;
  const round = plan.scenarios[0].rounds.at(-1);
  round.moves = [...round.moves.filter((move) => !model.standing.includes(move)), ...best.chosen];
  return plan;
}

const keyOf = ({ quota, unit }) => `${quota} ${unit}`;
const figuresOf = ({ needed, attained, probability, expected_shortfall: lack }) =>
  [needed, attained, probability, lack];

await sideBySide(Number(from), Number(count), async (seed, note) => {
  let plan;
  let expected;
  try {
    plan = planOf(seed);
    expected = riskOf(plan, 'a', 'r1');
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
    note('(too much may happen)');
    return [];
  }
  const isUnsure = (text) => text !== '0.0000' && text !== '1.0000';
  if (expected.moves.length > 1) note('several moves that may be refused');
  if (expected.cells.some(({ probability }) => isUnsure(probability))) note('a cell that may hold or not');
  if (isUnsure(expected.all)) note('all cells may hold or not');
  if (program === '-') return [];
  const found = await printed(plan);
  const faults = [];
  for (const cell of expected.cells) {
    const other = found.cells.find((one) => keyOf(one) === keyOf(cell));
    if (other === undefined || !isDeepStrictEqual(figuresOf(other), figuresOf(cell))) {
      faults.push(`${JSON.stringify(other)}, the reference says ${JSON.stringify(cell)}`);
    }
  }
  const known = new Set(expected.cells.map(keyOf));
  for (const { probability, ...cell } of found.cells) {
    if (known.has(keyOf(cell)) || probability === '1.0000') continue;
    faults.push(`without seats, ${JSON.stringify(cell)} holds with ${probability}`);
  }
  if (found.all !== expected.all) faults.push(`all cells hold with ${found.all}, the reference says ${expected.all}`);
  const moves = found.moves.map(({ cadre, probability_if_refused }) => ({ cadre, probability_if_refused }));
  if (!isDeepStrictEqual(moves, expected.moves)) {
    faults.push(`${JSON.stringify(moves)}, the reference says ${JSON.stringify(expected.moves)}`);
  }
  return faults;
});
