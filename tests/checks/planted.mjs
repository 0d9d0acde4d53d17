// Shared by the tests of the checks: clones with planted faults.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');

export const kGood = 'int twice(int a) { return 2 * a; }\n';

let passed = 0;
let failed = 0;

// Counts a condition that must hold; `says` explains a failure.
export function expect(what, good, says) {
  if (good) {
    passed += 1;
  } else {
    failed += 1;
    console.log(`FAILED ${what}\n${says}`);
  }
}

export function write(clone, files) {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(clone, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
}

// A clone with only the checks and these files.
function cloneWith(files) {
  fs.mkdirSync(path.join(root, 'build'), { recursive: true });
  const clone = fs.mkdtempSync(path.join(root, 'build/checks-'));
  for (const name of ['src', 'tests', 'tools', 'web', 'cmake', 'assets', '.ci']) {
    fs.mkdirSync(path.join(clone, name));
  }
  for (const name of ['.clang-format', '.clang-tidy', 'tools/check_format.sh', 'tools/setup',
    '.ci/run', 'build_wasm.sh']) {
    fs.cpSync(path.join(root, name), path.join(clone, name), { recursive: true });
  }
  write(clone, files);
  return clone;
}

export function run(command, args, env = {}, cwd = process.cwd()) {
  const done = spawnSync(command, args,
    { encoding: 'utf8', env: { ...process.env, ...env }, cwd, maxBuffer: 1 << 28 });
  return { good: done.status === 0, says: done.stdout + done.stderr };
}

export function test(sentence, files, body) {
  const clone = cloneWith(files);
  const wrong = [];
  body(clone, (what, good, says) => { if (!good) wrong.push(`${what}\n${says}`); });
  fs.rmSync(clone, { recursive: true });
  expect(sentence, wrong.length === 0, wrong.join('; '));
}

// The last line of a test, and its exit status.
export function end() {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
