// Touch input on a tablet, as sent by the browser.

import assert from 'node:assert/strict';
import { PlanFacts, sampleText } from './lib/samples.mjs';
import { Planner } from './lib/planner.mjs';
import { test } from './lib/runner.mjs';

const TABLET = { width: 1180, height: 820, hasTouch: true };
/** As sharp as tablets are. */
const SHARP = { ...TABLET, deviceScaleFactor: 2 };
const UPRIGHT = { ...SHARP, width: 820, height: 1180 };
const LOW = { ...SHARP, width: 1024, height: 768 };
/** Longer than a finger has to rest (src/kit/gestures.h). */
const REST = 700;

const centre = Planner.centre;
/** In the page, whose own timer for a resting finger expires before this one. */
async function rest(planner) {
  await planner.settled();
  await planner.page.evaluate((time) => new Promise((resolve) => { setTimeout(resolve, time); }), REST);
  await planner.settled();
}

async function slide(finger, from, to, steps = 12) {
  for (let i = 1; i <= steps; i += 1) {
    await finger.move(from.x + (to.x - from.x) * i / steps, from.y + (to.y - from.y) * i / steps);
  }
}

/**
 * One finger, through the browser's own protocol (Chromium). Nothing is awaited in between, so that
 * the finger does not rest by mistake on a busy machine.
 */
async function atOnce(planner, points, { lift }) {
  const session = await planner.page.createCDPSession();
  const send = (type, touchPoints) => session.send('Input.dispatchTouchEvent', { type, touchPoints });
  const sent = points.map((point, i) => send(i === 0 ? 'touchStart' : 'touchMove', [point]));
  if (lift) sent.push(send('touchEnd', []));
  await Promise.all(sent);
  await planner.settled();
  return () => send('touchEnd', []);
}

async function tap(planner, wanted, kind = 'chromium') {
  const at = centre('w' in wanted ? wanted : await planner.find(wanted));
  if (kind === 'chromium') await atOnce(planner, [at], { lift: true });
  else await planner.page.touchscreen.tap(at.x, at.y);
  await planner.settled();
}

async function openThanhTri(planner) {
  assert.deepEqual(await planner.openPlan(sampleText('thanh-tri')), []);
  await planner.find({ role: 'post' });
}

/** Two officials in different columns whom the board shows. */
async function twoHolders(planner) {
  const posts = (await planner.findAll({ role: 'post' })).filter(({ value }) => value !== '');
  const [first] = posts;
  const second = posts.find(({ x, y }) => x > first.x + first.w && y > first.y + first.h);
  assert.ok(second);
  return [first, second];
}

