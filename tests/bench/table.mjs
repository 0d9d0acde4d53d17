// table.mjs RESULTS DIST PROGRAM...: medians of PROGRAM.native.json and PROGRAM.wasm.json in the folder
// RESULTS side by side, then the bytes of the page.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

const [results, dist, ...programs] = process.argv.slice(2);

const medians = (machine) => new Map(programs.flatMap((program) =>
  JSON.parse(fs.readFileSync(path.join(results, `${program}.${machine}.json`), 'utf8')).benchmarks
    .filter((run) => run.aggregate_name === 'median')
    .map((run) => [run.run_name, run.cpu_time])));

const print = (cells) => {
  const [name, ...numbers] = cells;
  console.log(name.padEnd(34) + numbers.map((number) => String(number).padStart(12)).join(''));
};

const natively = medians('native');
const underNode = medians('wasm');
print(['median of CPU time, ms', 'native', 'WASM', 'ratio']);
for (const [name, time] of natively) {
  const other = underNode.get(name);
  print([name.replace('/', ' '), time.toFixed(3), other?.toFixed(3) ?? '–',
    other === undefined ? '–' : (other / time).toFixed(2)]);
}

if (fs.existsSync(dist)) {
  const sum = [0, 0, 0];
  console.log();
  print(['bytes of the page', 'raw', 'gzip', 'brotli']);
  const files = fs.readdirSync(dist, { recursive: true })
    .filter((name) => fs.statSync(path.join(dist, name)).isFile() && !/\.(br|gz)$/.test(name) &&
      name !== 'cadre-rotation-planner.html').sort();
  for (const name of files) {
    const bytes = fs.readFileSync(path.join(dist, name));
    const sizes = [bytes.length, zlib.gzipSync(bytes, { level: 9 }).length,
      zlib.brotliCompressSync(bytes).length];
    sizes.forEach((size, i) => { sum[i] += size; });
    print([name, ...sizes]);
  }
  print(['in all', ...sum]);
} else {
  console.log(`\nNo page in ${dist}: run ./build_wasm.sh for its size`);
}
