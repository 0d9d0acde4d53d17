// An assumption of the other tests: their shared window is like new for each of them.

import assert from 'node:assert/strict';
import { Planner } from './lib/planner.mjs';
import { test } from './lib/runner.mjs';
import { remembered } from './lib/windows.mjs';
import { ADD, openSample } from './lib/work.mjs';

const KINDS = ['workers', 'caches', 'databases', 'settings', 'session', 'locks', 'controller'];

/** What a user sees at first, and where. */
async function firstSight(planner) {
  await planner.load();
  await planner.resting();
  return planner.widgets();
}

export default [
  test('a window that is used again knows nothing of what was before', async (planner, { window, openWindow }) => {
    await openSample(planner);
    await planner.click(ADD);
    await planner.click({ role: 'tab', label: 'EN' });
    await planner.settled();
    await planner.until(() => navigator.serviceWorker.controller !== null);
    await planner.page.evaluate(() => {
      sessionStorage.setItem('a', 'b');
      document.cookie = 'a=b; path=/page/';
    });
    const left = await planner.page.evaluate(remembered);
    for (const kind of KINDS) {
      assert.ok(left.some((name) => name.startsWith(`${kind}: `)), `no ${kind} in ${left.join('; ')}`);
    }

    const cookies = () => planner.page.browserContext().cookies();
    assert.equal((await cookies()).length, 1);

    await window.renew();
    assert.deepEqual(await planner.page.evaluate(remembered), []);
    assert.deepEqual(await cookies(), []);
    const other = await openWindow();
    try {
      const page = await other.newPage();
      await page.setViewport(planner.page.viewport());
      const fresh = await firstSight(new Planner(page, planner.address, planner.screenshots));
      await page.close();
      await planner.page.bringToFront();
      assert.deepEqual(await firstSight(planner), fresh);
    } finally {
      await other.close();
    }
  }, { alone: true }),
];
