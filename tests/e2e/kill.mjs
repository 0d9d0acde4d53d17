// node tests/e2e/kill.mjs chromium|firefox [KILLS] [SEED]
// Kills the whole browser at random moments of work, opens it again on the same profile, and compares.
//
// The page reports to this program, by requests that it waits for, which plan a transaction is
// about to store, and when the transaction has ended; so this program knows what the killed page
// knew. The plan found afterwards must be one that was announced, and not older than the last
// committed one. Edits are made with mouse and keyboard, without waiting for storage. Half of the
// kills come after a random time, the other half a few milliseconds after an announcement, while
// transactions are running.
//
// Ends with "N passed, M failed"; a failed kill says the seed.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../tools/serve.mjs';
import { launch } from './lib/browser.mjs';
import { Planner } from './lib/planner.mjs';
import { gone, killTree } from './lib/processes.mjs';
import { sampleText } from './lib/samples.mjs';
import { VIEWPORT } from './lib/windows.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const dist = process.env.CADRE_DIST ?? path.join(here, '../../dist');
const [kind = 'chromium', killsWanted = '200', seedWanted] = process.argv.slice(2);
const kills = Number(killsWanted);
const seed = Number(seedWanted ?? Math.floor(Math.random() * 1e9));
if (!['chromium', 'firefox'].includes(kind) || !Number.isInteger(kills) || kills < 1) {
  console.error('error: kill.mjs chromium|firefox [KILLS] [SEED]');
  process.exit(2);
}

/** Longest time of edits before a kill. */
const LONGEST = 2500;
/** After this many kills, work restarts from a sample, so that histories keep a useful length. */
const FRESH = 25;

let state = seed >>> 0;
/** @returns {number} a whole number from 0 to below - 1 */
function random(below) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
}

/** The reports of the running page. */
class Witness {
  /** Plans in the order in which they were to be stored; the first is the one found at the start. */
  announced;
  /** Index of the last committed one. */
  committed = 0;
  /** Called with the number of announcements. */
  onAnnounced = () => {};

  constructor(found) {
    this.announced = [found];
  }

  hear(what, body) {
    if (what === 'announce') {
      this.announced.push(body);
      this.onAnnounced(this.announced.length - 1);
    } else {
      this.committed = Math.max(this.committed, Number(body));
    }
  }

  /** Indices that the plan found may have. */
  placesOf(found) {
    return this.announced.flatMap((plan, place) =>
      (place >= this.committed && plan === found ? [place] : []));
  }
}

let witness = new Witness('');

