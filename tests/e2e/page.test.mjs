// The page around the interface: it loads, stays quiet, stays within its origin, remembers.

import assert from 'node:assert/strict';
import { sampleText } from './lib/samples.mjs';
import { test } from './lib/runner.mjs';

const sample = () => sampleText('thanh-tri');

/** Key presses that reached the page but were left to the browser. */
async function watchUntaken(planner) {
  await planner.page.evaluate(() => {
    window.untaken = [];
    window.addEventListener('keydown', (event) => {
      if (!event.defaultPrevented) window.untaken.push(`${event.ctrlKey ? 'Ctrl+' : ''}${event.code}`);
      // The browser's own reaction must not end the test.
      event.preventDefault();
    });
  });
  return () => planner.page.evaluate(() => window.untaken.splice(0));
}

export default [
  test('loads, and asks nothing of any other origin', async (planner, { origin }) => {
    assert.ok(await planner.framesRendered() > 0);
    assert.ok((await planner.widgets()).length > 0);
    const foreign = planner.requests.filter((address) =>
      !address.startsWith(`${origin}/`) && !address.startsWith('data:'));
    assert.deepEqual(foreign, []);
    await planner.screenshot('01-first-run');
  }, { main: true }),

  test('draws nothing and computes nothing while nothing happens', async (planner) => {
    await planner.resting();
    const before = [await planner.framesRendered(), await planner.framesComputed()];
    // Measures two seconds of inactivity.
    await planner.page.evaluate(() => new Promise((resolve) => { setTimeout(resolve, 2000); }));
    assert.deepEqual([await planner.framesRendered(), await planner.framesComputed()], before);
  }),

  test('a mouse over nothing draws no picture', async (planner) => {
    const { width, height } = planner.page.viewport();
    await planner.page.mouse.move(width - 3, height - 3);
    await planner.settled();
    const before = await planner.framesRendered();
    for (let step = 0; step < 5; ++step) {
      await planner.page.mouse.move(width - 4 - step, height - 4);
      await planner.settled();
    }
    assert.equal(await planner.framesRendered(), before);
  }),

  test('opens a plan and gives it back byte for byte', async (planner) => {
    const text = sample();
    assert.deepEqual(await planner.openPlan(text), []);
    assert.equal(await planner.planJson(), text);
  }),

  test('refuses a broken plan with its errors and keeps the open one', async (planner) => {
    const text = sample();
    assert.deepEqual(await planner.openPlan(text), []);
    for (const broken of ['', '{', text.slice(0, text.length / 2), '{"format":"x"}', '[]']) {
      const errors = await planner.openPlan(broken);
      assert.ok(errors.length > 0, `no error for ${broken.slice(0, 20)}`);
      assert.ok(errors.every((error) => error.length > 0));
      assert.equal(await planner.planJson(), text);
    }
  }, { main: true }),

  test('brings the plan back after a reload', async (planner) => {
    const text = sample();
    assert.deepEqual(await planner.openPlan(text), []);
    await planner.settled();
    await planner.reload();
    assert.equal(await planner.planJson(), text);
  }),

  test('works without any storage', async (planner) => {
    assert.deepEqual(await planner.openPlan(sample()), []);
    assert.notEqual(await planner.planJson(), '');
  }, {
    prepare: (page) => page.evaluateOnNewDocument(() => {
      const blocked = () => { throw new DOMException('blocked', 'SecurityError'); };
      Object.defineProperty(window, 'indexedDB', { get: blocked });
      Object.defineProperty(window, 'localStorage', { get: blocked });
    }),
  }),

  test('follows the size of the window', async (planner) => {
    for (const [width, height] of [[1024, 700], [1366, 768], [1920, 1080]]) {
      await planner.page.setViewport({ width, height, deviceScaleFactor: 1 });
      await planner.until((w, h) => {
        const canvas = document.getElementById('canvas');
        return window.innerWidth === w && canvas.width === w && canvas.height === h;
      }, width, height);
      const right = Math.max(...(await planner.widgets()).map(({ x, w }) => x + w));
      assert.ok(right <= width + 1, `something ends at ${right} of ${width}`);
    }
    await planner.screenshot('02-1920x1080');
  }),

  test('is sharp on a screen of twice the density', async (planner) => {
    const [pixels, ratio] = await planner.page.evaluate(() =>
      [document.getElementById('canvas').width, window.devicePixelRatio]);
    assert.equal(ratio, 2);
    assert.equal(pixels, 2 * 1200);
    await planner.screenshot('03-density-2');
  }, { viewport: { width: 1200, height: 800, deviceScaleFactor: 2 } }),

  test('follows a change of density', async (planner) => {
    await planner.page.setViewport({ width: 1200, height: 800, deviceScaleFactor: 1.5 });
    await planner.until(() => document.getElementById('canvas').width === 1800);
    await planner.settled();
    // Chromium's driver changes the density without notifying the page.
  }, { viewport: { width: 1200, height: 800 }, only: ['firefox'] }),

  test('leaves the browser its own keys', async (planner) => {
    await planner.page.mouse.click(5, 5);
    const untaken = await watchUntaken(planner);
    // Ctrl+W, Ctrl+T, Ctrl+N and the like never reach a page in a test, or would end it.
    for (const key of ['F5', 'F11', 'F12', 'F3', 'F6']) await planner.press(key);
    assert.deepEqual(await untaken(), ['F5', 'F11', 'F12', 'F3', 'F6']);
    for (const key of ['KeyR', 'KeyF', 'KeyL', 'Equal', 'Minus', 'Digit0', 'KeyP', 'KeyD']) {
      await planner.press(`Control+${key}`);
    }
    assert.deepEqual((await untaken()).filter((key) => !key.startsWith('Ctrl+Control')),
      ['KeyR', 'KeyF', 'KeyL', 'Equal', 'Minus', 'Digit0', 'KeyP', 'KeyD'].map((k) => `Ctrl+${k}`));
  }, { only: ['chromium'] }),

  test('takes Ctrl+S, Ctrl+O and its own keys from the browser', async (planner) => {
    await planner.page.mouse.click(5, 5);
    const untaken = await watchUntaken(planner);
    for (const key of ['Tab', 'ArrowDown', ' ', 'F1']) await planner.press(key);
    for (const key of ['KeyZ', 'KeyY', 'KeyK', 'KeyA']) await planner.press(`Control+${key}`);
    assert.deepEqual((await untaken()).filter((key) => !key.includes('Control')), []);
    const focus = await planner.page.evaluate(() => document.activeElement?.id);
    assert.ok(focus === 'canvas' || focus === 'text-agent', `the focus is on ${focus}`);
  }),

  test('shows no context menu on the canvas', async (planner) => {
    await planner.page.evaluate(() => {
      window.addEventListener('contextmenu', (event) => { window.menu = event.defaultPrevented; });
    });
    await planner.page.mouse.click(5, 5, { button: 'right' });
    assert.equal(await planner.page.evaluate(() => window.menu), true);
  }),

  test('says so when the drawing context is lost', async (planner) => {
    await planner.page.evaluate(() => {
      document.getElementById('canvas').getContext('webgl2')
        .getExtension('WEBGL_lose_context').loseContext();
    });
    await planner.page.waitForSelector('#message:not([hidden])');
    await planner.screenshot('04-context-lost');
    await planner.page.click('#message-reload');
    await planner.until(() => document.getElementById('message')?.hidden === true);
    await planner.ready();
  }, { mayComplain: true }),

  test('says so, in both languages, where there is no WebGL 2', async (planner) => {
    await planner.until(() => document.getElementById('message')?.hidden === false);
    const words = await planner.page.evaluate(() => document.getElementById('message').innerText);
    assert.match(words, /không có WebGL 2/);
    assert.match(words, /has no WebGL 2/);
    await planner.screenshot('05-no-webgl');
  }, {
    starts: false,
    mayComplain: true,
    prepare: (page) => page.evaluateOnNewDocument(() => {
      const { getContext } = HTMLCanvasElement.prototype;
      HTMLCanvasElement.prototype.getContext = function getOther(kind, ...rest) {
        return kind.startsWith('webgl') ? null : getContext.call(this, kind, ...rest);
      };
    }),
  }),

  test('says so where there is no WebAssembly', async (planner) => {
    await planner.until(() => document.getElementById('message')?.hidden === false);
    assert.match(await planner.page.evaluate(() => document.getElementById('message').innerText),
      /WebAssembly/);
  }, {
    starts: false,
    mayComplain: true,
    prepare: (page) => page.evaluateOnNewDocument(() => { delete window.WebAssembly; }),
  }),
];
