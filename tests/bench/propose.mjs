// node tests/bench/propose.mjs BENCH_PROPOSE BENCH_PROPOSE_JS "COMMAND OF propose-highs" FOLDER [NAME...]
// The table of tests/bench/propose.sh.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { districtPlans, withRound } from '../propose/parts.mjs';
import { constantOf, lpOf } from '../propose/lp_format.mjs';
import { Programme } from '../../tools/verify/programme.mjs';
import { Model } from '../../tools/verify/reference.mjs';

const [ours, oursInWasm, highs, folder, ...wanted] = process.argv.slice(2);
const read = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));

const LONGEST = Number(process.env.LONGEST_SECONDS ?? 600); // limit for HiGHS and for our searches
const FEW_MS = 200; // faster cases are repeated more often
const WARM = 20; // times as often in WebAssembly, which is compiled well only when it has run for a while
const PATIENCE = 20;
const LARGEST_WEIGHT = 1e12;
const PROVEN = 0;   // propose::Status::kOptimal

function run(command, words, seconds) {
  const [program, ...first] = command.split(' ');
  const done = spawnSync(program, [...first, ...words], { encoding: 'utf8', maxBuffer: 1e9,
    timeout: seconds === undefined ? undefined : seconds * 1000 });
  if (done.status !== 0 && done.signal === null) throw new Error(`${command}: ${done.stderr}`);
  return done.stdout.trim().split('\n').map((line) => line.split(' ').map(Number));
}

/**
 * @param seconds what a search may take
 * @returns what our program says; null when it does not answer in good time
 */
function timeOurs(command, file, within, repetitions, seconds = LONGEST) {
  const [line] = run(command, [within, String(repetitions), String(seconds), file],
    3 * (repetitions + 1) * seconds);
  if (line.length < 11) return null;
  const [prepare, solve] = line;
  return { prepare, whole: prepare + solve, solve, best: line.slice(2, 6), bound: line.slice(6, 10),
    proven: line[10] === PROVEN };
}

/**
 * Weights by which one sum says the same as the four objectives, whatever the optimum is: each is more
 * than all that comes after it can add up to. Nobody leaves without a candidate who comes in.
 */
function weightsOf({ arcs, open, holder, costs }) {
  const dearest = new Map();
  const candidates = new Set();
  const sitting = new Set(holder.values());
  for (const { cadre, to, cost } of arcs) {
    dearest.set(to, Math.max(dearest.get(to) ?? 0, cost));
    if (!sitting.has(cadre)) candidates.add(cadre);
  }
  const soft = costs.soft_rule * open.length;
  const move = [...dearest.values()].reduce((a, b) => a + b, candidates.size * costs.leave + soft) + 1;
  const vacancy = move * (open.length + 1);
  const vacant = open.filter((post) => !holder.has(post)).length;
  return [vacancy * (vacant + 1), vacancy, move, 1];
}

const PHASES = 'phases';

/** The ways in which HiGHS may solve: lists of weights, one list for each phase. */
function ways(model, best) {
  const phases = [[best[1] + 1, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]];
  const weights = weightsOf(model);
  const weighted = [
    { name: 'weighted', phases: [weights], presolve: 'on', start: 'cold' },
    { name: 'weighted, no presolve', phases: [weights], presolve: 'off', start: 'cold' },
  ];
  return [
    ...(weights[0] < LARGEST_WEIGHT ? weighted : []), // beyond this, tolerances swallow the cost
    { name: PHASES, phases, presolve: 'on', start: 'cold' },
    { name: 'phases, warm', phases, presolve: 'on', start: 'warm' },
    { name: 'phases, no presolve', phases, presolve: 'off', start: 'cold' },
    { name: 'phases, warm, no presolve', phases, presolve: 'off', start: 'warm' },
  ];
}

const dot = (a, b) => a.reduce((total, one, i) => total + one * b[i], 0);

/** Seconds of one way, or why there are none. */
function timeHighs(programme, best, way, repetitions, seconds) {
  const fixed = [];
  const files = way.phases.map((weights, i) => {
    const file = path.join(folder, `phase${i}.lp`);
    fs.writeFileSync(file, lpOf(programme, weights, fixed));
    fixed.push({ weights, most: dot(weights, best) });
    return file;
  });
  const lines = run(highs, [String(repetitions), way.presolve, String(seconds), way.start, ...files]);
  let sum = 0;
  for (const [i, weights] of way.phases.entries()) {
    const [took, objective, isProven] = lines[i] ?? [0, NaN, 0];
    sum += took;
    if (isProven !== 1) return { name: way.name, why: `over ${seconds.toFixed(2)} s` };
    const expected = dot(weights, best) - constantOf(programme, weights);
    if (Math.abs(objective - expected) > 0.5) return { name: way.name, why: `says ${objective}, not ${expected}` };
  }
  return { name: way.name, seconds: sum };
}

/** The quickest way; those after the first need not go on when they are slower. HiGHS's limit is by
 *  the clock and the times are CPU times: hence more than as long. */
function quickest(model, best, repetitions, verbose, only) {
  const programme = new Programme(model);
  let found = null;
  for (const way of ways(model, best)) {
    if (only !== undefined && way.name !== only) continue;
    const one = timeHighs(programme, best, way, repetitions, found === null ? LONGEST : 2 * found.seconds + PATIENCE);
    if (verbose) console.log(`    HiGHS, ${one.name}: ${one.seconds?.toFixed(2) ?? one.why}`);
    if (one.seconds !== undefined && (found === null || one.seconds < found.seconds)) found = one;
  }
  return found;
}

