// Brings dist/ up to date: web/*, the compiled program, fonts and samples; nothing else stays.
// A file is written only when its bytes differ, so that a second run changes no times.
//
// node make_page.mjs --source DIR --program DIR --dist DIR [--precompress]

import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: {
    source: { type: 'string' },
    program: { type: 'string' },
    dist: { type: 'string' },
    precompress: { type: 'boolean', default: false },
  },
});

const PRECOMPRESSED_KINDS = /\.(html|css|m?js|json|wasm|svg|ttf|webmanifest)$/;

/** Path in dist -> path of the source file. */
const files = new Map();

function add(folder, target, wanted = () => true) {
  if (!fs.existsSync(folder)) return;
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    const from = path.join(folder, entry.name);
    const to = path.posix.join(target, entry.name);
    if (entry.isDirectory()) add(from, to, wanted);
    else if (wanted(entry.name)) files.set(to, from);
  }
}

/** The sizes that the page's loading bar goes by: a server that compresses does not tell them. */
function sizesModule() {
  const sizes = {};
  for (const [to, from] of files) {
    if (/\.(wasm|ttf)$/.test(to)) sizes[to] = fs.statSync(from).size;
  }
  return `export const SIZES = ${JSON.stringify(sizes)};\n`;
}

function outputs() {
  const result = new Map([['sizes.mjs', Buffer.from(sizesModule())]]);
  for (const [to, from] of files) {
    const bytes = fs.readFileSync(from);
    result.set(to, bytes);
    if (options.precompress && PRECOMPRESSED_KINDS.test(to)) {
      result.set(`${to}.gz`, zlib.gzipSync(bytes, { level: 9 }));
      result.set(`${to}.br`, zlib.brotliCompressSync(bytes, {
        params: {
          [zlib.constants.BROTLI_PARAM_QUALITY]: 11,
          [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      }));
    }
  }
  return result;
}

function removeStale(folder, kept, prefix = '') {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const relative = path.posix.join(prefix, entry.name);
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      removeStale(full, kept, relative);
      if (fs.readdirSync(full).length === 0) fs.rmdirSync(full);
    } else if (!kept.has(relative)) {
      fs.rmSync(full);
    }
  }
}

function writeIfChanged(file, bytes) {
  if (fs.existsSync(file) && fs.readFileSync(file).equals(bytes)) return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  // A reader (a browser that reloads) never sees half a file.
  fs.writeFileSync(`${file}.part`, bytes);
  fs.renameSync(`${file}.part`, file);
}

add(path.join(options.source, 'web'), '');
add(path.join(options.source, 'assets/fonts'), 'fonts', (name) => name.endsWith('.ttf'));
add(path.join(options.source, 'assets/samples'), 'samples', (name) => name.endsWith('.json'));
for (const name of ['planner.mjs', 'planner.wasm']) {
  files.set(name, path.join(options.program, name));
}

const wanted = outputs();
fs.mkdirSync(options.dist, { recursive: true });
removeStale(options.dist, wanted);
for (const [to, bytes] of wanted) writeIfChanged(path.join(options.dist, to), bytes);
