// node tests/propose/certificates.mjs CADRE_PLAN [FROM] [COUNT] [--features NAMES] [--mutations N]
// node tests/propose/certificates.mjs CADRE_PLAN samples [--mutations N]
// Proposals of random plans, or of the samples with several caps, with their certificates: the program's own check and the independent one
// (tools/verify) have to say valid; and no certificate that was spoilt so that it proves less (spoil.mjs)
// may pass the independent one. Ends with "N passed, M failed".

import { readFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { checkCertificate } from '../../tools/verify/certificate.mjs';
import { parseFeatures } from './features.mjs';
import { districtPlans, joined, withRound } from './parts.mjs';
import { questionOf, randomPlan } from './random.mjs';
import { Random } from './seed.mjs';
import { spoil } from './spoil.mjs';
import { questionWords, run, sideBySide, withFolder, words } from './trial.mjs';

const { positional: [program, first = '0', count = '100'], options } = words(process.argv.slice(2));
if (program === undefined) {
  console.error('usage: node tests/propose/certificates.mjs CADRE_PLAN [FROM] [COUNT] [--features NAMES] [--mutations N]');
  console.error('       node tests/propose/certificates.mjs CADRE_PLAN samples [--mutations N]');
  process.exit(2);
}
const features = parseFeatures(options.features);
const mutations = Number(options.mutations ?? 20);

/** What propose printed and the certificate that it wrote; undefined where there is no plan. */
async function certified(plan, question, folder) {
  const file = path.join(folder, 'plan.json');
  const out = path.join(folder, 'certificate.json');
  await fs.writeFile(file, JSON.stringify(plan));
  const { status, stdout, stderr } = await run(program, ['propose', file, '--scenario', 'a', '--round', 'r1',
    ...questionWords(question), '--json', '--certificate', out]);
  if (status === 1 && JSON.parse(stdout).status === 'infeasible') return undefined;
  if (status !== 0) throw new Error(`propose ends with ${status}: ${stderr}`);
  const own = await run(program, ['verify', file, '--certificate', out, '--json', '--lang', 'en']);
  return { proposal: JSON.parse(stdout), certificate: JSON.parse(await fs.readFile(out, 'utf8')), own, said: stderr };
}

const read = (file) => JSON.parse(readFileSync(`assets/samples/${file}.json`, 'utf8'));

/** The samples, with the round still to be planned; some districts together, whose officials may go anywhere. */
function samples() {
  const city = read('ha-noi-2023');
  const some = joined(districtPlans(city).slice(0, 6));
  const within = { within: 'district' };
  return [
    [withRound(read('thanh-tri-2023-07')), within],
    [withRound(read('phuc-tho-2021-2023')), within],
    [withRound(read('phuc-tho-2021-2023'), { moves_per_round: 7 }), within],
    [withRound(city), within],
    [withRound(city, { moves_per_round: 60 }), within],
    [withRound(city, { moves_per_round: 61, moves_per_district_per_round: 5 }), within],
    [withRound(city, { moves_per_district_per_round: 7 }), within],
    [withRound(some), { within: 'city' }],
    [withRound(some, { moves_per_round: 10 }), { within: 'city' }],
  ];
}

if (first === 'samples') {
  const all = samples();
  await sideBySide(0, all.length, (i, note) => withFolder((folder) => judge(...all[i], folder, i, note)));
}
await sideBySide(Number(first), Number(count), (seed, note) => {
  const plan = randomPlan(seed, features);
  return withFolder((folder) => judge(plan, questionOf(seed, plan, features), folder, seed, note));
});

async function judge(plan, question, folder, seed, note) {
  const found = await certified(plan, question, folder);
  if (found === undefined) {
    note('without a plan');
    return [];
  }
  const { proposal, certificate, own, said } = found;
  const faults = [];
  if (said !== '') faults.push(said.trim());
  if (own.status !== 0) faults.push(`verify ends with ${own.status}: ${own.stdout}${own.stderr}`.trim());
  const checked = checkCertificate(plan, proposal, certificate);
  if (!checked.valid) faults.push(checked.why);
  note(proposal.status);
  if (certificate.parts.some(({ points }) => points.length > 1)) note('with curves');
  if (certificate.parts.some(({ points }) => points.some(({ nodes }) => nodes.length > 1))) note('with branches');
  if (certificate.parts.some(({ points }) => points.some(({ nodes }) => nodes.some(({ scale }) => scale === '0')))) note('with contradictions');
  if (certificate.parts.some(({ points }) => points.some(({ nodes }) => nodes.some(({ scale, split }) => split && scale)))) note('with variables that stay');
  const random = new Random(seed);
  for (let i = 0; checked.valid && i < mutations; i += 1) {
    const spoilt = spoil(plan, proposal, certificate, random);
    if (spoilt === undefined) continue;
    note(`refused: ${spoilt.name}`);
    note('refused');
    const result = checkCertificate(plan, spoilt.proposal, spoilt.certificate);
    if (result.valid) faults.push(`accepted although ${spoilt.name}`);
    if (i > 0 || isDeepStrictEqual(spoilt.certificate, certificate)) continue;
    note('refused by the program');
    if (await isAccepted(spoilt.certificate, folder)) faults.push(`the program accepts although ${spoilt.name}`);
  }
  return faults.length === 0 ? [] : [JSON.stringify(question), ...faults];
}

/** Whether the program takes the certificate; it must not fall over whatever it gets. */
async function isAccepted(certificate, folder) {
  const file = path.join(folder, 'spoilt.json');
  await fs.writeFile(file, JSON.stringify(certificate));
  const { status, stderr } = await run(program, ['verify', path.join(folder, 'plan.json'), '--certificate', file]);
  if (![0, 1, 2].includes(status)) throw new Error(`verify ends with ${status}: ${stderr}`);
  return status === 0;
}
