// Nothing leaves: what the page asks for during a session is its own, and its policy lets nothing else
// through, whatever a script in it might try.

import assert from 'node:assert/strict';
import http from 'node:http';
import { test } from './lib/runner.mjs';

/** Another origin that hears whatever reaches it. */
async function listener() {
  const heard = [];
  const server = http.createServer((request, response) => {
    heard.push(request.url);
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end('heard');
  });
  server.on('upgrade', (request, socket) => {
    heard.push(request.url);
    socket.destroy();
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    heard,
    address: `http://localhost:${server.address().port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Runs in the page: everything that a page can connect by, short of leaving. */
async function tryEverything(address) {
  const at = (name) => address + name;
  const element = (kind, attributes) => {
    const made = Object.assign(document.createElement(kind), attributes);
    document.body.append(made);
    return new Promise((resolve) => {
      made.onload = () => resolve('loaded');
      made.onerror = () => resolve('refused');
      // What a policy refuses is not always told.
      setTimeout(() => resolve('silent'), 1500);
    });
  };
  const attempt = async (work) => {
    try {
      return await work();
    } catch {
      return 'refused';
    }
  };
  const opened = (made) => new Promise((resolve) => {
    made.onopen = () => resolve('connected');
    made.onmessage = () => resolve('connected');
    made.onerror = () => resolve('refused');
  });
  const form = document.createElement('form');
  Object.assign(form, { action: at('form'), method: 'post', target: 'nowhere' });
  document.body.append(form);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg"><image href="${at('svg')}"/></svg>`;
  const outcomes = {
    fetch: attempt(async () => { await fetch(at('fetch')); return 'connected'; }),
    noCors: attempt(async () => { await fetch(at('nocors'), { mode: 'no-cors' }); return 'connected'; }),
    xhr: attempt(() => new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.onload = () => resolve('connected');
      request.onerror = () => resolve('refused');
      request.open('GET', at('xhr'));
      request.send();
    })),
    beacon: attempt(() => { navigator.sendBeacon(at('beacon'), 'x'); return 'tried'; }),
    socket: attempt(() => opened(new WebSocket(at('socket').replace('http', 'ws')))),
    events: attempt(() => opened(new EventSource(at('events')))),
    module: attempt(async () => { await import(at('module.mjs')); return 'connected'; }),
    worker: attempt(() => opened(new Worker(at('worker.js')))),
    image: element('img', { src: at('image') }),
    svg: element('img', { src: `data:image/svg+xml,${encodeURIComponent(svg)}` }),
    script: element('script', { src: at('script.js') }),
    style: element('link', { rel: 'stylesheet', href: at('style.css') }),
    prefetch: element('link', { rel: 'prefetch', href: at('prefetch') }),
    preload: element('link', { rel: 'preload', as: 'fetch', href: at('preload') }),
    icon: element('link', { rel: 'icon', href: at('icon') }),
    manifest: element('link', { rel: 'manifest', href: at('manifest') }),
    frame: element('iframe', { src: at('frame') }),
    object: element('object', { data: at('object') }),
    embed: element('embed', { src: at('embed') }),
    audio: element('audio', { src: at('audio'), preload: 'auto' }),
    form: attempt(() => { form.submit(); return 'tried'; }),
    font: attempt(async () => { await new FontFace('x', `url(${at('font')})`).load(); return 'connected'; }),
    inline: element('script', { textContent: 'window.inlineRan = true' }),
  };
  const names = Object.keys(outcomes);
  const seen = await Promise.all(Object.values(outcomes));
  return {
    connected: names.filter((_, i) => seen[i] === 'connected'),
    inlineRan: window.inlineRan === true,
  };
}

