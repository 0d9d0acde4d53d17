// The whole page as a single file, opened as from a USB stick.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { test } from './lib/runner.mjs';
import { DIST } from './lib/site.mjs';

const NAME = 'cadre-rotation-planner.html';

/** The address of the file, alone in a folder and under a name that a user might give it. */
function copyIn(scratch) {
  const source = path.join(DIST, NAME);
  assert.ok(fs.existsSync(source), `there is no dist/${NAME}: run ./build_wasm.sh --single-file`);
  const file = path.join(scratch, 'kế hoạch (1).html');
  fs.copyFileSync(source, file);
  return pathToFileURL(file).href;
}

async function openFile(planner, scratch) {
  const address = copyIn(scratch);
  // The runner has opened the page from the server: wait until it is idle.
  await planner.ready();
  planner.requests.length = 0;
  planner.address = address;
  await planner.load();
}

const opens = test('one file holds everything and opens without a server', async (planner, { scratch }) => {
  await openFile(planner, scratch);
  await planner.click({ role: 'sample', label: 'Hà Nội 2023' });
  await planner.waitFor({ role: 'tile' });
  await planner.settled();
  await planner.screenshot('07-single-file');
  await planner.click({ role: 'combobox', label: 'Kế hoạch' });
  await planner.click({ role: 'menuitem', label: 'Giới thiệu, giấy phép' });
  await planner.click({ role: 'button', labelPart: 'Dear ImGui' });
  await planner.waitFor({ role: 'text', label: 'The MIT License (MIT)' });
  assert.equal(await planner.page.evaluate(() => document.getElementById('message').hidden), true);
  const others = planner.requests.filter((address) => !address.startsWith('data:') &&
    decodeURI(address) !== decodeURI(planner.address));
  assert.deepEqual(others, []);
}, { starts: false, alone: true });

const remembers = test('one file remembers the plan where the browser lets files store', async (planner, { scratch }) => {
  await openFile(planner, scratch);
  await planner.click({ role: 'sample', label: 'Thanh Trì 7/2023' });
  await planner.waitFor({ role: 'post' });
  const text = await planner.planJson();
  await planner.reload();
  assert.equal(await planner.planJson(), text);
}, { starts: false, alone: true });

const blocked = test('one file works where files may not store anything, and says so', async (planner, { scratch }) => {
  await openFile(planner, scratch);
  const { value } = await planner.find({ role: 'status', label: 'Lưu trữ' });
  assert.match(value, /hãy lưu tệp/);
  await planner.click({ role: 'sample', label: 'Thanh Trì 7/2023' });
  await planner.waitFor({ role: 'post' });
}, {
  starts: false, alone: true,
  prepare: (page) => page.evaluateOnNewDocument(() => {
    const refuse = () => { throw new DOMException('blocked', 'SecurityError'); };
    Object.defineProperty(window, 'indexedDB', { get: refuse });
    Object.defineProperty(window, 'localStorage', { get: refuse });
  }),
});

const alone = test('one file may connect to nothing, not even to its neighbours', async (planner, { scratch, origin, kind }) => {
  fs.writeFileSync(path.join(scratch, 'neighbour.json'), '{}');
  await openFile(planner, scratch);
  // Firefox protects files by origin, not by the policy, and its driver switches that protection
  // off.
  const addresses = [`${origin}/page/sw.js`, 'data:,x', ...(kind === 'chromium' ? ['neighbour.json'] : [])];
  const answers = await planner.page.evaluate((given) => Promise.all(given.map((address) =>
    fetch(address).then(() => 'answered', () => 'refused'))), addresses);
  assert.deepEqual(answers, addresses.map(() => 'refused'));
}, { starts: false, alone: true, mayComplain: true });

const old = test('one file says so where the browser cannot unpack it', async (planner, { scratch }) => {
  await planner.page.goto(copyIn(scratch));
  await planner.until(() => document.getElementById('message')?.hidden === false);
  const words = await planner.page.evaluate(() => document.getElementById('message').innerText);
  assert.match(words, /quá cũ/);
  assert.match(words, /too old/);
}, {
  starts: false, alone: true,
  mayComplain: true,
  prepare: (page) => page.evaluateOnNewDocument(() => { delete window.DecompressionStream; }),
});

export default [opens, remembers, blocked, alone, old];
