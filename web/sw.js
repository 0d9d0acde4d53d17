// Keeps the page for when there is no network. A version is the set of files below; they have hashes
// of their content in their names, so that what a version asks for is always its own.
//
// A new version fills a cache of its own and then waits: pages that are open go on with theirs. It
// takes over when they are all closed, or when a person says so (web/updates.mjs). Caches of other
// versions go as soon as no second page could still need them.

// The page is made with the true values (cmake/make_page.mjs).
const VERSION = '';
const FILES = [];
const ON_USE = [];

const PREFIX = 'cadre-rotation-planner ';
const CACHE = PREFIX + VERSION;
const PAGE = './';

const absolute = (name) => new URL(name, self.registration.scope).href;
const SAMPLES = new Set(ON_USE.map(absolute));

/** From the cache of another version: same name, same content. */
async function copyOf(address) {
  return (await caches.match(address)) ?? fetch(address);
}

async function fill() {
  const cache = await caches.open(CACHE);
  const page = await fetch(absolute(PAGE), { cache: 'no-cache' });
  const text = page.ok ? await page.clone().text() : '';
  // While a new version is being put on the server, the page may still be the old one, or the other
  // way round; the browser tries again later.
  if (!text.includes(`data-version="${VERSION}"`)) throw new Error('The page is not that of this version');
  await cache.put(absolute(PAGE), page);
  await Promise.all(FILES.map(async (name) => {
    const address = absolute(name);
    const answer = name.endsWith('.webmanifest')
      ? await fetch(address, { cache: 'no-cache' }) : await copyOf(address);
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    await cache.put(address, answer);
  }));
}

/** Removes other versions, when no more pages are open than are about to reload. */
async function tidy(reloading) {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (pages.length > reloading) return;
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
  }
}

async function answer(event, address) {
  // Whatever is not a file of the page goes to the network, and nowhere but to this origin.
  const kept = await caches.match(address, { cacheName: CACHE }) ?? await caches.match(address);
  if (kept) return kept;
  const fresh = await fetch(event.request);
  if (SAMPLES.has(address) && fresh.ok) {
    const copy = fresh.clone();
    event.waitUntil(caches.open(CACHE).then((cache) => cache.put(address, copy)));
  }
  return fresh;
}

self.addEventListener('install', (event) => event.waitUntil(fill()));

self.addEventListener('activate', (event) => {
  // One page may be open: the one that asked for the new version.
  event.waitUntil(tidy(1).then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  if (event.data === 'take-over') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || !url.href.startsWith(self.registration.scope)) return;
  url.hash = '';
  url.search = '';
  if (url.href === absolute('index.html')) url.pathname = new URL(absolute(PAGE)).pathname;
  if (request.mode === 'navigate') {
    if (url.href !== absolute(PAGE)) return;
    event.waitUntil(tidy(0));
  }
  event.respondWith(answer(event, url.href));
});
