// Runs tests one after the other, each in a fresh browser context, and counts.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Planner } from './planner.mjs';

const VIEWPORT = { width: 1440, height: 900, deviceScaleFactor: 1 };

/**
 * @typedef {object} Test
 * @property {string} name
 * @property {(planner: Planner, tools: Tools) => Promise<void>} run
 * @property {Partial<typeof VIEWPORT>} [viewport]
 * @property {(page: import('puppeteer-core').Page) => Promise<void>} [prepare] before the page loads
 * @property {('chromium' | 'firefox')[]} [only]
 * @property {boolean} [starts] false when the planner cannot start
 * @property {boolean} [mayComplain] errors on the console are expected
 *
 * @typedef {object} Tools
 * @property {string} kind of browser
 * @property {string} origin
 * @property {import('puppeteer-core').Browser} browser
 * @property {string} scratch folder that is gone after the test
 */

/** @returns {Test} */
export const test = (name, run, options = {}) => ({ name, run, ...options });

async function runOne(given, { browser, kind, address, screenshots }) {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'planner-e2e-'));
  const downloads = path.join(scratch, 'downloads');
  fs.mkdirSync(downloads);
  const context = await browser.createBrowserContext({
    downloadBehavior: { policy: 'allow', downloadPath: downloads },
  });
  let planner;
  try {
    const page = await context.newPage();
    await page.setViewport({ ...VIEWPORT, ...given.viewport });
    await given.prepare?.(page, new URL(address).origin);
    planner = new Planner(page, address, screenshots, downloads);
    if (given.starts ?? true) await planner.load();
    else await page.goto(address);
    await given.run(planner, { kind, browser, scratch, origin: new URL(address).origin });
    if (!given.mayComplain && planner.complaints.length > 0) {
      throw new Error(`the page complained:\n    ${planner.complaints.join('\n    ')}`);
    }
    return null;
  } catch (error) {
    if (planner !== undefined) {
      const name = given.name.replace(/[^a-z0-9]+/gi, '-').slice(0, 60);
      await planner.screenshot(`failed-${name}`).catch(() => {});
    }
    if (planner?.complaints.length > 0) {
      error.stack += `\nThe page's console:\n${planner.complaints.join('\n')}`;
    }
    return error;
  } finally {
    await context.close().catch(() => {});
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

/** Without the driver's own share of the stack. */
const explain = (error) => String(error.stack ?? error).split('\n')
  .filter((line) => !line.includes('/node_modules/') && !line.includes('node:internal')).join('\n');

/**
 * @param {Test[]} tests
 * @param {object} where
 * @param {import('puppeteer-core').Browser} where.browser
 * @param {'chromium' | 'firefox'} where.kind
 * @param {string} where.address of the page
 * @param {string} where.screenshots folder
 * @returns {Promise<{passed: number, failed: number}>}
 */
export async function runAll(tests, where) {
  let passed = 0;
  let failed = 0;
  for (const given of tests) {
    if (given.only && !given.only.includes(where.kind)) continue;
    const start = Date.now();
    const error = await runOne(given, where);
    const took = `${((Date.now() - start) / 1000).toFixed(1)} s`;
    if (error === null) {
      passed += 1;
      console.log(`  ok    ${where.kind}: ${given.name} (${took})`);
    } else {
      failed += 1;
      console.log(`  FAIL  ${where.kind}: ${given.name} (${took})`);
      console.log(explain(error).replace(/^/gm, '        '));
    }
  }
  return { passed, failed };
}

export const screenshotsOf = (folder, kind) => path.join(folder, 'screenshots', kind);
