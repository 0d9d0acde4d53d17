// node tests/propose/judges.mjs HIGHS [FROM] [COUNT] [--features NAMES]
// The two judges of proposals against each other, on tiny random plans: the reference model solved by
// HiGHS, and everything tried. What they disagree on is a fault of the model's rows, or of its words.
// Ends with "N passed, M failed".

import { isDeepStrictEqual } from 'node:util';
import { enumerateBest, TooMany } from './enumerate.mjs';
import { parseFeatures } from './features.mjs';
import { contents, questionOf, randomPlan } from './random.mjs';
import { Model } from '../../tools/verify/reference.mjs';
import { solve } from './solve.mjs';
import { sideBySide, words } from './trial.mjs';

const { positional: [highs, from = '0', count = '500'], options } = words(process.argv.slice(2));
if (highs === undefined) {
  console.error('usage: node tests/propose/judges.mjs HIGHS [FROM] [COUNT] [--features NAMES]');
  process.exit(2);
}
const features = parseFeatures(options.features ?? 'all');
const MOST_CHOICES = 60000;

await sideBySide(Number(from), Number(count), async (seed, note) => {
  const plan = randomPlan(seed, features, true);
  const question = questionOf(seed, plan, features);
  const model = new Model(plan, 'a', 'r1', question);
  for (const name of contents(plan, model)) note(name);
  let tried;
  try {
    tried = enumerateBest(model, MOST_CHOICES);
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
    note('(too many choices to try)');
    return [];
  }
  if (tried === null) note('without a plan');
  const solved = await solve(model, highs);
  if (isDeepStrictEqual(tried, solved)) return [];
  const [one, other] = [tried, solved].map((best) => JSON.stringify(best));
  return [JSON.stringify(question), `all choices say ${one}, the programme ${other}`];
});
