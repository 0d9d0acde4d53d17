// From nothing to the first frame, and loss and return of the graphics. Also checks that nothing
// runs when nothing happens.

import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import { test } from './lib/runner.mjs';

const SAMPLE = 'Thanh Trì 7/2023';
const REST = 10_000;

/** Delays the responses to some requests until they are released. */
async function holdBack(page, wanted) {
  const held = [];
  let open = false;
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (!open && wanted.test(request.url())) held.push(request);
    else request.continue();
  });
  return {
    count: () => held.length,
    letGo: () => {
      open = true;
      for (const request of held.splice(0)) request.continue();
    },
  };
}

const heldParts = {};
const firstPicture = test('loading: the first picture is there before program and fonts', async (planner) => {
  await planner.until(() => document.getElementById('loading')?.getBoundingClientRect().height > 0);
  const seen = await planner.page.evaluate(() => {
    const { value } = document.getElementById('loading-progress');
    return { words: document.getElementById('loading').innerText, value };
  });
  assert.match(seen.words, /Kế hoạch luân chuyển cán bộ/);
  assert.match(seen.words, /Đang tải/);
  assert.ok(seen.value < 1);
  await planner.screenshot('08-loading');
  assert.ok(heldParts.held.count() > 0);
  heldParts.held.letGo();
  await planner.ready();
  assert.equal(await planner.page.evaluate(() => document.getElementById('loading').hidden), true);
  assert.equal(await planner.page.evaluate(() => document.getElementById('loading-progress').value), 1);
}, {
  starts: false,
  prepare: async (page) => { heldParts.held = await holdBack(page, /\.(wasm|ttf)$/); },
});

const progress = test('loading: the bar only grows, and ends full', async (planner) => {
  const shares = await planner.page.evaluate(() => window.shares);
  assert.ok(shares.length > 3, `only ${shares.length} steps`);
  assert.deepEqual(shares, [...shares].sort((a, b) => a - b));
  assert.equal(shares.at(-1), 1);
}, {
  prepare: (page) => page.evaluateOnNewDocument(() => {
    window.shares = [];
    const { set, get } = Object.getOwnPropertyDescriptor(HTMLProgressElement.prototype, 'value');
    Object.defineProperty(HTMLProgressElement.prototype, 'value', {
      get,
      set(value) {
        window.shares.push(value);
        set.call(this, value);
      },
    });
  }),
});

const missing = test('loading: a part that does not come is said in both languages', async (planner) => {
  await planner.until(() => document.getElementById('message')?.hidden === false);
  const words = await planner.page.evaluate(() => document.getElementById('message').innerText);
  assert.match(words, /không tải được/);
  assert.match(words, /could not be loaded/);
}, {
  starts: false,
  mayComplain: true,
  prepare: async (page) => {
    await page.setRequestInterception(true);
    page.on('request', (request) => (request.url().endsWith('.wasm')
      ? request.abort() : request.continue()));
  },
});

const loseContext = (planner) => planner.page.evaluate(() => {
  const extension = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
  window.giveBack = () => extension.restoreContext();
  return new Promise((resolve) => {
    document.getElementById('canvas').addEventListener('webglcontextlost', () => resolve(), { once: true });
    extension.loseContext();
  });
});

const giveBack = (planner) => planner.page.evaluate(() => new Promise((resolve) => {
  document.getElementById('canvas').addEventListener('webglcontextrestored', () => resolve(), { once: true });
  window.giveBack();
}));

/** The picture, without anything that depends on time. */
const pictureOf = async (planner) => {
  await planner.settled();
  return crypto.createHash('sha256').update(await planner.page.screenshot()).digest('hex');
};

const restored = test('loading: a drawing context that comes back is drawn into as before', async (planner) => {
  await planner.click({ role: 'sample', label: SAMPLE });
  await planner.waitFor({ role: 'post' });
  const { x, y } = await planner.find({ role: 'tab', label: 'EN' });
  await planner.page.mouse.move(x, y + 200);
  const before = await pictureOf(planner);
  await loseContext(planner);
  await giveBack(planner);
  assert.equal(await pictureOf(planner), before);
  assert.equal(await planner.page.evaluate(() => document.getElementById('message').hidden), true);
  // Drawing continues: another language needs other glyphs and another picture.
  await planner.click({ role: 'tab', label: 'EN' });
  await planner.waitFor({ role: 'tab', label: 'Posts' });
  assert.notEqual(await pictureOf(planner), before);
  await planner.screenshot('09-context-restored');
}, { mayComplain: true });

