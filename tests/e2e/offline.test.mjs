// Offline use, and updates on the server: the service worker, the manifest.

import assert from 'node:assert/strict';
import { test } from './lib/runner.mjs';
import { withSite } from './lib/site.mjs';

const SAMPLE = 'Thanh Trì 7/2023';

/** Waits until the worker has cached the page and serves it. */
const kept = (planner) => planner.until(() => navigator.serviceWorker.controller !== null);

const versionOf = (planner) =>
  planner.page.evaluate(() => document.documentElement.dataset.version);

const cachedVersions = (planner) => planner.page.evaluate(async () =>
  (await caches.keys()).map((name) => name.split(' ').at(-1)).sort());

const lookForNew = (planner) => planner.page.evaluate(async () => {
  await (await navigator.serviceWorker.ready).update();
});

async function openSample(planner) {
  await planner.click({ role: 'sample', label: SAMPLE });
  await planner.waitFor({ role: 'post' });
  await planner.settled();
}

const noticed = (planner) => planner.until(() => document.getElementById('update-notice')?.hidden === false);

const offline = test('offline: opens without a network after the first visit, samples that were used too',
  withSite(async (planner, site) => {
    await planner.load();
    await kept(planner);
    await openSample(planner);
    // The worker stores it in the background.
    await planner.until(async () => {
      const kept = await Promise.all((await caches.keys())
        .map(async (name) => (await caches.open(name)).keys()));
      return kept.flat().some(({ url }) => url.includes('/samples/thanh-tri'));
    });
    await site.stop();
    await planner.reload();
    await planner.waitFor({ role: 'post' });
    // Fetched again, not from the cache.
    const answers = await planner.page.evaluate(async () => {
      const names = (await caches.keys()).filter((name) => name.startsWith('cadre-rotation-planner '));
      const cache = await caches.open(names[0]);
      const addresses = (await cache.keys()).map(({ url }) => url);
      return Promise.all(addresses.map(async (url) => [url, (await fetch(url)).ok]));
    });
    assert.ok(answers.some(([url]) => url.includes('/samples/thanh-tri')));
    assert.ok(!answers.some(([url]) => url.includes('/samples/ha-noi')), 'what was not used is not kept');
    assert.deepEqual(answers.filter(([, ok]) => !ok), []);
  }), { main: true, starts: false, alone: true });

const update = test('offline: a new version waits for a word, then takes over and the old one goes',
  withSite(async (planner, site) => {
    const old = site.version();
    await planner.load();
    await kept(planner);
    await openSample(planner);
    assert.equal(await planner.page.evaluate(() => document.getElementById('update-notice').hidden), true);
    const text = await planner.planJson();

    const renewed = site.renew();
    await lookForNew(planner);
    await noticed(planner);
    await planner.screenshot('06-new-version');
    const words = await planner.page.evaluate(() => document.getElementById('update-notice').innerText);
    assert.match(words, /Có bản mới — tải lại khi tiện/);
    assert.equal(await versionOf(planner), old);

    // The running version continues, even across a reload, until an update is requested.
    await planner.reload();
    assert.equal(await versionOf(planner), old);
    await noticed(planner);

    await planner.page.click('#update-now');
    await planner.until(() => document.getElementById('update-notice')?.hidden === true);
    await planner.ready();
    assert.equal(await versionOf(planner), renewed);
    assert.deepEqual(await cachedVersions(planner), [renewed]);
    assert.equal(await planner.planJson(), text);
  }), { starts: false, alone: true });

const twoPages = test('offline: while another page runs the old version, its files stay',
  withSite(async (planner, site) => {
    const old = site.version();
    await planner.load();
    await kept(planner);
    const other = await planner.page.browserContext().newPage();
    await other.goto(site.address, { waitUntil: 'load' });
    await other.evaluate(() => window.cadrePlanner.ready);

    const renewed = site.renew();
    await planner.page.bringToFront();
    await lookForNew(planner);
    await noticed(planner);
    await planner.page.click('#update-now');
    await planner.until(() => document.getElementById('update-notice')?.hidden === true);
    await planner.ready();
    assert.equal(await versionOf(planner), renewed);
    assert.equal(await other.evaluate(() => document.documentElement.dataset.version), old);
    assert.deepEqual(await cachedVersions(planner), [old, renewed].sort());
  }), { starts: false, alone: true });

const installable = test('offline: is installable', async (planner) => {
  await kept(planner);
  const session = await planner.page.createCDPSession();
  const { errors } = await session.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // Every test runs in a new window of its own.
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'), []);
}, { only: ['chromium'] });

const unkept = test('offline: goes on where nothing can be kept', async (planner) => {
  assert.equal(await planner.page.evaluate(() => document.getElementById('update-notice').hidden), true);
  await openSample(planner);
}, {
  prepare: (page) => page.evaluateOnNewDocument(() => {
    const refuse = () => Promise.reject(new DOMException('blocked', 'SecurityError'));
    if (window.ServiceWorkerContainer) ServiceWorkerContainer.prototype.register = refuse;
  }),
});

export default [offline, update, twoPages, installable, unkept];
