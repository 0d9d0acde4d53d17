#!/usr/bin/env bash
# Proposals beside HiGHS: a district, the city, the country, with and without a cap, in one run. Prints
# a table; its instances stay in build/bench/propose.
#
#   tests/bench/propose.sh [NAME...]     district, city, city-cap, country, country-cap, mixed; all
#
# Both solve in one thread and read the model before the clock starts. HiGHS gets every instance in
# several ways and the quickest with the right objective counts. WebAssembly is measured where
# build/wasm/tests/bench/bench_propose.js is built.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

results=build/bench/propose
mkdir -p "$results"
tools/setup/system_packages.sh build native
tools/setup/third_party.sh
tools/setup/build.sh native bench_propose make-samples
highs="$(tools/setup/highs.sh)"
libraries="$(dirname "$(find "$(dirname "$highs")/../lib" -name 'libhighs.so.1' | head -n 1)")"
loader="$(find "$libraries" -maxdepth 1 -name 'ld-linux*.so*' | head -n 1)"
cc -O1 -o "$results/propose-highs" tests/bench/propose_highs.c "$libraries/libhighs.so.1" \
  -Wl,--allow-shlib-undefined

build/native/make-samples --country "$results/country.json"
node tests/bench/propose.mjs build/native/tests/bench/bench_propose \
  build/wasm/tests/bench/bench_propose.js "$loader --library-path $libraries $results/propose-highs" \
  "$results" "$@"
