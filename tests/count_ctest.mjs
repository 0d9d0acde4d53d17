// Summarises a log of `ctest -V`: prints what failed, then "N passed, M failed". Each test in a
// GoogleTest program counts separately, any other program as one.

import fs from 'node:fs';

/** One CTest test: its output, and CTest's verdict. */
const runs = new Map();
const run = (number) => {
  if (!runs.has(number)) runs.set(number, { name: '', lines: [], ok: false });
  return runs.get(number);
};

for (const line of fs.readFileSync(process.argv[2], 'utf8').split('\n')) {
  const output = /^(\d+): ?(.*)$/.exec(line);
  const verdict = /^\s*\d+\/\d+ Test\s+#(\d+): (\S+) \.*\s*(.*)$/.exec(line);
  if (output) {
    run(output[1]).lines.push(output[2]);
  } else if (verdict) {
    const [, number, name, rest] = verdict;
    Object.assign(run(number), { name, ok: rest.startsWith('Passed') });
  }
}

let passed = 0;
let failed = 0;
for (const { name, lines, ok } of runs.values()) {
  const numberIn = (pattern) => Number(pattern.exec(lines.join('\n'))?.[1] ?? 0);
  const good = numberIn(/^\[ {2}PASSED {2}\] (\d+) tests?\./m);
  const bad = numberIn(/^\[ {2}FAILED {2}\] (\d+) tests?, listed below/m);
  passed += good === 0 && bad === 0 && ok ? 1 : good;
  failed += bad === 0 && !ok ? 1 : bad;
  if (!ok) {
    console.log(`FAILED ${name}`);
    console.log(failureOf(lines).map((line) => `  | ${line}`).join('\n'));
  }
}
console.log(`${passed} passed, ${failed} failed`);

/** The part of a program's output about failures: everything except lines about passed tests. */
function failureOf(lines) {
  const kept = lines.filter((line) => !/^\[( {7}OK |-{10}| RUN {6})/.test(line) && line !== '');
  return kept.slice(-60);
}
