// Runs tests one after the other and counts results. Most share a window, which is reset for each
// of them (windows.mjs).

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Planner } from './planner.mjs';
import { computedBy } from './processes.mjs';
import { VIEWPORT, Window } from './windows.mjs';

/** How many of the slowest are listed. */
const SLOWEST = 15;

/**
 * @typedef {object} Test
 * @property {string} name
 * @property {(planner: Planner, tools: Tools) => Promise<void>} run
 * @property {Partial<typeof VIEWPORT>} [viewport]
 * @property {(page: import('puppeteer-core').Page) => Promise<void>} [prepare] before the page loads
 * @property {('chromium' | 'firefox')[]} [only]
 * @property {boolean} [main] belongs to the planner's main job, which the quick selection covers
 * @property {boolean} [alone] needs a window of its own
 * @property {boolean} [starts] false when the planner cannot start
 * @property {boolean} [mayComplain] errors on the console are expected
 *
 * @typedef {object} Tools
 * @property {string} kind of browser
 * @property {string} origin
 * @property {Window} window that the test's page is in
 * @property {() => Promise<Window>} openWindow another one, which the test closes
 * @property {string} scratch folder that is deleted after the test
 */

/** @returns {Test} */
export const test = (name, run, options = {}) => ({ name, run, ...options });

/** The window for a test; `giveBack` closes it unless it is shared. */
class Windows {
  #browser;
  #nowhere;
  #downloads;
  #shared = null;

  constructor(browser, nowhere, folder) {
    this.#browser = browser;
    this.#nowhere = nowhere;
    this.#downloads = path.join(folder, 'shared-downloads');
  }

  open(downloads) {
    return Window.open(this.#browser, this.#nowhere, downloads);
  }

  async take(given, scratch) {
    if (given.alone) {
      const own = await this.open(path.join(scratch, 'downloads'));
      await own.newPage();
      return own;
    }
    this.#shared ??= await this.open(this.#downloads);
    await this.#shared.renew();
    // Changes that a test makes to its page before loading stay with that page.
    if (given.prepare) await this.#shared.newPage();
    return this.#shared;
  }

  async giveBack(window, given, isSound) {
    if (window !== this.#shared || !isSound) {
      // A failed test may have left anything behind.
      if (window === this.#shared) this.#shared = null;
      await window.close();
    } else if (given.prepare) {
      await window.dropPage();
    }
  }

  async close() {
    await this.#shared?.close();
  }
}

/** Processor time in seconds used by the browser and this program so far. */
function computed(browser) {
  const { user, system } = process.cpuUsage();
  const root = browser.process()?.pid;
  return (user + system) / 1e6 + (root === undefined ? 0 : computedBy(root));
}

/** @returns {Promise<{error: Error | null, took: number, busy: number}>} seconds that it took */
async function runOne(given, windows, { browser, kind, address, screenshots }) {
  const start = Date.now();
  const before = computed(browser);
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'planner-e2e-'));
  const { origin } = new URL(address);
  let window = null;
  let planner = null;
  let failure = null;
  try {
    window = await windows.take(given, scratch);
    const { page } = window;
    await page.setViewport({ ...VIEWPORT, ...given.viewport });
    await given.prepare?.(page, origin);
    planner = new Planner(page, address, screenshots, window.downloads);
    if (given.starts ?? true) await planner.load();
    else await page.goto(address);
    const openWindow = () => windows.open(path.join(scratch, 'other'));
    await given.run(planner, { kind, window, openWindow, scratch, origin });
    if (!given.mayComplain && planner.complaints.length > 0) {
      throw new Error(`the page complained:\n    ${planner.complaints.join('\n    ')}`);
    }
    if (!given.alone && planner.requests.some((request) => !request.startsWith(`${origin}/`) &&
      !/^(data|blob|about):/.test(request))) {
      throw new Error('the test goes to other addresses, whose storage its window keeps: it must be alone');
    }
  } catch (error) {
    failure = error;
    if (planner !== null) {
      const name = given.name.replace(/[^a-z0-9]+/gi, '-').slice(0, 60);
      await planner.screenshot(`failed-${name}`, { always: true }).catch(() => {});
      if (planner.complaints.length > 0) {
        error.stack += `\nThe page's console:\n${planner.complaints.join('\n')}`;
      }
    }
  }
  const took = (Date.now() - start) / 1000;
  // While the processes that did the work still exist.
  const busy = computed(browser) - before;
  planner?.leave();
  try {
    if (window !== null) await windows.giveBack(window, given, failure === null);
  } catch (error) {
    failure ??= error;
  }
  fs.rmSync(scratch, { recursive: true, force: true });
  return { error: failure, took, busy };
}

/** Without the driver's stack frames. */
const explain = (error) => String(error.stack ?? error).split('\n')
  .filter((line) => !line.includes('/node_modules/') && !line.includes('node:internal')).join('\n');

const seconds = (time) => `${time.toFixed(1)} s`;

function listSlowest(kind, runs) {
  const order = [...runs].sort((a, b) => b.busy - a.busy).slice(0, SLOWEST);
  const sum = (what) => seconds(runs.reduce((total, run) => total + run[what], 0));
  console.log(`  ${kind}: ${sum('took')} in all, ${sum('busy')} of them computing; most by`);
  for (const { name, took, busy } of order) {
    console.log(`    ${seconds(busy).padStart(7)} of ${seconds(took).padStart(7)}  ${name}`);
  }
}

/**
 * @param {Test[]} tests
 * @param {object} where
 * @param {import('puppeteer-core').Browser} where.browser
 * @param {'chromium' | 'firefox'} where.kind
 * @param {string} where.address of the page
 * @param {string} where.nowhere an address of the same origin without the page
 * @param {string} where.folder for what is downloaded
 * @param {string} where.screenshots folder
 * @returns {Promise<{passed: number, failed: string[]}>} names of those that failed
 */
export async function runAll(tests, where) {
  const windows = new Windows(where.browser, where.nowhere, where.folder);
  const runs = [];
  const failed = [];
  for (const given of tests) {
    if (given.only && !given.only.includes(where.kind)) continue;
    const { error, took, busy } = await runOne(given, windows, where);
    runs.push({ name: given.name, took, busy });
    if (error !== null) failed.push(given.name);
    console.log(`  ${error === null ? 'ok  ' : 'FAIL'}  ${where.kind}: ${given.name} ` +
      `(${seconds(took)}, ${seconds(busy)} computing)`);
    if (error !== null) console.log(explain(error).replace(/^/gm, '        '));
  }
  await windows.close();
  listSlowest(where.kind, runs);
  return { passed: runs.length - failed.length, failed };
}

export const screenshotsOf = (folder, kind) => path.join(folder, 'screenshots', kind);
