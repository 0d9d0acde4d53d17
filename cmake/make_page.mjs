// Updates dist/ and removes everything else from it. A file is written only when its bytes differ,
// so that a second run changes no timestamps.
//
//   index.html, sw.js, manifest.webmanifest    keep their names and are asked for anew each time
//   planner.<hash>.mjs                         main.mjs and everything that it imports, and the
//                                              compiled program's own script
//   planner.<hash>.wasm, fonts/, samples/, icons, licences.txt: like all that has a hash of its content in
//                                              its name, these never change and may be kept for ever
//
// The set of modules follows from the imports of main.mjs: a new one in web/ needs no entry
// anywhere, and one that is not imported is left out, with a warning.
//
// node make_page.mjs --source DIR --program DIR --dist DIR --toolchain DIR --emscripten DIR
//                    [--precompress] [--single-file]

import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import zlib from 'node:zlib';
import { parseArgs } from 'node:util';
import { bundle } from './page/bundle.mjs';
import { withoutNames } from './page/font.mjs';
import { servedPage, wholePage } from './page/html.mjs';
import { png } from './page/icons.mjs';
import { licencesText } from './page/licences.mjs';
import { digestOf, hashedName } from './page/names.mjs';

const { values: options } = parseArgs({
  options: {
    source: { type: 'string' },
    program: { type: 'string' },
    dist: { type: 'string' },
    toolchain: { type: 'string' },
    emscripten: { type: 'string' },
    precompress: { type: 'boolean', default: false },
    'single-file': { type: 'boolean', default: false },
  },
});

const SINGLE_FILE = 'cadre-rotation-planner.html';
const PRECOMPRESSED_KINDS = /\.(html|css|m?js|json|wasm|svg|ttf|txt|webmanifest)$/;

const web = path.resolve(options.source, 'web');
const readWeb = (name) => fs.readFileSync(path.join(web, name), 'utf8');

function folder(name, kind, target) {
  const from = path.join(options.source, name);
  const names = fs.readdirSync(from).filter((entry) => entry.endsWith(kind)).sort();
  return names.map((entry) => [`${target}/${entry}`, fs.readFileSync(path.join(from, entry))]);
}

/** Files that the program fetches, by the name that it uses. */
const needed = new Map([
  ['planner.wasm', fs.readFileSync(path.join(options.program, 'planner.wasm'))],
  ...folder('assets/fonts', '.ttf', 'fonts').map(([name, bytes]) => [name, withoutNames(bytes)]),
]);
/** Files fetched only on request, but also stored for offline use. */
const onRequest = new Map([['licences.txt', Buffer.from(licencesText(
  fs.readFileSync(path.join(options.source, 'LICENSES.md'), 'utf8'), {
    sources: path.join(options.toolchain, 'sources'),
    licences: path.join(options.toolchain, 'licences'),
    emscripten: options.emscripten,
    fonts: path.join(options.source, 'assets/fonts'),
  }))]]);
/** The same, but stored only after it was first fetched. */
const onUse = new Map(folder('assets/samples', '.json', 'samples'));
const parts = new Map([...needed, ...onRequest, ...onUse]);
const svg = readWeb('icon.svg');
const icons = new Map([
  ['icon.svg', Buffer.from(svg)],
  ['icon-180.png', png(svg, 180, { whole: true })],
  ['icon-192.png', png(svg, 192)],
  ['icon-512.png', png(svg, 512)],
  ['icon-whole-512.png', png(svg, 512, { whole: true })],
]);

/** Name -> name with the hash of the content. */
const addresses = new Map([...parts, ...icons].map(([name, bytes]) =>
  [name, hashedName(name, bytes)]));

/** The module that lists the page's parts: addresses, and sizes for the progress bar. */
function partsModule() {
  const known = Object.fromEntries([...parts].map(([name, bytes]) =>
    [name, [addresses.get(name), bytes.length]]));
  return `export const PARTS = ${JSON.stringify(known)};\n`;
}

