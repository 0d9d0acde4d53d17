#!/usr/bin/env bash
# Benchmarks: the same program natively and compiled to WebAssembly under Node, and the size of the
# page. Prints a table; what it measured stays in build/bench.
#
#   tests/bench/run.sh [NATIVE_BUILD WASM_BUILD]
#
# Without folders it sets up and builds what it needs in build/native and build/wasm. Times are CPU
# times of one thread; a busy machine makes them longer, hence medians over repetitions.
# How the page loads in a browser is measured by tests/bench/loading.mjs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

repetitions="${BENCH_REPETITIONS:-9}"
results=build/bench
programs=(bench_plan bench_frame bench_analysis bench_candidates bench_import)
mkdir -p "$results"

if (($# == 2)); then
  native="$1" wasm="$2"
  cmake --build "$native" --target "${programs[@]}"
  cmake --build "$wasm" --target "${programs[@]}"
else
  native=build/native wasm=build/wasm
  tools/setup/system_packages.sh build native
  tools/setup/third_party.sh
  tools/setup/emscripten.sh
  tools/setup/build.sh native "${programs[@]}"
  tools/setup/build.sh wasm "${programs[@]}"
fi

options=(--benchmark_repetitions="$repetitions" --benchmark_report_aggregates_only=true
  --benchmark_enable_random_interleaving=true --benchmark_min_time=0.1s
  --benchmark_out_format=json)
for program in "${programs[@]}"; do
  printf '%s natively …\n' "$program"
  "$native/tests/bench/$program" "${options[@]}" --benchmark_out="$results/$program.native.json" >/dev/null
  printf '%s, WebAssembly under Node …\n' "$program"
  node "$wasm/tests/bench/$program.js" "${options[@]}" --benchmark_out="$results/$program.wasm.json" >/dev/null
done
node tests/bench/table.mjs "$results" dist "${programs[@]}"