/** Runs inside the page before anything else does. */
function announceTransactions() {
  let announced = 0;
  const say = (what, body) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/witness/${what}`, false);
    request.send(body);
  };
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function announcedTransaction(stores, mode, options) {
    if (mode !== 'readwrite' || !window.witnessed) return transaction.call(this, stores, mode, options);
    announced += 1;
    const place = announced;
    // Before the transaction begins: one that waits for a request could end meanwhile.
    say('announce', window.cadrePlanner.planJson());
    const made = transaction.call(this, stores, mode, options);
    made.addEventListener('complete', () => say('commit', String(place)));
    return made;
  };
}

function listen(server) {
  const [answer] = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    const [, what] = /^\/witness\/(\w+)$/.exec(request.url) ?? [];
    if (what === undefined) {
      answer(request, response);
      return;
    }
    const mine = witness;
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      mine.hear(what, Buffer.concat(parts).toString());
      response.writeHead(204).end();
    });
  });
}

// ---- Work

/** The present widgets, without waiting. */
const widgets = (page) => page.evaluate(() => window.cadrePlanner.widgets());

async function press(page, found) {
  const shown = found.filter(({ w, h }) => w > 4 && h > 4);
  if (shown.length === 0) return;
  const { x, y, w, h } = shown[random(shown.length)];
  await page.mouse.move(x + w / 2, y + h / 2);
  await page.mouse.down();
  await page.mouse.up();
}

async function chord(page, ...keys) {
  for (const key of keys) await page.keyboard.down(key);
  for (const key of keys.reverse()) await page.keyboard.up(key);
}

/** A title of its own for each renaming. */
let renamed = 0;
async function rename(page) {
  await press(page, (await widgets(page)).filter(({ label }) => label === 'Kế hoạch'));
  const field = (await widgets(page)).filter(({ role }) => role === 'textbox');
  await press(page, field.filter(({ label }) => label === 'Tên kế hoạch'));
  await chord(page, 'Control', 'KeyA');
  await page.keyboard.type(`Lần ${seed}.${renamed += 1}`);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
}

/** Drags a control: many changes within one edit. */
async function drag(page) {
  const [slider] = (await widgets(page)).filter(({ role }) => role === 'slider');
  if (slider === undefined) {
    await press(page, (await widgets(page)).filter(({ role, label }) =>
      role === 'tab' && label === 'Chỉ tiêu'));
    return;
  }
  const at = () => [slider.x + 4 + random(slider.w - 8), slider.y + slider.h / 2];
  await page.mouse.move(...at());
  await page.mouse.down();
  for (let step = 0; step < 4; ++step) await page.mouse.move(...at());
  await page.mouse.up();
}

async function work(page) {
  const what = random(20);
  if (what < 7) {
    await press(page, (await widgets(page)).filter(({ label }) => label === 'Thêm đợt'));
  } else if (what < 11) await chord(page, 'Control', 'KeyZ');
  else if (what < 13) await chord(page, 'Control', 'KeyY');
  else if (what < 15) await rename(page);
  else await drag(page);
}

// ---- One kill

const tally = { edits: 0, committed: 0, beyond: 0, processes: 0 };

async function openPage(browser, address) {
  const page = (await browser.pages())[0] ?? await browser.newPage();
  await page.setViewport(VIEWPORT);
  await page.evaluateOnNewDocument(announceTransactions);
  const planner = new Planner(page, address, path.join(here, 'screenshots', kind));
  await planner.load();
  await planner.writable();
  return planner;
}

/** Compares what was found with the reports of the killed page; throws if they contradict. */
async function compare(planner) {
  const found = await planner.planJson();
  if (witness.announced[0] !== '') {
    const [place] = witness.placesOf(found);
    const about = `${witness.announced.length - 1} announced, ${witness.committed} committed`;
    if (place === undefined) {
      const older = witness.announced.lastIndexOf(found);
      throw new Error(older >= 0 ? `found edit ${older}; ${about}` : `found none of them; ${about}`);
    }
    tally.beyond += place > witness.committed ? 1 : 0;
  }
  const trouble = (await planner.widgets()).filter(({ role }) =>
    ['error', 'alert', 'dialog'].includes(role));
  if (trouble.length > 0) throw new Error(`the page shows ${JSON.stringify(trouble)}`);
  if (planner.complaints.length > 0) throw new Error(planner.complaints.join('; '));
  return found;
}

async function killOnce(browser, number, address) {
  const root = browser.process().pid;
  const planner = await openPage(browser, address);
  const { page } = planner;
  let found = await compare(planner);
  if (number % FRESH === 0) {
    await planner.openPlan(sampleText('thanh-tri'));
    await planner.settled();
    found = await planner.planJson();
  }
  witness = new Witness(found);
  await page.evaluate(() => { window.witnessed = true; });

  let killed = null;
  let kill = () => {};
  const done = new Promise((resolve) => {
    kill = () => {
      if (killed !== null) return;
      killed = killTree(root);
      resolve();
    };
  });
  const timers = [];
  const killIn = (milliseconds) => timers.push(setTimeout(kill, milliseconds));
  if (random(2) === 0) {
    killIn(100 + random(LONGEST));
  } else {
    const at = 1 + random(8);
    const after = random(12);
    witness.onAnnounced = (count) => { if (count === at) killIn(after); };
    // In case there are never so many.
    killIn(4 * LONGEST);
  }
  const working = (async () => {
    while (killed === null) await work(page);
  })().catch((error) => { if (killed === null) throw error; });
  try {
    await Promise.race([done, working.then(() => done)]);
    await working;
  } finally {
    // It does not belong to the next browser.
    timers.forEach(clearTimeout);
  }
  await gone(killed);
  await browser.disconnect().catch(() => {});
  tally.processes += killed.length;
  tally.edits += witness.announced.length - 1;
  tally.committed += witness.committed;
}

const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'planner-kill-'));

/** The browser on the profile of those before it. */
async function openAgain() {
  for (let left = 3; ; left -= 1) {
    try {
      return await launch(kind, [], profile);
    } catch (error) {
      // The driver copies preferences, which are missing if Firefox was killed while renaming them.
      if (left === 0 || error.code !== 'ENOENT') throw error;
    }
  }
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'planner-dist-'));
fs.cpSync(dist, path.join(folder, 'page'), { recursive: true });
const { server, address: base } = await serve(folder, 0);
listen(server);
const address = `${base}page/`;
console.log(`${kind}: ${kills} kills, seed ${seed}`);

let passed = 0;
let failed = 0;
const start = Date.now();
for (let number = 0; number < kills && failed < 5; ++number) {
  const browser = await openAgain();
  try {
    await killOnce(browser, number, address);
    passed += 1;
  } catch (error) {
    await gone(killTree(browser.process().pid));
    // Counts as a failure of the previous kill.
    failed += 1;
    console.log(`  FAIL  ${kind}: kill ${number}, seed ${seed}: ${error.stack ?? error}`);
    witness = new Witness('');
  }
  if ((number + 1) % 20 === 0) {
    console.log(`  ${number + 1} kills, ${Math.round((Date.now() - start) / 1000)} s`);
  }
}
// The state left by the last kill.
const browser = await openAgain();
try {
  const planner = await openPage(browser, address);
  await compare(planner);
} catch (error) {
  failed += 1;
  console.log(`  FAIL  ${kind}: after the last kill, seed ${seed}: ${error.stack ?? error}`);
}
await browser.close();
server.closeAllConnections();
server.close();
fs.rmSync(profile, { recursive: true, force: true });
fs.rmSync(folder, { recursive: true, force: true });
console.log(`  ${tally.edits} transactions announced, ${tally.committed} reported as committed; ` +
  `${tally.beyond} times more was found than had been reported; ${tally.processes} processes killed`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
