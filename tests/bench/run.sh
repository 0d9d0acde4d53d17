#!/usr/bin/env bash
# Benchmarks: the same program natively and compiled to WebAssembly under Node, and the size of the
# page. Prints a table; what it measured stays in build/bench.
#
#   tests/bench/run.sh [NATIVE_BUILD WASM_BUILD]
#
# Without folders it sets up and builds what it needs in build/native and build/wasm. Times are CPU
# times of one thread; a busy machine makes them longer, hence medians over repetitions.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

repetitions="${BENCH_REPETITIONS:-9}"
results=build/bench
mkdir -p "$results"

if (($# == 2)); then
  native="$1" wasm="$2"
  cmake --build "$native" --target bench_plan
  cmake --build "$wasm" --target bench_plan
else
  native=build/native wasm=build/wasm
  tools/setup/system_packages.sh build native
  tools/setup/third_party.sh
  tools/setup/emscripten.sh
  tools/setup/build.sh native bench_plan
  tools/setup/build.sh wasm bench_plan
fi

options=(--benchmark_repetitions="$repetitions" --benchmark_report_aggregates_only=true
  --benchmark_enable_random_interleaving=true --benchmark_min_time=0.1s
  --benchmark_out_format=json)
printf 'natively …\n'
"$native/tests/bench/bench_plan" "${options[@]}" --benchmark_out="$results/native.json" >/dev/null
printf 'WebAssembly under Node …\n'
node "$wasm/tests/bench/bench_plan.js" "${options[@]}" --benchmark_out="$results/wasm.json" >/dev/null
node tests/bench/table.mjs "$results/native.json" "$results/wasm.json" dist
