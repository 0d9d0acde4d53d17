// Files of the repository contain no leftovers of a merge. node --test tests/web

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));
/** What builds and set-ups put here. */
const MADE = new Set(['.git', '.toolchain', 'build', 'dist', 'release', 'node_modules', 'screenshots', 'out', 'output']);
const REMAINS = /^(<{7} .*|>{7} .*|\|{7} .*|={7})$/m;

function files(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (MADE.has(entry.name)) return [];
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) return files(name);
    return entry.isFile() ? [name] : [];
  });
}

test('no file holds the remains of a merge', () => {
  const all = files(REPOSITORY);
  assert.ok(all.length > 500, 'the repository is looked through');
  const found = all.filter((file) => REMAINS.test(fs.readFileSync(file, 'latin1')));
  assert.deepEqual(found.map((file) => path.relative(REPOSITORY, file)), []);
});
