// Meeting mode: what is readable from the far end of the room, and what must not be shown.

import assert from 'node:assert/strict';
import { PlanFacts, sampleText } from './lib/samples.mjs';
import { test } from './lib/runner.mjs';

const WIDE = { width: 1920, height: 1080 };

/** Waits for asynchronous actions of the browser. */
async function full(planner, wanted) {
  await planner.until((on) => (document.fullscreenElement !== null) === on, wanted);
  await planner.settled();
}

async function openHaNoi(planner) {
  assert.deepEqual(await planner.openPlan(sampleText('ha-noi')), []);
}

/** @param {boolean} fills whether the browser allows it to fill the screen, which moves what is shown */
async function begin(planner, scope, fills = true) {
  await planner.click({ role: 'button', label: 'Chế độ họp' });
  await planner.click({ role: 'tab', label: scope });
  await planner.click({ role: 'button', label: 'Trình chiếu toàn màn hình' });
  await planner.find({ role: 'button', label: 'Thoát chế độ họp' });
  await full(planner, fills);
}

/** All texts of the page: widgets, and the accessible mirror. */
const said = (planner) => planner.page.evaluate(() =>
  JSON.stringify(window.cadrePlanner.widgets()) + document.body.textContent + document.title);

export default [
  test('a meeting fills the screen and Escape ends both', async (planner) => {
    await openHaNoi(planner);
    await begin(planner, 'Đang xem');
    await planner.click({ role: 'button', label: 'Thoát chế độ họp' });
    await full(planner, false);
    await planner.press('Control+Enter');
    await full(planner, true);
    // The browser handles Escape itself; the page only learns that full screen has ended.
    await planner.page.evaluate(() => document.exitFullscreen());
    await full(planner, false);
    await planner.find({ role: 'post' });
  }, { viewport: WIDE }),

  test('a meeting ends with Escape where the browser allows no full screen', async (planner) => {
    await openHaNoi(planner);
    await begin(planner, 'Đang xem', false);
    await planner.press('Escape');
    await planner.find({ role: 'post' });
  }, {
    viewport: WIDE,
    prepare: (page) => page.evaluateOnNewDocument(() => {
      Element.prototype.requestFullscreen = () => Promise.reject(new Error('not here'));
    }),
  }),

  test('arrow keys step through scenarios and rounds, and nobody is named', async (planner, { kind }) => {
    const facts = new PlanFacts(sampleText('ha-noi'));
    await openHaNoi(planner);
    await begin(planner, 'Còn thiếu');
    await planner.press('ArrowRight');
    await planner.find({ role: 'heading', label: 'Phương án A' });
    const moves = await planner.findAll({ role: 'move' });
    assert.ok(moves.length >= 3, `${moves.length} moves`);
    assert.equal(moves[0].label, 'Cán bộ 1');
    await planner.hover(moves[0]);
    const text = await said(planner);
    const named = facts.plan.cadres.filter(({ name }) => text.includes(name));
    assert.deepEqual(named, []);
    if (kind === 'chromium') await planner.screenshot('meeting-short');
    await planner.press('ArrowUp');
    await planner.find({ role: 'status', label: 'Hiện trạng' });
    await planner.press('ArrowDown');
    await planner.find({ role: 'status', label: 'Đợt 2/2023' });
    await planner.press('ArrowLeft');
    await planner.find({ role: 'heading', label: 'Hiện trạng' });
  }, { viewport: WIDE }),

  test('a meeting shows names when they are unmasked, and the same numbers after', async (planner) => {
    const facts = new PlanFacts(sampleText('ha-noi'));
    await openHaNoi(planner);
    await begin(planner, 'Đang xem');
    await planner.press('ArrowRight');
    const masked = await planner.findAll({ role: 'move' });
    await planner.click({ role: 'checkbox', label: 'Che tên cán bộ' });
    const named = await planner.findAll({ role: 'move' });
    assert.ok(named.every(({ label }) => facts.plan.cadres.some(({ name }) => name === label)));
    await planner.screenshot('meeting-names');
    await planner.click({ role: 'checkbox', label: 'Che tên cán bộ' });
    assert.deepEqual((await planner.findAll({ role: 'move' })).map(({ label }) => label),
      masked.map(({ label }) => label));
  }, { viewport: WIDE }),

  ...[
    ['1366x768', { width: 1366, height: 768 }],
    ['1920x1080', WIDE],
    ['1920x1080-2x', { ...WIDE, deviceScaleFactor: 2 }],
    ['3840x2160', { width: 3840, height: 2160 }],
    ['tablet', { width: 1180, height: 820, deviceScaleFactor: 2 }],
    ['tablet-upright', { width: 820, height: 1180, deviceScaleFactor: 2 }],
  ].map(([name, viewport]) => test(`a meeting looks right at ${name}`, async (planner, { kind }) => {
    await openHaNoi(planner);
    await begin(planner, 'Đang xem');
    await planner.press('ArrowRight');
    await planner.find({ role: 'heading', label: 'Phương án A' });
    await planner.screenshot(`meeting-${name}-vi`);
    const widgets = (await planner.widgets()).filter(({ role }) => role !== 'separator');
    // In Firefox full screen is as large as its window, whatever the viewport was.
    const { width, height } = kind === 'chromium' ? viewport
      : await planner.page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    for (const { label, x, y, w, h } of widgets) {
      assert.ok(x >= 0 && y >= 0 && x + w <= width + 1 && y + h <= height + 1, label);
    }
    await planner.press('Escape');
    await full(planner, false);
    await planner.click({ role: 'tab', label: 'EN' });
    await planner.click({ role: 'button', label: 'Light, dark, high contrast' });
    await planner.press('Control+Enter');
    await planner.find({ role: 'button', label: 'Leave meeting mode' });
    await planner.screenshot(`meeting-${name}-en`);
  }, { viewport, only: name === '1366x768' ? undefined : ['chromium'] })),
];
