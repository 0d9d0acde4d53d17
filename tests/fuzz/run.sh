#!/usr/bin/env bash
# Fuzzes: sets up Clang, builds the fuzzers under sanitizers, runs them.
#
#   tests/fuzz/run.sh                      every target for a fixed number of inputs (some seconds each)
#   tests/fuzz/run.sh TARGET RUNS          one target for long: plan, table, journal, commands, encrypted
#   tests/fuzz/run.sh TARGET RUNS OPTION.. with options for libFuzzer (-jobs=2, -max_total_time=600)
#
# What it learns of a target stays in build/fuzz/corpus/TARGET. An input that breaks something is
# written to build/fuzz/found; put it into tests/fuzz/seeds/TARGET together with the correction: the
# test fuzz_replay runs it from then on. The last line is "N passed, M failed", by target.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

# Inputs of the short run: a few seconds of each.
TARGETS=(plan:20000 table:20000 journal:10000 commands:300 encrypted:20000)

folder=build/fuzz
toolchain="${CADRE_TOOLCHAIN:-${XDG_CACHE_HOME:-$HOME/.cache}/cadre-rotation-planner}"
export ASAN_SYMBOLIZER_PATH="$toolchain/prefix/usr/lib/llvm-19/bin/llvm-symbolizer"

set_up() {
  tools/setup/system_packages.sh build
  tools/setup/third_party.sh
  tools/setup/fuzzer.sh
  tools/setup/build.sh fuzz fuzzers
}

# fuzz TARGET RUNS OPTION...: the seeds are the first inputs; new ones go to the corpus.
fuzz() {
  local target="$1" runs="$2" options=() dictionary="tests/fuzz/$1.dict"
  shift 2
  mkdir -p "$folder/corpus/$target" "$folder/found"
  if [[ -f $dictionary ]]; then options+=("-dict=$dictionary"); fi
  # A limit of time and of memory for one input: what takes longer is a find.
  "$folder/fuzz_$target" -runs="$runs" -timeout=20 -rss_limit_mb=2048 -max_len=8192 \
    -artifact_prefix="$folder/found/$target-" -print_final_stats=1 "${options[@]}" "$@" \
    "$folder/corpus/$target" "tests/fuzz/seeds/$target"
}

short_run() {
  local entry target passed=0 failed=0 log
  for entry in "${TARGETS[@]}"; do
    target="${entry%%:*}"
    log="$folder/$target.log"
    # The same inputs every time, whatever a long run has learnt.
    rm -rf "$folder/short/$target"
    mkdir -p "$folder/short/$target" "$folder/found"
    if fuzz_short "$target" "${entry##*:}" >"$log" 2>&1; then
      passed=$((passed + 1))
      printf '  %s: %s\n' "$target" "$(grep -E '^Done ' "$log" | tail -n 1)"
    else
      failed=$((failed + 1))
      printf 'FAILED %s\n' "$target"
      tail -n 40 "$log" | sed 's/^/  | /'
    fi
  done
  printf '%s passed, %s failed\n' "$passed" "$failed"
  ((failed == 0))
}
fuzz_short() {
  local options=()
  if [[ -f tests/fuzz/$1.dict ]]; then options+=("-dict=tests/fuzz/$1.dict"); fi
  "$folder/fuzz_$1" -runs="$2" -seed=1 -timeout=20 -rss_limit_mb=2048 -max_len=4096 \
    -artifact_prefix="$folder/found/$1-" "${options[@]}" "$folder/short/$1" "tests/fuzz/seeds/$1"
}

case "${1:-}" in
  -h | --help) sed -n '2,11s/^# \{0,1\}//p' "$0"; exit 0 ;;
esac
set_up
if (($# == 0)); then short_run; else fuzz "$1" "${2:?how many inputs}" "${@:3}"; fi
