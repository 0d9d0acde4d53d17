// The replacements for commands unknown to an older Firefox, tested without a browser.

import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { DownloadFolder, withoutMissingCommands } from '../e2e/lib/firefox_commands.mjs';

/** A browser that knows no command but those given. */
function browserThatKnows(...commands) {
  const browser = new EventEmitter();
  browser.connection = {
    send: async (method) => {
      if (!commands.includes(method)) throw new Error(`Protocol error (${method}): unknown command`);
      if (method === 'fails') throw new Error('Protocol error (fails): invalid argument');
      return { result: method };
    },
  };
  return browser;
}

const allow = (folder) =>
  ['browser.setDownloadBehavior', { downloadBehavior: { type: 'allowed', destinationFolder: folder } }];

test('downloads come where they are wanted, and those of before are gone', async (t) => {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'planner-commands-'));
  const folder = new DownloadFolder();
  t.after(() => {
    fs.rmSync(scratch, { recursive: true });
    folder.remove();
  });
  const browser = withoutMissingCommands(browserThatKnows(), folder);
  const real = folder.preferences['browser.download.dir'];
  for (const name of ['first', 'second', 'first']) {
    const wanted = path.join(scratch, name);
    fs.mkdirSync(wanted, { recursive: true });
    await browser.connection.send(...allow(wanted));
    assert.deepEqual(fs.readdirSync(wanted), []);
    fs.writeFileSync(path.join(real, `${name}.json`), '{}');
    assert.deepEqual(fs.readdirSync(wanted), [`${name}.json`]);
  }
  browser.emit('disconnected');
  assert.equal(fs.existsSync(real), false);
});

test('a browser that knows the command is asked, and no other mistake is passed over', async (t) => {
  const folder = new DownloadFolder();
  t.after(() => folder.remove());
  const { connection } = withoutMissingCommands(
    browserThatKnows('browser.setDownloadBehavior', 'fails'), folder);
  assert.deepEqual(await connection.send(...allow('/nowhere')), { result: 'browser.setDownloadBehavior' });
  assert.deepEqual(await connection.send('emulation.setScreenOrientationOverride', {}), { result: {} });
  await assert.rejects(connection.send('fails', {}), /invalid argument/);
  await assert.rejects(connection.send('session.subscribe', {}), /unknown command/);
});
