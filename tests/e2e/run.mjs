// node tests/e2e/run.mjs chromium|firefox [PART OF A TEST'S NAME] [--main] [--repeat N]
// Serves dist/ (or the folder in CADRE_DIST) on a free port and runs the tests in one browser: all of
// them, or those of the planner's main job. Ends with "N passed, M failed".

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serve } from '../../tools/serve.mjs';
import { launch } from './lib/browser.mjs';
import { runAll, screenshotsOf } from './lib/runner.mjs';
import about from './about.test.mjs';
import accessibility from './accessibility.test.mjs';
import clusters from './clusters.test.mjs';
import dev from './dev.test.mjs';
import keep from './keep.test.mjs';
import keepDamaged from './keep_damaged.test.mjs';
import keyboard from './keyboard.test.mjs';
import loading from './loading.test.mjs';
import meeting from './meeting.test.mjs';
import meetingMode from './meeting_mode.test.mjs';
import offline from './offline.test.mjs';
import page from './page.test.mjs';
import palette from './palette.test.mjs';
import password from './password.test.mjs';
import privacy from './private.test.mjs';
import propose from './propose.test.mjs';
import report from './report.test.mjs';
import roster from './roster.test.mjs';
import scenario from './scenario.test.mjs';
import singleFile from './single_file.test.mjs';
import text from './text.test.mjs';
import touch from './touch.test.mjs';
import windows from './windows.test.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const dist = process.env.CADRE_DIST ?? path.join(here, '../../dist');
const { positionals, values: { main, repeat } } = parseArgs({
  allowPositionals: true,
  options: { main: { type: 'boolean', default: false }, repeat: { type: 'string', default: '1' } },
});
const [kind = 'chromium', wanted = ''] = positionals;

if (kind !== 'chromium' && kind !== 'firefox') {
  console.error(`error: unknown browser "${kind}" (chromium, firefox)`);
  process.exit(2);
}
if (!fs.existsSync(path.join(dist, 'index.html'))) {
  console.error('error: there is no dist/: run ./build_wasm.sh first');
  process.exit(2);
}

const tests = [...windows, ...about, ...accessibility, ...page, ...text, ...keyboard, ...palette, ...scenario, ...meeting, ...meetingMode,
  ...touch, ...keep, ...keepDamaged, ...password, ...report, ...roster, ...propose, ...clusters, ...loading,
  ...offline, ...singleFile, ...privacy, ...dev]
  .filter((given) => given.name.includes(wanted) && (given.main || !main));
if (tests.length === 0) {
  console.error(`error: no test is called so: "${wanted}"${main ? ' in the main job' : ''}`);
  process.exit(2);
}
// A copy, so that a concurrent build does no harm; in a subfolder, so that addresses that are not
// relative are detected.
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'planner-dist-'));
fs.cpSync(dist, path.join(folder, 'page'), { recursive: true });
// An empty page in the same origin, which does not even request an icon.
fs.writeFileSync(path.join(folder, 'nothing.html'), '<!doctype html><link rel="icon" href="data:,">');
const { server, address: root } = await serve(folder, 0);
const where = {
  kind, address: `${root}page/`, nowhere: `${root}nothing.html`, folder, screenshots: screenshotsOf(here, kind),
};

// The driver closes its browser on these signals, but lets this program continue.
for (const signal of ['SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

let passed = 0;
let failed = 0;
/** Name of a test -> how often it failed. */
const failures = new Map();
for (let time = 1; time <= Number(repeat); time += 1) {
  const browser = await launch(kind);
  console.log(`${kind} ${await browser.version()}${repeat === '1' ? '' : `, time ${time} of ${repeat}`}`);
  try {
    const counts = await runAll(tests, { ...where, browser });
    passed += counts.passed;
    failed += counts.failed.length;
    for (const name of counts.failed) failures.set(name, (failures.get(name) ?? 0) + 1);
  } catch (error) {
    console.log(`  FAIL  ${kind}: ${error.stack}`);
    failed += 1;
  } finally {
    await browser.close();
  }
}
server.closeAllConnections();
server.close();
fs.rmSync(folder, { recursive: true, force: true });
if (repeat !== '1') {
  for (const [name, count] of failures) console.log(`  ${kind}: failed ${count} of ${repeat} times: ${name}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
