#!/usr/bin/env bash
# Runs the tests; sets up what they need.
#
#   tests/run.sh                 everything, in this order
#   tests/run.sh format          are the sources formatted, can shell scripts be parsed
#   tests/run.sh unit            unit and property tests, natively
#   tests/run.sh wasm            the same tests compiled to WebAssembly, under Node
#   tests/run.sh schema          the samples against the JSON Schema
#   tests/run.sh parity          cadre-plan prints the same bytes natively and under Node
#   tests/run.sh propose         proposals against a checker and an independent solver
#   tests/run.sh web             the page's own scripts, those that need no browser
#   tests/run.sh e2e             the page in Chromium and Firefox
#   tests/run.sh size            has the page grown (tests/size/check.mjs)
#   tests/run.sh fuzz            each fuzzer for some seconds (tests/fuzz/run.sh fuzzes for long)
#   tests/run.sh asan            unit tests under the sanitizers (not part of "everything")
#
# Several names may be given. The last line is "N passed, M failed"; the status is 0 only when M is 0.
# A script called from here (tests/schema/check.mjs, tests/parity.sh, tests/e2e/run.sh) ends with such
# a line too; without one it counts as a single test.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

ALL=(format unit wasm schema parity propose web e2e size fuzz)
logs=build/test-logs
passed=0
failed=0

usage() { sed -n '2,19s/^# \{0,1\}//p' tests/run.sh; }

wanted=()
for name in "$@"; do
  case "$name" in
    format | unit | wasm | schema | parity | propose | web | e2e | size | fuzz | asan) wanted+=("$name") ;;
    -h | --help) usage; exit 0 ;;
    *) printf 'error: no tests named "%s"\n\n' "$name" >&2; usage >&2; exit 2 ;;
  esac
done
if ((${#wanted[@]} == 0)); then wanted=("${ALL[@]}"); fi

selected() { case " ${wanted[*]} " in *" $1 "*) ;; *) return 1 ;; esac; }

set_up() {
  local groups=()
  if selected e2e; then groups+=(tests); fi
  if selected unit || selected asan || selected parity || selected propose; then groups+=(native); fi
  tools/setup/system_packages.sh build "${groups[@]}"
  if selected unit || selected wasm || selected asan || selected parity || selected propose ||
    selected e2e || selected size; then
    tools/setup/third_party.sh
  fi
  if selected wasm || selected parity || selected e2e || selected size; then tools/setup/emscripten.sh; fi
  if selected schema || selected e2e; then tools/setup/node_modules.sh; fi
  if selected format; then tools/setup/clang_tools.sh; fi
  if selected propose; then tools/setup/highs.sh; fi
}

# count LOG STATUS: adds up the last "N passed, M failed" of a log.
count() {
  local line ok bad
  line="$(grep -oE '[0-9]+ passed, [0-9]+ failed' "$1" | tail -n 1)" || true
  ok="${line%% *}"
  bad="${line##*, }"
  bad="${bad%% *}"
  if [[ -z $line ]]; then
    ok=$(($2 == 0))
    bad=$(($2 != 0))
    printf '%s passed, %s failed\n' "$ok" "$bad"
  fi
  # A script that ends badly has failed, whatever it counted.
  if (($2 != 0 && bad == 0)); then bad=1; fi
  passed=$((passed + ok))
  failed=$((failed + bad))
}

# part NAME TITLE COMMAND...: one step; its output goes to the terminal and to a log.
part() {
  local name="$1" title="$2" start=$SECONDS status=0
  shift 2
  selected "${name%%-*}" || return 0
  printf '\n== %s\n' "$title"
  { "$@" 2>&1 || status=$?; printf '%s' "$status" >"$logs/$name.status"; } </dev/null |
    tee "$logs/$name.log"
  count "$logs/$name.log" "$(<"$logs/$name.status")"
  printf '  %s s\n' "$((SECONDS - start))"
}

# Builds a preset and runs its tests; prints only what failed, and the counts.
build_and_test() {
  local preset="$1" status=0
  tools/setup/build.sh "$preset" || return 1
  ctest --preset "$preset" -V >"$logs/ctest-$preset.log" 2>&1 || status=$?
  node tests/count_ctest.mjs "$logs/ctest-$preset.log"
  return "$status"
}

parity() {
  tools/setup/build.sh native && tools/setup/build.sh wasm && tests/parity.sh
}

# Proposals; `tests/propose/compare.mjs` with other numbers compares more of them.
judge_checker() {
  tools/setup/build.sh native cadre-plan make-samples &&
    node tests/propose/check_test.mjs build/native/cadre-plan
}
judge_random() {
  node tests/propose/compare.mjs build/native/cadre-plan "$(tools/setup/highs.sh)" 0 1000
}
judge_frontiers() {
  node tests/propose/frontier.mjs build/native/cadre-plan "$(tools/setup/highs.sh)" 0 60
}
judge_large() {
  build/native/make-samples --country "$logs/country.json" &&
    node tests/propose/large.mjs build/native/cadre-plan "$(tools/setup/highs.sh)" "$logs/country.json"
}

page_scripts() {
  local status=0
  node --test tests/web >"$logs/page-scripts.log" 2>&1 || status=$?
  if ((status != 0)); then grep -A 20 '^not ok' "$logs/page-scripts.log"; fi
  awk '/^# pass/ { ok = $3 } /^# fail/ { bad = $3 } END { print ok + 0 " passed, " bad + 0 " failed" }' \
    "$logs/page-scripts.log"
  return "$status"
}

page_size() {
  ./build_wasm.sh --single-file && node tests/size/check.mjs
}

end_to_end() {
  ./build_wasm.sh --single-file && tests/e2e/run.sh
}

mkdir -p "$logs"
whole=$SECONDS
printf '== set-up\n'
set_up
printf '  %s s\n' "$((SECONDS - whole))"

part format "format" tools/check_format.sh
part format-faults "planted faults of format are seen" node tests/checks/format.mjs
part unit "unit and property tests, native" build_and_test native
part asan "unit and property tests, sanitizers" build_and_test asan
part wasm "unit and property tests, WebAssembly under Node" build_and_test wasm
if [[ -f tests/schema/check.mjs ]]; then
  part schema "samples against the JSON Schema" node tests/schema/check.mjs
fi
if [[ -f tests/parity.sh ]]; then part parity "same bytes natively and under Node" parity; fi
part propose "the checker of proposals sees their faults" judge_checker
part propose-random "random proposals against an independent solver" judge_random
part propose-frontiers "frontiers of random plans against an independent solver" judge_frontiers
part propose-large "large proposals against an independent solver" judge_large
part web "the page's own scripts" page_scripts
if [[ -f tests/e2e/run.sh ]]; then part e2e "the page in browsers" end_to_end; fi
part size "the size of the page" page_size

part fuzz "fuzzers, some thousand inputs each" tests/fuzz/run.sh

printf '\n%s s in all\n%s passed, %s failed\n' "$((SECONDS - whole))" "$passed" "$failed"
((failed == 0))
