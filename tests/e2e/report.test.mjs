// The report in a new tab: allowed by the page's security policy, printed once loaded, and
// downloaded if new tabs are blocked.

import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from './lib/runner.mjs';

const PRINT = { role: 'menuitem', label: 'Báo cáo để in…' };

async function askForReport(planner) {
  await planner.click({ role: 'sample', label: 'Phúc Thọ 2021–2023' });
  await planner.waitFor({ role: 'tile' });
  await planner.settled();
  await planner.click({ role: 'combobox', label: 'Kế hoạch' });
  const { x, y, w, h } = await planner.find(PRINT);
  // Does not wait for the page to settle: behind the new tab it draws no frames.
  await planner.page.mouse.click(x + w / 2, y + h / 2);
}

/** Runs in the page before anything else: records what happens to the tab; real printing would wait for
 *  a user. */
function watchTabs() {
  const { open } = window;
  window.open = (...words) => {
    const tab = open.apply(window, words);
    window.reportTab = tab;
    return tab && {
      get closed() { return tab.closed; },
      get location() { return tab.location; },
      get document() { return tab.document; },
      print() { window.printed = tab.document.readyState; },
    };
  };
}

const ownTab = test('The report opens in a tab of its own, styled, and is printed', async (planner) => {
  await askForReport(planner);
  await planner.until(() => window.printed !== undefined);
  const seen = await planner.page.evaluate(() => {
    const { document } = window.reportTab;
    const cell = document.querySelector('tbody td');
    return {
      printed: window.printed,
      title: document.title,
      language: document.documentElement.lang,
      border: window.reportTab.getComputedStyle(cell).borderTopWidth,
      bars: document.querySelectorAll('svg rect').length,
      scripts: document.scripts.length,
    };
  });
  assert.equal(seen.printed, 'complete');
  assert.equal(seen.title, 'Phúc Thọ 2021–2023 · Lộ trình 2022–2023');
  assert.equal(seen.language, 'vi');
  assert.notEqual(seen.border, '0px', 'the policy of the page allows the style of the report');
  assert.ok(seen.bars > 0);
  assert.equal(seen.scripts, 0);
}, { prepare: (page) => page.evaluateOnNewDocument(watchTabs) });

const blocked = test('Where new tabs are blocked the report is downloaded', async (planner) => {
  await askForReport(planner);
  assert.equal(path.basename(await planner.downloaded('.html')),
    'phuc-tho-2021-2023-lo-trinh-2022-2023.html');
}, { prepare: (page) => page.evaluateOnNewDocument(() => { window.open = () => null; }) });

export default [ownTab, blocked];
