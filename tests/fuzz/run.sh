#!/usr/bin/env bash
# Fuzzes: sets up Clang, builds the fuzzers under sanitizers, runs them.
#
#   tests/fuzz/run.sh                      every target for a fixed number of inputs (some seconds each)
#   tests/fuzz/run.sh TARGET RUNS          one target for long: plan, table, journal, commands, encrypted
#   tests/fuzz/run.sh TARGET RUNS OPTION.. with options for libFuzzer (-jobs=2, -max_total_time=600)
#
# What it learns of a target stays in build/asan/corpus/TARGET. An input that breaks something is
# written to build/asan/found; put it into tests/fuzz/seeds/TARGET together with the correction: the
# test fuzz_replay runs it from then on. The last line is "N passed, M failed", by target.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

# Inputs of the short run: a few seconds of each.
TARGETS=(plan:20000 table:20000 journal:10000 commands:300 encrypted:20000)

folder=build/asan
toolchain="${CADRE_TOOLCHAIN:-${XDG_CACHE_HOME:-$HOME/.cache}/cadre-rotation-planner}"
export ASAN_SYMBOLIZER_PATH="$toolchain/prefix/usr/lib/llvm-19/bin/llvm-symbolizer"

set_up() {
  tools/setup/system_packages.sh build
  tools/setup/third_party.sh
  tools/setup/fuzzer.sh
  tools/setup/build.sh asan fuzzers
}

# fuzz TARGET CORPUS OPTION...: the seeds are the first inputs; new ones go to the corpus.
fuzz() {
  local target="$1" corpus="$2" dictionary=()
  shift 2
  case "$target" in
    plan | journal) dictionary=(-dict=tests/fuzz/words.dict) ;;
  esac
  mkdir -p "$corpus" "$folder/found"
  # A limit of time and of memory for one input: what takes longer is a find.
  "$folder/fuzz_$target" -timeout=20 -rss_limit_mb=2048 -artifact_prefix="$folder/found/$target-" \
    "${dictionary[@]}" "$@" "$corpus" "tests/fuzz/seeds/$target"
}

short_run() {
  local entry target passed=0 failed=0 log
  for entry in "${TARGETS[@]}"; do
    target="${entry%%:*}"
    log="$folder/$target.log"
    # The same inputs every time, whatever a long run has learnt.
    rm -rf "$folder/short/$target"
    if fuzz "$target" "$folder/short/$target" -runs="${entry##*:}" -seed=1 -max_len=4096 \
      >"$log" 2>&1; then
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

case "${1:-}" in
  -h | --help) sed -n '2,11s/^# \{0,1\}//p' "$0"; exit 0 ;;
esac
set_up
if (($# == 0)); then
  short_run
else
  fuzz "$1" "$folder/corpus/$1" -runs="${2:?how many inputs}" -max_len=8192 -print_final_stats=1 "${@:3}"
fi
