// node tests/e2e/run.mjs chromium|firefox [PART OF A TEST'S NAME]
// Serves dist/ (or the folder in CADRE_DIST) on a free port and runs the tests in one browser.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../tools/serve.mjs';
import { launch } from './lib/browser.mjs';
import { runAll, screenshotsOf } from './lib/runner.mjs';
import accessibility from './accessibility.test.mjs';
import keep from './keep.test.mjs';
import keepDamaged from './keep_damaged.test.mjs';
import keyboard from './keyboard.test.mjs';
import loading from './loading.test.mjs';
import meeting from './meeting.test.mjs';
import meetingMode from './meeting_mode.test.mjs';
import offline from './offline.test.mjs';
import page from './page.test.mjs';
import password from './password.test.mjs';
import privacy from './private.test.mjs';
import propose from './propose.test.mjs';
import report from './report.test.mjs';
import roster from './roster.test.mjs';
import scenario from './scenario.test.mjs';
import singleFile from './single_file.test.mjs';
import text from './text.test.mjs';
import touch from './touch.test.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const dist = process.env.CADRE_DIST ?? path.join(here, '../../dist');
const [kind = 'chromium', wanted = ''] = process.argv.slice(2);

if (kind !== 'chromium' && kind !== 'firefox') {
  console.error(`error: unknown browser "${kind}" (chromium, firefox)`);
  process.exit(2);
}
if (!fs.existsSync(path.join(dist, 'index.html'))) {
  console.error('error: there is no dist/: run ./build_wasm.sh first');
  process.exit(2);
}

const tests = [...accessibility, ...page, ...text, ...keyboard, ...scenario, ...meeting, ...meetingMode,
  ...touch, ...keep, ...keepDamaged, ...password, ...report, ...roster, ...propose, ...loading,
  ...offline, ...singleFile, ...privacy].filter(({ name }) => name.includes(wanted));
// A copy, so that a build meanwhile does no harm; from a folder below the root, so that an address which
// is not relative shows.
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'planner-dist-'));
fs.cpSync(dist, path.join(folder, 'page'), { recursive: true });
const { server, address: root } = await serve(folder, 0);
const address = `${root}page/`;
const browser = await launch(kind);
console.log(`${kind} ${await browser.version()}`);
let counts = { passed: 0, failed: 1 };
try {
  counts = await runAll(tests, { browser, kind, address, screenshots: screenshotsOf(here, kind) });
} finally {
  await browser.close();
  server.closeAllConnections();
  server.close();
  fs.rmSync(folder, { recursive: true, force: true });
}
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed === 0 ? 0 : 1);
