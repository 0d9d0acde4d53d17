#!/usr/bin/env bash
# Which lines of src/ the native unit and property tests run: builds them with counters (the preset
# "coverage", gcc's own), runs them and prints shares by layer and by file, the barest first.
#
#   tests/coverage.sh               everything
#   tests/coverage.sh ui            the files of one layer, with the lines that never ran
#   tests/coverage.sh --again ui    the same from the counts of the last run
#
# A figure to look at; nothing depends on it. docs/testing.md says how it is read.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

folder=build/coverage
again=false
layer=""
for word in "$@"; do
  case "$word" in
    -h | --help) sed -n '2,9s/^# \{0,1\}//p' tests/coverage.sh; exit 0 ;;
    --again) again=true ;;
    *)
      layer="$word"
      [[ -d src/$layer ]] || { printf 'error: no layer src/%s\n' "$layer" >&2; exit 2; }
      ;;
  esac
done

if ! $again; then
  tools/setup/system_packages.sh build native
  tools/setup/third_party.sh
  tools/setup/build.sh coverage
  # Counts are added to those that are there.
  find "$folder" -name '*.gcda' -delete
  ctest --preset coverage >"$folder/tests.log" 2>&1 || {
    tail -n 30 "$folder/tests.log"
    printf 'error: tests failed; the whole log: %s\n' "$folder/tests.log" >&2
    exit 1
  }
fi
node tests/coverage.mjs "$folder" "$layer"
