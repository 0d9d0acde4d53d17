// Checks the sample plans against assets/schema/plan.schema.json, and that the schema and plan_io
// agree: variants.json lists changes to small.json, or to small_2.json of version 2 ("of": 2), with
// what both must say about them (plan_io's side is tests/unit/plan_io/schema_variants_test.cpp).
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, '../..');
const read = (...parts) => JSON.parse(fs.readFileSync(path.join(...parts), 'utf8'));

const isRealDate = (text) => {
  const [year, month, day] = text.split('-').map(Number);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  strictRequired: false, // "required" stands beside "properties" of the same object, not in each "then"
  strictTypes: false,
  multipleOfPrecision: 9,
  formats: { date: isRealDate },
});
const validate = ajv.compile(read(root, 'assets/schema/plan.schema.json'));

let passed = 0;
let failed = 0;
const check = (name, good, details = '') => {
  if (good) {
    passed += 1;
  } else {
    failed += 1;
    console.log(`FAILED ${name}${details && `: ${details}`}`);
  }
};

// A copy of the plan with the value at the JSON pointer changed.
const changed = (plan, { at, set, remove }) => {
  const copy = structuredClone(plan);
  const keys = at.slice(1).split('/').map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = keys.pop();
  const parent = keys.reduce((value, key) => value[key], copy);
  if (remove) delete parent[last];
  else parent[last] = set;
  return copy;
};

const samples = path.join(root, 'assets/samples');
for (const name of fs.readdirSync(samples).filter((file) => file.endsWith('.json'))) {
  const good = validate(read(samples, name));
  check(name, good, ajv.errorsText(validate.errors?.slice(0, 3)));
}

const plans = { 1: read(here, 'small.json'), 2: read(here, 'small_2.json') };
for (const [version, plan] of Object.entries(plans)) {
  check(`the small plan of version ${version}`, validate(plan), ajv.errorsText(validate.errors));
}
for (const variant of read(here, 'variants.json')) {
  check(variant.name, validate(changed(plans[variant.of ?? 1], variant)) === variant.accepted,
    `expected ${variant.accepted ? 'accepted' : 'refused'}`);
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
