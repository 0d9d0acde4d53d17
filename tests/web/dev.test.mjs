// The quick loop of tools/dev.mjs, without a build or a browser: what counts as a save, and which
// messages are sent. node --test tests/web

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { DevServer, stateOf } from '../../tools/dev.mjs';

/** The machine may be busy. */
const PATIENCE_MS = 60_000;

/** Runs with a folder and a server of it. */
async function withServer(run) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cadre-dev-'));
  const server = new DevServer(folder);
  await server.start(0);
  try {
    await run(server, folder);
  } finally {
    server.stop();
    fs.rmSync(folder, { recursive: true });
  }
}

const write = (folder, version) => fs.writeFileSync(path.join(folder, 'index.html'),
  `<!doctype html><html lang="vi" data-version="${version}"><head></head><body></body></html>`);

/** The versions reported to an open page, as they arrive. */
async function* told(server) {
  const answer = await fetch(`${server.address}dev/events`, { signal: AbortSignal.timeout(PATIENCE_MS) });
  assert.equal(answer.headers.get('content-type'), 'text/event-stream');
  let text = '';
  for await (const part of answer.body.pipeThrough(new TextDecoderStream())) {
    text += part;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      yield text.slice('data: '.length, end);
      text = text.slice(end + 2);
    }
  }
}

test('a page that looks on is told its version, and each other one', () => withServer(async (server, folder) => {
  write(folder, 'aa');
  const versions = told(server);
  assert.equal((await versions.next()).value, 'aa');
  write(folder, 'bb');
  server.tell();
  assert.equal((await versions.next()).value, 'bb');
}));

test('before the first build there is a page that waits for it', () => withServer(async (server, folder) => {
  const html = await (await fetch(server.address)).text();
  assert.match(html, /dev\/reload\.mjs/);
  const versions = told(server);
  assert.equal((await versions.next()).value, '');
  write(folder, 'aa');
  server.tell();
  assert.equal((await versions.next()).value, 'aa');
}));

test('the page is served with the script that reloads it, and a worker that goes away', () =>
  withServer(async (server, folder) => {
    write(folder, 'aa');
    fs.writeFileSync(path.join(folder, 'sw.js'), 'the real one');
    fs.writeFileSync(path.join(folder, 'planner.wasm'), 'x');
    const html = await (await fetch(`${server.address}index.html`)).text();
    assert.match(html, /<html lang="vi" data-version="aa"><head><script type="module" src="\/dev\/reload\.mjs">/);
    const script = await fetch(`${server.address}dev/reload.mjs`);
    assert.match(script.headers.get('content-type'), /javascript/);
    assert.match(await (await fetch(`${server.address}sw.js`)).text(), /unregister/);
    assert.equal(await (await fetch(`${server.address}planner.wasm`)).text(), 'x');
  }));

test('a save, a new file and one that goes are seen; looking alone changes nothing', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cadre-dev-'));
  const file = path.join(folder, 'deep', 'a.cpp');
  fs.mkdirSync(path.dirname(file));
  fs.writeFileSync(file, 'a');
  fs.utimesSync(file, 1000, 1000);
  const states = [stateOf([folder])];
  assert.equal(stateOf([folder]), states[0]);
  const changed = (what) => {
    what();
    states.push(stateOf([folder]));
    assert.notEqual(states.at(-1), states.at(-2));
  };
  changed(() => fs.utimesSync(file, 2000, 2000));
  changed(() => fs.writeFileSync(`${file}.new`, ''));
  changed(() => fs.rmSync(`${file}.new`));
  fs.rmSync(folder, { recursive: true });
});
