#!/usr/bin/env bash
# The monkey: random acts on the whole interface under the address and undefined-behaviour sanitizers.
#
#   tests/monkey/run.sh               some 20,000 acts, the same ones every time
#   tests/monkey/run.sh ACTS          so many
#   tests/monkey/run.sh ACTS SEED     so many, others: each seed is a run of 500 acts
#
# For a million without sanitizers, which is ten times as quick: CADRE_PRESET=native
# tests/monkey/run.sh 1000000 100000. What to do with a find: docs/testing.md. The last line is
# "N passed, M failed", by runs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

case "${1:-}" in
  -h | --help) sed -n '2,10s/^# \{0,1\}//p' "$0"; exit 0 ;;
esac
acts="${1:-20000}"
seed="${2:-1}"
preset="${CADRE_PRESET:-asan}"
each=500
toolchain="${CADRE_TOOLCHAIN:-${XDG_CACHE_HOME:-$HOME/.cache}/cadre-rotation-planner}"
export ASAN_SYMBOLIZER_PATH="$toolchain/prefix/usr/lib/llvm-19/bin/llvm-symbolizer"
export UBSAN_OPTIONS="print_stacktrace=1${UBSAN_OPTIONS:+:$UBSAN_OPTIONS}"
# What outlives its function's frame is found too.
export ASAN_OPTIONS="detect_stack_use_after_return=1${ASAN_OPTIONS:+:$ASAN_OPTIONS}"

tools/setup/system_packages.sh build native
tools/setup/third_party.sh
if [[ $preset == asan ]]; then tools/setup/fuzzer.sh; fi
tools/setup/build.sh "$preset" monkey
exec "build/$preset/monkey" --seed "$seed" --runs "$(((acts + each - 1) / each))" --acts "$each"
