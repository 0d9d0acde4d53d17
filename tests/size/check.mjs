// The size of the page: node tests/size/check.mjs [--record] [DIST]
//
// The size of a first visit's download, compressed with brotli, compared with
// tests/size/record.json. An increase of more than five per cent fails, so that the page does not
// grow unnoticed. To increase it on purpose, run this with --record and commit the new figures with
// the reason.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';

const RECORD = fileURLToPath(new URL('record.json', import.meta.url));
const ALLOWED_GROWTH = 0.05;
/** If the page is far below the record, the record would let it grow back unnoticed. */
const NOTABLE_SHRINKAGE = 0.05;

const words = process.argv.slice(2);
const dist = words.find((word) => word !== '--record') ??
  fileURLToPath(new URL('../../dist', import.meta.url));

const brotli = (bytes) => zlib.brotliCompressSync(bytes, {
  params: {
    [zlib.constants.BROTLI_PARAM_QUALITY]: 11,
    [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  },
}).length;

/** Kind of file -> bytes, for everything requested before a plan is opened. */
function measure(folder) {
  const kinds = [
    ['page', /^index\.html$/], ['script', /^planner\.\w+\.mjs$/], ['program', /^planner\.\w+\.wasm$/],
    ['fonts', /^fonts\/.*\.ttf$/],
  ];
  const names = fs.readdirSync(folder, { recursive: true }).map((name) => name.replaceAll(path.sep, '/'));
  const sizes = {};
  for (const [kind, pattern] of kinds) {
    const found = names.filter((name) => pattern.test(name));
    if (found.length === 0) throw new Error(`no ${kind} in ${folder}: run ./build_wasm.sh first`);
    sizes[kind] = found.reduce((sum, name) => sum + brotli(fs.readFileSync(path.join(folder, name))), 0);
  }
  return sizes;
}

const sum = (sizes) => Object.values(sizes).reduce((a, b) => a + b, 0);

function record(now) {
  fs.writeFileSync(RECORD, `${JSON.stringify(now, null, 2)}\n`);
  console.log(`recorded: ${sum(now)} bytes`);
}

/** Prints both; returns whether the page is within the limit. */
function compare(now, recorded) {
  for (const kind of Object.keys(now)) {
    console.log(`  ${kind.padEnd(8)} ${String(now[kind]).padStart(8)} bytes, recorded ${recorded[kind]}`);
  }
  const change = sum(now) / sum(recorded) - 1;
  const percent = `${(100 * Math.abs(change)).toFixed(1)} %`;
  console.log(`  in all   ${String(sum(now)).padStart(8)} bytes, ${percent} ` +
    `${change < 0 ? 'below' : 'above'} the record`);
  const grown = change > ALLOWED_GROWTH;
  if (grown) {
    console.log('The page has grown by more than 5 %. If that is meant: node tests/size/check.mjs --record');
  } else if (change < -NOTABLE_SHRINKAGE) {
    console.log('The page is much smaller than recorded: node tests/size/check.mjs --record keeps it so');
  }
  console.log(grown ? '0 passed, 1 failed' : '1 passed, 0 failed');
  return !grown;
}

const now = measure(dist);
if (words.includes('--record')) record(now);
else if (!compare(now, JSON.parse(fs.readFileSync(RECORD, 'utf8')))) process.exitCode = 1;