function measure(name, plan, within, only) {
  const file = path.join(folder, `${name}.json`);
  fs.writeFileSync(file, JSON.stringify(plan));
  const once = timeOurs(ours, file, within, 1);
  if (once === null || !once.proven) return null;
  const isQuick = once.whole * 1000 < FEW_MS;
  const repetitions = isQuick ? 15 : 5;
  const native = timeOurs(ours, file, within, repetitions);
  const wasm = fs.existsSync(oursInWasm)
    ? timeOurs(`node ${oursInWasm}`, file, within, isQuick ? WARM * repetitions : repetitions)
    : null;
  const model = new Model(plan, 'a', 'r1', { within });
  const isSmall = model.open.length < 100;
  const other = quickest(model, native.best, isSmall ? 5 : 1, !isSmall, only);
  return { name, native, wasm, other, size: { posts: model.open.length, arcs: model.arcs.length } };
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const ms = (seconds) => (seconds * 1000).toFixed(seconds < 0.01 ? 3 : 1);

const COLUMNS = [['instance', -12], ['posts', 7], ['arcs', 8], ['objective', -22], ['prepare ms', 11],
  ['solve ms', 10], ['HiGHS ms', 11], ['ratio', 7], ['with prepare', 13], ['WASM ms', 9], ['/native', 8], ['HiGHS solves best', -18]];
const rows = [];
function print(cells) {
  rows.push(cells.map((cell, i) => {
    const width = COLUMNS[i][1];
    return width < 0 ? `  ${String(cell).padEnd(-width)}` : String(cell).padStart(width);
  }).join(''));
}
const ratioOf = (number) => (number === undefined ? '–' : number.toFixed(number < 10 ? 2 : 0));

function addRow(result) {
  if (result === null) {
    rows.push('  no proof in time');
    return;
  }
  const { name, native, wasm, other, size } = result;
  print([name, size.posts, size.arcs, native.best.join(', '), ms(native.prepare), ms(native.solve),
    other === null ? 'none' : ms(other.seconds), ratioOf(other === null ? undefined : other.seconds / native.solve),
    ratioOf(other === null ? undefined : other.seconds / native.whole),
    wasm === null ? '–' : ms(wasm.solve), ratioOf(wasm === null ? undefined : wasm.solve / native.solve),
    other === null ? 'no way with the right objective' : other.name]);
}

function addDistricts(plan) {
  const results = districtPlans(plan).map((part, i) => measure(`district${i}`, withRound(part), 'district'));
  const proven = results.filter((one) => one !== null && one.other !== null);
  const of = (f) => median(proven.map(f));
  const withWasm = proven.every(({ wasm }) => wasm !== null);
  const total = (f) => proven.reduce((sum, one) => sum + f(one), 0);
  const wasmTotal = withWasm ? total(({ wasm }) => wasm.solve) : undefined;
  print(['all districts', total(({ size }) => size.posts), total(({ size }) => size.arcs), 'sums',
    ms(total(({ native }) => native.prepare)), ms(total(({ native }) => native.solve)), ms(total(({ other }) => other.seconds)),
    ratioOf(total(({ other }) => other.seconds) / total(({ native }) => native.solve)),
    ratioOf(total(({ other }) => other.seconds) / total(({ native }) => native.whole)),
    withWasm ? ms(wasmTotal) : '–', ratioOf(withWasm ? wasmTotal / total(({ native }) => native.solve) : undefined),
    `${proven.length} of ${results.length} the same`]);
  print([`district ×${proven.length}`, of(({ size }) => size.posts), of(({ size }) => size.arcs), 'medians',
    ms(of(({ native }) => native.prepare)), ms(of(({ native }) => native.solve)), ms(of(({ other }) => other.seconds)),
    ratioOf(of(({ native, other }) => other.seconds / native.solve)),
    ratioOf(of(({ native, other }) => other.seconds / native.whole)),
    withWasm ? ms(of(({ wasm }) => wasm.solve)) : '–',
    ratioOf(withWasm ? of(({ native, wasm }) => wasm.solve / native.solve) : undefined),
    'medians over districts']);
}

/** Half of the moves that the plan would like. */
function halfOf(plan) {
  const file = path.join(folder, 'free.json');
  fs.writeFileSync(file, JSON.stringify(withRound(plan)));
  return Math.floor(timeOurs(ours, file, 'district', 1).best[2] / 2);
}

const city = read('assets/samples/ha-noi-2023.json');
const country = () => read(path.join(folder, 'country.json'));
const INSTANCES = {
  district: () => addDistricts(city),
  city: () => addRow(measure('city', withRound(city), 'district')),
  'city-cap': () => addRow(measure('city-cap', withRound(city, { moves_per_round: halfOf(city) }), 'district')),
  country: () => addRow(measure('country', withRound(country()), 'district')),
  'country-cap': () => {
    const plan = country();
    addRow(measure('country-cap', withRound(plan, { moves_per_round: halfOf(plan) }), 'district'));
  },
  // HiGHS in only one way: each takes minutes.
  mixed: () => addRow(measure('mixed', withRound(city), 'city', PHASES)),
};

for (const name of wanted.length > 0 ? wanted : Object.keys(INSTANCES)) {
  console.log(`${name} …`);
  INSTANCES[name]();
}
const body = rows.splice(0);
print(COLUMNS.map(([title]) => title));
console.log(`\n${[...rows, ...body].join('\n')}`);