function script() {
  // The parser that Emscripten comes with.
  const acorn = createRequire(import.meta.url)(path.resolve(options.emscripten, 'node_modules/acorn'));
  const glue = fs.readFileSync(path.join(options.program, 'planner.mjs'), 'utf8');
  const { text, files } = bundle(acorn, path.join(web, 'main.mjs'), new Map([
    [path.join(web, 'planner.mjs'), glue],
    [path.join(web, 'parts.mjs'), partsModule()],
  ]));
  for (const name of fs.readdirSync(web)) {
    if (name.endsWith('.mjs') && !files.has(path.join(web, name))) {
      console.warn(`web/${name}: left out, no module of the page imports it`);
    }
  }
  return text;
}

function manifest() {
  const text = readWeb('manifest.webmanifest').replace(/"(icon[^"]*)"/g, (whole, name) =>
    (addresses.has(name) ? JSON.stringify(addresses.get(name)) : whole));
  JSON.parse(text);
  return text;
}

/**
 * The service worker lists the files of its version; the version is a hash of them all, and the page
 * contains it.
 * @returns {{manifest: string, page: string, worker: string}}
 */
function versioned(files, page) {
  const manifestText = manifest();
  const names = [...files, 'manifest.webmanifest', ...[...icons.keys()].map((name) => addresses.get(name))];
  const used = [...onUse.keys()].map((name) => addresses.get(name));
  const text = readWeb('sw.js');
  const version = digestOf(JSON.stringify([names, used, page, manifestText, text]));
  const made = { VERSION: version, FILES: names, ON_USE: used };
  return {
    manifest: manifestText,
    page: page.replace('<html ', `<html data-version="${version}" `),
    worker: text.replace(/^const (VERSION|FILES|ON_USE) = .*;$/gm, (_, name) =>
      `const ${name} = ${JSON.stringify(made[name])};`),
  };
}

function outputs() {
  const result = new Map();
  for (const [name, bytes] of [...parts, ...icons]) result.set(addresses.get(name), bytes);
  const code = script();
  const codeName = hashedName('planner.mjs', code);
  result.set(codeName, Buffer.from(code));
  const html = readWeb('index.html');
  const page = servedPage(html, readWeb, (name) => addresses.get(name) ?? name, codeName);
  const first = [codeName, ...[...needed.keys(), ...onRequest.keys()].map((name) => addresses.get(name))];
  const version = versioned(first, page);
  // The service worker comes last: it refers to the page of its version.
  result.set('manifest.webmanifest', Buffer.from(version.manifest));
  result.set('index.html', Buffer.from(version.page));
  result.set('sw.js', Buffer.from(version.worker));
  if (options['single-file']) {
    result.set(SINGLE_FILE, Buffer.from(wholePage(html, readWeb, code, parts, Buffer.from(svg))));
  }
  return result;
}

function precompressed(files) {
  const result = new Map(files);
  for (const [name, bytes] of files) {
    if (!PRECOMPRESSED_KINDS.test(name) || name === SINGLE_FILE) continue;
    result.set(`${name}.gz`, zlib.gzipSync(bytes, { level: 9 }));
    result.set(`${name}.br`, zlib.brotliCompressSync(bytes, {
      params: {
        [zlib.constants.BROTLI_PARAM_QUALITY]: 11,
        [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }));
  }
  return result;
}

function removeStale(directory, kept, prefix = '') {
  for (const entry of fs.readdirSync(directory, { withFileTypes: true })) {
    const relative = path.posix.join(prefix, entry.name);
    const full = path.join(directory, entry.name);
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
  // A reader (a browser that reloads) never sees an incomplete file.
  fs.writeFileSync(`${file}.part`, bytes);
  fs.renameSync(`${file}.part`, file);
}

const made = outputs();
const wanted = options.precompress ? precompressed(made) : made;
fs.mkdirSync(options.dist, { recursive: true });
// Old files are removed last and the page is written before that: anyone loading it meanwhile gets
// a complete page.
for (const [to, bytes] of wanted) writeIfChanged(path.join(options.dist, to), bytes);
removeStale(options.dist, wanted);
