// The quick loop: builds the page, serves it, and after each save builds it again and reloads it in
// the browser. The page itself restores the plan and the current view, as after any reload.
//
//   node tools/dev.mjs [PORT]      (tools/dev.sh sets up what it needs first)
//
// The page is linked without the optimiser (preset wasm-dev), which takes seconds instead of half a
// minute; it is kept apart from dist/, and is larger and a little slower.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from './serve.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const WATCHED = ['src', 'web', 'assets', 'cmake', 'CMakeLists.txt'];
const LOOK_EVERY_MS = 300;
const PAGE = 'build/wasm-dev/page';
const NOT_BUILT = '<!doctype html><html><head></head><body>Not built yet</body></html>';
// Runs inside the page. All edits are stored before it reloads, but a long search is not waited
// for. A restarted server announces its version as well.
const RELOAD = `const mine = document.documentElement.dataset.version ?? '';
new EventSource('/dev/events').onmessage = async ({ data }) => {
  if (data === mine) return;
  const patience = new Promise((resolve) => { setTimeout(resolve, 1000); });
  await Promise.race([window.cadrePlanner?.settled?.().catch(() => {}), patience]);
  location.reload();
};
`;

// A service worker that removes itself and any previous worker: otherwise a page cached for offline
// use would be shown instead of the new one.
const NO_WORKER = `self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', () => self.registration.unregister());
`;

/** The latest change of these files and folders, and their number: either one reveals a save. */
export function stateOf(paths) {
  let newest = 0;
  let count = 0;
  const look = (name) => {
    const found = fs.statSync(name, { throwIfNoEntry: false });
    if (found === undefined) return;
    if (found.isDirectory()) {
      for (const entry of fs.readdirSync(name)) look(path.join(name, entry));
    } else {
      newest = Math.max(newest, found.mtimeMs);
      ++count;
    }
  };
  for (const name of paths) look(name);
  return `${newest} ${count}`;
}

/** The page with the script that reloads it. */
export function withReload(html) {
  return html.replace('</head>', '<script type="module" src="/dev/reload.mjs"></script></head>');
}

/** Serves the page of a folder and notifies open pages when there is another version. */
export class DevServer {
  #page;
  #listeners = new Set();

  /** @param {string} folder that the page is built into; need not exist yet */
  constructor(folder) {
    this.#page = path.join(folder, 'index.html');
    this.folder = folder;
  }

  /** @param {number} port 0 takes any free one */
  async start(port) {
    const { server, address } = await serve(this.folder, port, (...both) => this.#answer(...both));
    this.server = server;
    this.address = address;
  }

  /** Reloads the pages that show an older version. */
  tell() {
    for (const listener of this.#listeners) this.#tellOne(listener);
  }

  stop() {
    this.server.close();
    this.server.closeAllConnections();
  }

  #html() {
    return fs.existsSync(this.#page) ? fs.readFileSync(this.#page, 'utf8') : NOT_BUILT;
  }

  /** The version of the page, as written into it by cmake/make_page.mjs. */
  #tellOne(listener) {
    const [, version = ''] = /data-version="(\w+)"/.exec(this.#html()) ?? [];
    listener.write(`data: ${version}\n\n`);
  }

  /** @returns {boolean} whether the request was for something other than a file of the folder */
  #answer(request, response) {
    const name = request.url.split('?')[0];
    if (name === '/dev/events') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      this.#listeners.add(response);
      this.#tellOne(response);
      request.on('close', () => this.#listeners.delete(response));
    } else if (name === '/dev/reload.mjs') {
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(RELOAD);
    } else if (name === '/sw.js') {
      response.writeHead(200, { 'Content-Type': 'text/javascript', 'Cache-Control': 'no-store' });
      response.end(NO_WORKER);
    } else if (name === '/' || name === '/index.html') {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
      response.end(withReload(this.#html()));
    } else {
      return false;
    }
    return true;
  }
}

function build() {
  return new Promise((resolve) => {
    const builder = spawn('cmake', ['--build', '--preset', 'wasm-dev', '--target', 'page'],
      { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
    builder.on('close', (status) => resolve(status === 0));
    builder.on('error', (error) => {
      console.error(`error: ${error.message}`);
      resolve(false);
    });
  });
}

async function timedBuild() {
  const start = Date.now();
  const done = await build();
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(done ? `> built in ${seconds} s` : `> not built (${seconds} s): the page stays as it was`);
  return done;
}

async function main(port) {
  const watched = WATCHED.map((name) => path.join(ROOT, name));
  // Files saved during a build are built next.
  let seen = stateOf(watched);
  await timedBuild();
  const server = new DevServer(path.join(ROOT, PAGE));
  await server.start(port);
  console.log(`Watching ${WATCHED.join(', ')}; the page is at ${server.address} (Ctrl+C ends it)`);
  for (;;) {
    await new Promise((resolve) => { setTimeout(resolve, LOOK_EVERY_MS); });
    const now = stateOf(watched);
    if (now === seen) continue;
    seen = now;
    if (await timedBuild()) server.tell();
  }
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await main(Number(process.argv[2] ?? 8090));
}