const late = test('loading: a drawing context that comes back late takes its message away', async (planner) => {
  await loseContext(planner);
  await planner.until(() => !document.getElementById('message').hidden);
  await giveBack(planner);
  await planner.until(() => document.getElementById('message').hidden);
  const before = await planner.framesRendered();
  await planner.click({ role: 'sample', label: SAMPLE });
  await planner.waitFor({ role: 'post' });
  assert.ok(await planner.framesRendered() > before);
}, { mayComplain: true });

const broken = test('loading: a program that breaks is not called again, and the page says so', async (planner) => {
  await planner.click({ role: 'sample', label: SAMPLE });
  await planner.waitFor({ role: 'post' });
  // The browser reports such an error when the program's code does something forbidden.
  await planner.page.evaluate(() => {
    const error = new WebAssembly.RuntimeError('unreachable');
    window.dispatchEvent(new ErrorEvent('error', { error }));
  });
  const message = await planner.page.evaluate(() => document.getElementById('message').innerText);
  assert.match(message, /Chương trình đã dừng/);
  assert.match(message, /unreachable/);
  await planner.page.mouse.move(300, 300);
  await planner.page.mouse.click(300, 300);
  assert.equal(await planner.framesComputed(), 0);
}, { mayComplain: true });

/** Counts the page's scheduled callbacks. Runs before anything else in it. */
function countCalls() {
  window.laterCalls = 0;
  for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback']) {
    const real = window[name];
    if (!real) continue;
    window[name] = (...words) => {
      window.laterCalls += 1;
      return real.apply(window, words);
    };
  }
}

const rest = async (planner) => {
  // The last frame is mirrored when the browser is idle; on a busy machine that is later.
  await planner.resting();
  const state = async () => ({
    computed: await planner.framesComputed(),
    rendered: await planner.framesRendered(),
    later: await planner.page.evaluate(() => window.laterCalls),
  });
  const before = await state();
  // Measures ten seconds of inactivity.
  await new Promise((resolve) => { setTimeout(resolve, REST); });
  return [before, await state()];
};

const idleStart = test('idle: no frame and no timer in ten seconds on the start page', async (planner) => {
  const [before, after] = await rest(planner);
  assert.deepEqual(after, before);
}, { prepare: (page) => page.evaluateOnNewDocument(countCalls) });

const idlePlan = test('idle: no frame and no timer in ten seconds with a plan open', async (planner) => {
  await planner.click({ role: 'sample', label: 'Hà Nội 2023' });
  await planner.waitFor({ role: 'tile' });
  const { width, height } = planner.page.viewport();
  await planner.page.evaluate(() => {
    window.addEventListener('mousemove', () => { window.moved = true; }, true);
  });
  await planner.page.mouse.move(width - 3, height - 3);
  await planner.until(() => window.moved);
  const [before, after] = await rest(planner);
  assert.deepEqual(after, before);
}, { prepare: (page) => page.evaluateOnNewDocument(countCalls) });

const mouse = test('idle: a mouse over nothing costs at most a frame for each of its events', async (planner) => {
  const { width, height } = planner.page.viewport();
  await planner.page.mouse.move(width - 3, height - 3);
  await planner.resting();
  await planner.page.evaluate(() => {
    window.moves = 0;
    window.addEventListener('mousemove', () => { window.moves += 1; }, true);
  });
  const before = { computed: await planner.framesComputed(), rendered: await planner.framesRendered() };
  const MOVES = 60;
  for (let i = 0; i < MOVES; ++i) await planner.page.mouse.move(width - 4 - (i % 20), height - 4 - (i % 7));
  await planner.settled();
  const events = await planner.page.evaluate(() => window.moves);
  assert.ok(events >= MOVES / 2, `${events} events arrived`);
  // After the last event, one more frame checks that everything has settled.
  const computed = await planner.framesComputed() - before.computed;
  assert.ok(computed <= events + 1, `${computed} frames for ${events} events`);
  assert.equal(await planner.framesRendered(), before.rendered);
});

export default [firstPicture, progress, missing, restored, late, broken, idleStart, idlePlan, mouse];