export default [
  test('a finger taps, and leaves nothing under the cursor', async (planner, { kind }) => {
    await tap(planner, { role: 'sample', label: 'Thanh Trì 7/2023' }, kind);
    await planner.waitFor({ role: 'tile' });
    await tap(planner, { role: 'tab', label: 'Danh sách' }, kind);
    await planner.find({ role: 'row', labelPart: 'Thanh Trì' });
    assert.equal(await planner.has({ role: 'tooltip' }), false);
  }, { viewport: TABLET }),

  test('a finger that sets off sideways drags an official', async (planner, { kind }) => {
    await openThanhTri(planner);
    const [first, second] = await twoHolders(planner);
    const from = centre(first);
    const to = centre(second);
    const finger = await planner.page.touchscreen.touchStart(from.x, from.y);
    await slide(finger, from, { x: from.x + 60, y: from.y });
    await slide(finger, { x: from.x + 60, y: from.y }, to);
    await planner.settled();
    const effect = await planner.find({ role: 'tooltip' });
    assert.ok(effect.y + effect.h <= to.y, 'the effect lies above the finger');
    await planner.screenshot(`touch-drag-${kind}`);
    await finger.end();
    await planner.settled();
    await planner.find({ role: 'post', label: first.label, value: second.value });
    assert.equal((await planner.findAll({ role: 'move' })).length, 2);
  }, { viewport: SHARP }),

  test('a finger that sets off upwards scrolls the board with it', async (planner) => {
    await openThanhTri(planner);
    const [, second] = await twoHolders(planner);
    const from = centre(second);
    const steps = [0, 6, 12, 18, 24, 30].map((up) => ({ x: from.x, y: from.y - up }));
    const lift = await atOnce(planner, steps, { lift: false });
    const moved = await planner.find({ role: 'post', label: second.label });
    assert.ok(Math.abs(moved.y - (second.y - 30)) <= 1, `${second.y} became ${moved.y}`);
    await lift();
    await planner.settled();
    assert.equal(await planner.has({ role: 'move' }), false);
  }, { viewport: TABLET, only: ['chromium'] }),

  test('a finger that rests on an official opens a menu', async (planner, { kind }) => {
    await openThanhTri(planner);
    const [first] = await twoHolders(planner);
    const at = centre(first);
    const finger = await planner.page.touchscreen.touchStart(at.x, at.y);
    await rest(planner);
    await finger.end();
    await planner.screenshot(`touch-menu-${kind}`);
    await tap(planner, { role: 'menuitem', label: 'Chuyển đến…' }, kind);
    await planner.find({ role: 'option' });
  }, { viewport: TABLET }),

  test('a finger that rests before it goes drags whichever way', async (planner) => {
    await openThanhTri(planner);
    const [first, second] = await twoHolders(planner);
    const from = centre(first);
    const to = centre(second);
    const finger = await planner.page.touchscreen.touchStart(from.x, from.y);
    await rest(planner);
    await slide(finger, from, { x: from.x, y: to.y });
    await slide(finger, { x: from.x, y: to.y }, to);
    await finger.end();
    await planner.settled();
    await planner.find({ role: 'post', label: first.label, value: second.value });
  }, { viewport: TABLET }),

  test('a pen drags whichever way, at once', async (planner) => {
    await openThanhTri(planner);
    const [first, second] = await twoHolders(planner);
    const from = centre(first);
    const to = centre(second);
    const session = await planner.page.createCDPSession();
    const pen = (type, { x, y }, buttons) => session.send('Input.dispatchMouseEvent', {
      type, x, y, buttons, button: type === 'mouseMoved' ? 'none' : 'left', clickCount: 1,
      pointerType: 'pen',
    });
    await pen('mouseMoved', from, 0);
    await pen('mousePressed', from, 1);
    await pen('mouseMoved', { x: from.x, y: to.y }, 1);
    await pen('mouseMoved', to, 1);
    await planner.settled();
    await planner.find({ role: 'tooltip' });
    await pen('mouseReleased', to, 0);
    await planner.settled();
    await planner.find({ role: 'post', label: first.label, value: second.value });
    assert.equal((await planner.findAll({ role: 'move' })).length, 2);
  }, { viewport: TABLET, only: ['chromium'] }),

  test('two fingers zoom the map and a tap brings all of it back', async (planner, { kind }) => {
    assert.deepEqual(await planner.openPlan(sampleText('ha-noi')), []);
    const facts = new PlanFacts(sampleText('ha-noi'));
    const before = await planner.findAll({ role: 'tile' });
    assert.equal(before.length, facts.plan.units.filter(({ level }) => level === 'district').length);
    const tile = before.find(({ label }) => label === 'Quận Ba Đình');
    const { x, y } = centre(tile);
    const left = await planner.page.touchscreen.touchStart(x - 20, y);
    const right = await planner.page.touchscreen.touchStart(x + 20, y);
    for (let i = 1; i <= 8; i += 1) {
      await left.move(x - 20 - i * 5, y);
      await right.move(x + 20 + i * 5, y);
    }
    await planner.settled();
    const grown = await planner.find({ role: 'tile', label: 'Quận Ba Đình' });
    assert.ok(grown.w > tile.w * 2, `${tile.w} became ${grown.w}`);
    await planner.screenshot(`touch-zoom-${kind}`);
    await left.end();
    await right.end();
    await tap(planner, { role: 'button', label: 'Xem toàn bộ' }, kind);
    const back = await planner.find({ role: 'tile', label: 'Quận Ba Đình' });
    assert.equal(back.w, tile.w);
  }, { viewport: TABLET }),

  test('a finger drags a splitter', async (planner) => {
    await openThanhTri(planner);
    const [splitter] = await planner.findAll({ role: 'separator' });
    const from = { x: splitter.x + splitter.w + 4, y: splitter.y + splitter.h / 2 };
    const finger = await planner.page.touchscreen.touchStart(from.x, from.y);
    await slide(finger, from, { x: from.x + 50, y: from.y });
    await finger.end();
    await planner.settled();
    const [moved] = await planner.findAll({ role: 'separator' });
    assert.ok(moved.x > splitter.x + 30, `${splitter.x} became ${moved.x}`);
  }, { viewport: TABLET }),

  test('a field that is tapped has the keyboard at once, and stays above the one on the screen',
    async (planner, { kind }) => {
      await openThanhTri(planner);
      // A browser opens its keyboard only during the tap: the focus must move in the same event.
      await planner.page.evaluate(() => window.addEventListener('pointerup', () => {
        window.focusAtLift ??= document.activeElement.id;
      }));
      const field = await planner.find({ role: 'textbox', label: 'Tìm trên bảng' });
      await tap(planner, field, kind);
      assert.equal(await planner.page.evaluate(() => window.focusAtLift), 'text-agent');
      await planner.type('Tân Triều');
      await planner.find({ role: 'textbox', label: 'Tìm trên bảng', value: 'Tân Triều' });
      // A keyboard that leaves 100 pixels visible.
      await planner.page.evaluate(() => {
        Object.defineProperty(window.visualViewport, 'height', { get: () => 100, configurable: true });
        window.visualViewport.dispatchEvent(new Event('resize'));
      });
      const top = await planner.page.evaluate(() =>
        document.getElementById('canvas').getBoundingClientRect().top);
      assert.ok(top + field.y + field.h <= 100, `the field ends at ${top + field.y + field.h}`);
      if (kind === 'chromium') await planner.screenshot('touch-keyboard');
      // A tap beside it, on something not focusable: the keyboard closes and the page moves back
      // down.
      await tap(planner, { x: 620, y: 20, w: 2, h: 2 }, kind);
      assert.equal(await planner.page.evaluate(() =>
        document.getElementById('canvas').getBoundingClientRect().top), 0);
    }, { viewport: TABLET }),

  ...[['1180x820', SHARP], ['820x1180', UPRIGHT], ['1024x768', LOW]].map(([name, viewport]) =>
    test(`the planner is usable on a tablet of ${name}`, async (planner) => {
      assert.deepEqual(await planner.openPlan(sampleText('ha-noi')), []);
      await planner.screenshot(`tablet-${name}`);
      const [first] = (await planner.findAll({ role: 'post' })).filter(({ value }) => value !== '');
      assert.ok(first, 'the board shows officials');
      assert.ok(first.h >= 40, `an official is ${first.h} high`);
      await tap(planner, first);
      await planner.find({ role: 'heading', label: first.value });
      await planner.screenshot(`tablet-${name}-inspector`);
    }, { viewport, only: ['chromium'] })),
];
