// Encrypted plans can be exchanged between the page and cadre-plan: web/crypto.mjs, using the part
// of Node shared with browsers (WebCrypto), against src/crypto.
//
//   node tests/crypto/check.mjs CADRE_PLAN...     programs; those that end in .js run under Node
//
// The last line is "N passed, M failed".

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import './webcrypto.mjs';
import { lockPlan, unlockPlan } from '../../web/crypto.mjs';
import { LockOutcome } from '../../web/shared_numbers.mjs';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'cadre-crypto-'));
const plan = fs.readFileSync(path.join(root, 'tests/schema/small.json'));
const PASSWORD = 'Mật khẩu dài 123';
const bytesFrom = (first, length) => Uint8Array.from({ length }, (_, i) => first + i);

let passed = 0;
let failed = 0;
async function check(name, work) {
  try {
    await work();
    passed += 1;
  } catch (error) {
    failed += 1;
    console.log(`FAILED ${name}\n  | ${String(error?.stack ?? error).replaceAll('\n', '\n  | ')}`);
  }
}

const file = (name, content) => {
  const where = path.join(scratch, name);
  fs.writeFileSync(where, content);
  return where;
};

const refuses = (bytes, password, outcome) =>
  assert.rejects(unlockPlan(bytes, password), (error) => error.outcome === outcome);

/** The sum that belongs to changed bytes, taken from a file that was made whole. */
function withSum(bytes) {
  const out = Uint8Array.from(bytes);
  const end = out.length - 4;
  let sum = 0xffffffff;
  for (const byte of out.subarray(0, end)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  new DataView(out.buffer).setUint32(end, (sum ^ 0xffffffff) >>> 0, true);
  return out;
}
const changed = (bytes, at) => Uint8Array.from(bytes, (byte, i) => (i === at ? byte ^ 1 : byte));

const fixed = fs.readFileSync(path.join(root, 'tests/crypto/fixed.cadre'));

await check('the same bytes from the same numbers', async () => {
  const made = await lockPlan(new TextEncoder().encode('{"title": "Kế hoạch"}\n'), PASSWORD,
    { salt: bytesFrom(0, 16), nonce: bytesFrom(100, 12), iterations: 100_000 });
  assert.deepEqual(Buffer.from(made), fixed);
});
await check('a password typed in another form opens', async () => {
  const text = await unlockPlan(new Uint8Array(fixed), PASSWORD.normalize('NFD'));
  assert.equal(new TextDecoder().decode(text), '{"title": "Kế hoạch"}\n');
});
await check('wrong password, damage, altered content and newer kinds are told apart', async () => {
  await refuses(new Uint8Array(fixed), 'mật khẩu dài 123', LockOutcome.WRONG_PASSWORD);
  await refuses(changed(fixed, 70), PASSWORD, LockOutcome.DAMAGED);
  await refuses(new Uint8Array(fixed.subarray(0, 90)), PASSWORD, LockOutcome.DAMAGED);
  await refuses(withSum(changed(fixed, 70)), PASSWORD, LockOutcome.ALTERED);
  await refuses(withSum(changed(fixed, 32)), PASSWORD, LockOutcome.ALTERED);
  await refuses(withSum(changed(fixed, 8)), PASSWORD, LockOutcome.TOO_NEW);
});
await check('numbers that would take hours are refused', async () => {
  const hostile = Uint8Array.from(fixed);
  new DataView(hostile.buffer).setUint32(12, 0xffffffff, true);
  await refuses(withSum(hostile), PASSWORD, LockOutcome.DAMAGED);
});
await check('two files of one plan have nothing in common', async () => {
  const [one, other] = await Promise.all([lockPlan(plan, PASSWORD), lockPlan(plan, PASSWORD)]);
  assert.notDeepEqual(one.subarray(16, 60), other.subarray(16, 60));
  assert.notDeepEqual(one.subarray(64, 96), other.subarray(64, 96));
});

for (const program of process.argv.slice(2)) {
  const run = (...words) => (program.endsWith('.js')
    ? spawnSync('node', [program, ...words]) : spawnSync(program, words));
  const secret = file('password.txt', `${PASSWORD.normalize('NFD')}\n`);
  const name = path.basename(program);
  await check(`${name} reads what the page wrote`, async () => {
    const locked = file('from-page.cadre', await lockPlan(plan, PASSWORD));
    const open = path.join(scratch, 'from-page.json');
    const { status, stderr } = run('decrypt', locked, '--out', open, '--password-file', secret);
    assert.equal(status, 0, String(stderr));
    assert.deepEqual(fs.readFileSync(open), plan);
  });
  await check(`the page reads what ${name} wrote`, async () => {
    const locked = path.join(scratch, 'from-program.cadre');
    const { status, stderr } = run('encrypt', file('small.json', plan), '--out', locked,
      '--password-file', secret);
    assert.equal(status, 0, String(stderr));
    const text = await unlockPlan(new Uint8Array(fs.readFileSync(locked)), PASSWORD);
    assert.deepEqual(Buffer.from(text), plan);
  });
  await check(`${name} says a wrong password`, async () => {
    const locked = path.join(scratch, 'from-program.cadre');
    const { status, stderr } = run('check', locked, '--lang', 'en', '--password-file',
      file('wrong.txt', 'x'));
    assert.equal(status, 2);
    assert.match(String(stderr), /wrong password/);
  });
}

fs.rmSync(scratch, { recursive: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
