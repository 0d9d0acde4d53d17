// node tests/propose/compare.mjs CADRE_PLAN HIGHS [FROM] [COUNT] [--features NAMES]
// Random plans, seeds FROM to FROM + COUNT - 1: what cadre-plan proposes against the reference model
// solved by HiGHS, on its objectives, and against the checker; and nothing changes when it proposes
// again. Says what the plans held. Ends with "N passed, M failed".

import { parseFeatures } from './features.mjs';
import { contents, questionOf, randomPlan } from './random.mjs';
import { solve } from './solve.mjs';
import { sideBySide, trial, words } from './trial.mjs';

const { positional: [program, highs, from = '0', count = '200'], options } = words(process.argv.slice(2));
if (highs === undefined) {
  console.error('usage: node tests/propose/compare.mjs CADRE_PLAN HIGHS [FROM] [COUNT] [--features NAMES]');
  process.exit(2);
}
const features = parseFeatures(options.features);

await sideBySide(Number(from), Number(count), async (seed, note) => {
  const plan = randomPlan(seed, features);
  const question = questionOf(seed, plan, features);
  const { faults, answer, model } = await trial(program, plan, 'a', 'r1', question, (model) => solve(model, highs));
  for (const name of contents(plan, model)) note(name);
  if (answer?.status === 'infeasible') note('without a plan');
  return faults.length === 0 ? [] : [JSON.stringify(question), ...faults];
});
