// Adds up gcov's output for all object files: node tests/coverage.mjs BUILD_FOLDER [LAYER]
//
// A line counts as run if it ran in any program: headers and templates are compiled into several.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const [folder, layer = ''] = process.argv.slice(2);
const REPOSITORY = fs.realpathSync(fileURLToPath(new URL('..', import.meta.url)));
/** Number of object files per call of gcov. */
const AT_ONCE = 40;
const MOST_OUTPUT = 2 ** 30;

/** The compiler's notes for each object file; one that never ran has no counts. */
function notesIn(directory) {
  return fs.readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.gcno'))
    .map((entry) => path.resolve(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/**
 * "src/ui/shell.cpp" for a file of ours, through whichever link the compiler saw it; null for others.
 */
function ours(file) {
  const found = [folder, REPOSITORY].map((from) => path.resolve(from, file)).find((name) => fs.existsSync(name));
  if (found === undefined) return null;
  const name = path.relative(REPOSITORY, fs.realpathSync(found)).replaceAll(path.sep, '/');
  return /^src\/[^/]+\/.*\.(cpp|h)$/.test(name) ? name : null;
}

/** @returns {Map<string, Map<number, boolean>>} file -> line -> whether it ran */
function linesOf(notes) {
  const files = new Map();
  for (let i = 0; i < notes.length; i += AT_ONCE) {
    const given = notes.slice(i, i + AT_ONCE).map((file) => file.replace(/gcno$/, 'gcda'));
    const { stdout, stderr, status, error } = spawnSync('gcov', ['--json-format', '--stdout', ...given], {
      encoding: 'utf8', maxBuffer: MOST_OUTPUT, cwd: folder,
    });
    if (error || status !== 0) throw new Error(`gcov: ${error?.message ?? stderr.trim()}`);
    for (const answer of stdout.split('\n').filter(Boolean)) {
      for (const { file, lines } of JSON.parse(answer).files) {
        const name = ours(file);
        if (name === null) continue;
        if (!files.has(name)) files.set(name, new Map());
        const known = files.get(name);
        for (const { line_number: line, count } of lines) {
          known.set(line, known.get(line) === true || count > 0);
        }
      }
    }
  }
  return files;
}

const layerOf = (name) => name.split('/')[1];
const ran = (lines) => [...lines.values()].filter(Boolean).length;

/** "3-5, 9" */
function ranges(numbers) {
  const out = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = out.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else out.push([number, number]);
  }
  return out.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}

function row(name, done, all) {
  const share = all === 0 ? '' : `${((100 * done) / all).toFixed(1)} %`;
  return `${share.padStart(8)}  ${`${done}/${all}`.padStart(12)}  ${name}`;
}

const bySize = (a, b) => a.done / a.all - b.done / b.all || b.all - a.all;

function main() {
  const notes = notesIn(folder);
  if (notes.length === 0) throw new Error(`no counters in ${folder}: run tests/coverage.sh first`);
  const files = [...linesOf(notes)].map(([name, lines]) => ({ name, lines, done: ran(lines), all: lines.size }))
    .filter(({ all }) => all > 0);
  const layers = new Map();
  for (const { name, done, all } of files) {
    const sum = layers.get(layerOf(name)) ?? { name: layerOf(name), done: 0, all: 0 };
    layers.set(sum.name, { ...sum, done: sum.done + done, all: sum.all + all });
  }
  const shown = files.filter(({ name }) => layer === '' || layerOf(name) === layer).sort(bySize);
  console.log('Files, the barest first');
  for (const { name, lines, done, all } of shown) {
    console.log(row(name, done, all));
    const bare = [...lines].filter(([, yes]) => !yes).map(([line]) => line);
    if (layer !== '' && bare.length > 0) console.log(`${' '.repeat(24)}${ranges(bare)}`);
  }
  const sums = [...layers.values()].sort(bySize);
  console.log('\nLayers');
  for (const sum of sums) console.log(row(sum.name, sum.done, sum.all));
  const total = sums.reduce((a, b) => ({ done: a.done + b.done, all: a.all + b.all }), { done: 0, all: 0 });
  console.log(row('src in all', total.done, total.all));
}

try {
  main();
} catch (error) {
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
}
