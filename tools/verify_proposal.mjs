// node tools/verify_proposal.mjs PLAN PROPOSAL.json CERTIFICATE
// Whether a proposal is what it says: PROPOSAL.json is what `cadre-plan propose PLAN … --json` printed and
// CERTIFICATE what `--certificate` wrote. Needs nothing but Node, and shares nothing with the program.
// Ends with 0 where all is proven, 1 where it is not, 2 where a file cannot be read.

import fs from 'node:fs';
import { checkCertificate } from './verify/certificate.mjs';

const files = process.argv.slice(2);
if (files.length !== 3) {
  console.error('usage: node tools/verify_proposal.mjs PLAN PROPOSAL.json CERTIFICATE');
  process.exit(2);
}
const [plan, proposal, certificate] = files.map((file) => {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    console.error(`${file}: ${error.message}`);
    return process.exit(2);
  }
});

let result;
try {
  result = checkCertificate(plan, proposal, certificate);
} catch (error) {
  result = { valid: false, why: `it cannot be read: ${error.message}` };
}
if (!result.valid) {
  console.log(`not valid: ${result.why}`);
  process.exit(1);
}
const { scenario, round, within, unit, calm } = certificate;
const words = (objective) => Object.entries(objective).map(([name, value]) => `${name} ${value}`).join(', ');
const isBest = words(result.objective) === words(result.bound);
console.log(`valid: scenario ${scenario}, round ${round}, within ${within}${unit === undefined ? '' : `, unit ${unit}`}${
  calm ? ', calm' : ''}: ${words(result.objective)}; ${isBest ? 'nothing is better' : `nothing is better than ${words(result.bound)}`}`);
