// Loading the page in headless Chromium from localhost: node tests/bench/loading.mjs [DIST] [TIMES]
//
// Prints medians: bytes transferred (brotli), milliseconds to the first picture and until the
// planner can be used. Cold: a browser that has never loaded the page. Warm: its second visit, from
// the service worker's cache.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';
import { serve } from '../../tools/serve.mjs';
import { launch } from '../e2e/lib/browser.mjs';

const [dist = fileURLToPath(new URL('../../dist', import.meta.url)), times = '7'] = process.argv.slice(2);

/** A copy of the page including compressed files, as a static host would have them. */
function compressedCopy(folder) {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'planner-loading-'));
  fs.cpSync(folder, copy, { recursive: true });
  for (const name of fs.readdirSync(copy, { recursive: true })) {
    const file = path.join(copy, name);
    if (!/\.(html|m?js|json|wasm|svg|ttf|webmanifest)$/.test(name)) continue;
    const bytes = fs.readFileSync(file);
    fs.writeFileSync(`${file}.br`, zlib.brotliCompressSync(bytes, {
      params: { [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }));
  }
  return copy;
}

async function visit(context, address) {
  const page = await context.newPage();
  const session = await page.createCDPSession();
  await session.send('Network.enable');
  let bytes = 0;
  const fromNetwork = new Map();
  session.on('Network.responseReceived', ({ requestId, response }) => {
    fromNetwork.set(requestId, !response.fromServiceWorker && !response.fromDiskCache);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (fromNetwork.get(requestId)) bytes += encodedDataLength;
  });
  await page.goto(address, { waitUntil: 'load' });
  const usable = await page.evaluate(async () => {
    await window.cadrePlanner.ready;
    return performance.getEntriesByName('cadre-usable')[0].startTime;
  });
  const picture = await page.evaluate(() =>
    performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN);
  const onTheWire = bytes;
  // The next visit is warm only when everything is cached.
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.close();
  return { bytes: onTheWire, picture, usable };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

function print(name, visits) {
  const cells = ['bytes', 'picture', 'usable'].map((key) => Math.round(median(visits.map((one) => one[key]))));
  console.log(name.padEnd(12) + cells.map((cell) => String(cell).padStart(16)).join(''));
}

const folder = compressedCopy(dist);
const { server, address } = await serve(folder, 0);
const browser = await launch('chromium');
const cold = [];
const warm = [];
try {
  for (let i = 0; i < Number(times); ++i) {
    const context = await browser.createBrowserContext();
    cold.push(await visit(context, address));
    warm.push(await visit(context, address));
    await context.close();
  }
} finally {
  await browser.close();
  server.closeAllConnections();
  server.close();
  fs.rmSync(folder, { recursive: true, force: true });
}
console.log(`median of ${times}`.padEnd(12) +
  ['bytes', 'picture, ms', 'usable, ms'].map((cell) => cell.padStart(16)).join(''));
print('cold', cold);
print('warm', warm);
process.exit(0);