const closed = test('private: the policy lets nothing reach another origin, whatever is tried', async (planner) => {
  const other = await listener();
  try {
    const { connected, inlineRan } = await planner.page.evaluate(tryEverything, other.address);
    assert.deepEqual(connected, []);
    assert.equal(inlineRan, false);
    assert.deepEqual(other.heard, []);
    // The listener does hear: what is asked from outside of the page arrives.
    await fetch(`${other.address}self`);
    assert.deepEqual(other.heard, ['/self']);
  } finally {
    other.close();
  }
}, { mayComplain: true, alone: true });

const workerClosed = test('private: the service worker is held to the same policy', async (planner, { origin }) => {
  const policies = await planner.page.evaluate(async () => Promise.all(['./', 'sw.js'].map(async (name) =>
    (await fetch(name, { cache: 'reload' })).headers.get('content-security-policy'))));
  for (const policy of policies) {
    for (const needed of ["default-src 'none'", "connect-src 'self'", "frame-ancestors 'none'",
      "form-action 'none'", "base-uri 'none'"]) {
      assert.ok(policy?.includes(needed), `${origin}: ${needed} is not in ${policy}`);
    }
  }
});

/** Addresses that any page of the test's window asks for. */
function listenToAll(planner) {
  const asked = [];
  const listen = (page) => page?.on('request', (request) => asked.push(request.url()));
  listen(planner.page);
  planner.page.browserContext().on('targetcreated', async (target) => {
    listen(await target.page().catch(() => null));
  });
  return asked;
}

/**
 * Settles, while whatever opens in a tab of its own is closed: behind it the planner would draw no
 * frames.
 */
async function settledAlone(planner) {
  let isSettled = false;
  const settled = planner.settled().then(() => { isSettled = true; });
  for (;;) {
    const wasSettled = isSettled;
    const pages = await planner.page.browserContext().pages();
    const others = pages.filter((page) => page !== planner.page);
    if (wasSettled && others.length === 0) break;
    for (const page of others) await page.close();
    if (others.length > 0) await planner.page.bringToFront();
    await Promise.race([settled, new Promise((resolve) => { setTimeout(resolve, 20); })]);
  }
}

const session = test('private: a session that uses everything asks nothing of any other origin', async (planner, { origin }) => {
  const asked = listenToAll(planner);
  await planner.reload();
  await planner.click({ role: 'sample', label: 'Phúc Thọ 2021–2023' });
  await planner.waitFor({ role: 'post' });
  const row = (await planner.find({ role: 'tab', label: 'Đề xuất' })).y;
  const views = (await planner.findAll({ role: 'tab' })).filter(({ y }) => y === row);
  assert.ok(views.length >= 8);
  for (const { label } of views) await planner.click({ role: 'tab', label });
  // Every file that can be made, and the report in a tab of its own.
  const menu = { role: 'combobox', label: 'Kế hoạch' };
  await planner.click(menu);
  const entries = (await planner.findAll({ role: 'menuitem' })).map(({ label }) => label)
    .filter((label) => /CSV|Báo cáo|Tải/.test(label));
  assert.ok(entries.length >= 2, entries.join(', '));
  for (const label of entries) {
    if (label !== entries[0]) await planner.click(menu);
    const { x, y, w, h } = await planner.find({ role: 'menuitem', label });
    await planner.page.mouse.click(x + w / 2, y + h / 2);
    await settledAlone(planner);
    await planner.waitGone({ role: 'menuitem' });
  }
  await planner.press('Control+KeyS');
  await planner.reload();
  await planner.waitFor({ role: 'combobox', label: 'Kế hoạch' });
  const foreign = asked.filter((address) => !address.startsWith(`${origin}/`) &&
    !address.startsWith(`blob:${origin}/`) && !/^(data|about):/.test(address));
  assert.deepEqual(foreign, []);
  assert.ok(asked.some((address) => address.includes('/samples/')), 'the listener hears');
}, {
  prepare: (page) => page.evaluateOnNewDocument(() => {
    delete window.showSaveFilePicker;
    window.print = () => {};
  }),
  // The report's tab is closed while it is being printed, of which it may complain.
  mayComplain: true,
});

export default [closed, workerClosed, session];
