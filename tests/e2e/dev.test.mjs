// The quick loop as who works on the page has it: what is on screen stays when another version is built.
// (tools/dev.mjs; who is told what, and when, is in tests/web/dev.test.mjs.)

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { DevServer } from '../../tools/dev.mjs';
import { test } from './lib/runner.mjs';
import { DIST } from './lib/site.mjs';
import { edit, openSample } from './lib/work.mjs';

const VIEW = { role: 'tab', label: 'Quy định' };

/** As if it had been built anew, from other sources. */
function buildAgain(folder) {
  const page = path.join(folder, 'index.html');
  const html = fs.readFileSync(page, 'utf8');
  const [, old] = /data-version="(\w+)"/.exec(html);
  fs.writeFileSync(page, html.replaceAll(old, `${old}0`));
  return `${old}0`;
}

const keeps = test('dev: another build brings back the plan, the edit and the view', async (planner, { scratch }) => {
  const folder = path.join(scratch, 'page');
  fs.cpSync(DIST, folder, { recursive: true });
  const server = new DevServer(folder);
  await server.start(0);
  try {
    // The runner has opened the page of its own server: let it come to rest.
    await planner.ready();
    planner.address = server.address;
    await planner.load();
    await openSample(planner);
    await edit(planner, 1);
    await planner.click(VIEW);
    const plan = await planner.planJson();
    for (let time = 0; time < 2; ++time) {
      const version = buildAgain(folder);
      server.tell();
      await planner.until((wanted) => document.documentElement.dataset.version === wanted &&
        window.cadrePlanner !== undefined, version);
      await planner.ready();
      await planner.writable();
      assert.equal((await planner.find(VIEW)).value, 'selected');
      assert.equal(await planner.planJson(), plan);
    }
    await planner.page.goto('about:blank');
  } finally {
    server.stop();
  }
}, { starts: false, alone: true });

export default [keeps];
