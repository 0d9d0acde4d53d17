// The quick loop: builds the page, serves it, and after each save builds it again and reloads it in the
// browser. The page itself brings back the plan and the place in it, as after any reload.
//
//   node tools/dev.mjs [PORT]      (tools/dev.sh sets up what it needs first)
//
// What is built is linked without the optimiser (the preset wasm-dev), which takes seconds instead of
// half a minute; it lies apart from dist/ and is larger and a little slower.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from './serve.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const WATCHED = ['src', 'web', 'assets', 'cmake', 'CMakeLists.txt'];
const LOOK_EVERY_MS = 300;
const PAGE = 'build/wasm-dev/page';
const RELOAD = `const said = new EventSource('/dev/events');
said.onmessage = () => location.reload();
`;

/** When the newest of these files and folders was changed, and how many there are: both tell of a save. */
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
  const folder = path.join(ROOT, PAGE);
  let seen = stateOf(watched);
  await timedBuild();
  const listeners = new Set();
  const intercept = (request, response) => {
    const name = request.url.split('?')[0];
    if (name === '/dev/events') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      listeners.add(response);
      request.on('close', () => listeners.delete(response));
    } else if (name === '/dev/reload.mjs') {
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(RELOAD);
    } else if (name === '/sw.js') {
      // A page kept for times without a network would be shown instead of the new one.
      response.writeHead(404).end();
    } else if (name === '/' || name === '/index.html') {
      const page = path.join(folder, 'index.html');
      const html = fs.existsSync(page) ? fs.readFileSync(page, 'utf8') : '<head></head>Not built yet';
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
      response.end(withReload(html));
    } else {
      return false;
    }
    return true;
  };
  const { address } = await serve(folder, port, intercept);
  console.log(`Watching ${WATCHED.join(', ')}; the page is at ${address} (Ctrl+C ends it)`);
  for (;;) {
    await new Promise((resolve) => { setTimeout(resolve, LOOK_EVERY_MS); });
    const now = stateOf(watched);
    if (now === seen) continue;
    seen = now;
    if (!await timedBuild()) continue;
    for (const listener of listeners) listener.write('data: built\n\n');
  }
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await main(Number(process.argv[2] ?? 8090));
}
