#!/usr/bin/env bash
# Runs the tests; sets up what they need.
#
#   tests/run.sh                 the quick run: every layer, and the main job in both browsers
#   tests/run.sh all             what CI runs, in this order
#   tests/run.sh format          are the sources formatted, and no longer than they may be
#   tests/run.sh unit            unit and property tests, natively
#   tests/run.sh places          a rule, a view and a command are each added in one place
#   tests/run.sh wasm            the same tests compiled to WebAssembly, under Node
#   tests/run.sh schema          the samples against the JSON Schema
#   tests/run.sh parity          cadre-plan prints the same bytes natively and under Node
#   tests/run.sh propose         proposals against a checker and an independent solver
#   tests/run.sh web             the page's own scripts, those that need no browser
#   tests/run.sh asan            unit and property tests under the sanitizers
#   tests/run.sh fuzz            each fuzzer for some seconds (tests/fuzz/run.sh fuzzes for long)
#   tests/run.sh monkey          random acts on the interface (tests/monkey/run.sh acts for long)
#   tests/run.sh e2e             the whole page in Chromium and Firefox
#   tests/run.sh size            has the page grown (tests/size/check.mjs)
#
# Only by name:
#   tests/run.sh main            the page's main job in Chromium and Firefox, a part of e2e
#   tests/run.sh checked         core flows in a page that checks its memory and assertions
#   tests/run.sh tidy            what clang-tidy says of the sources
#
# Several names may be given. The last line is "N passed, M failed"; the status is 0 only when M is 0.
# A script called from here (tests/schema/check.mjs, tests/parity.sh, tests/e2e/run.sh) ends with such
# a line too; without one it counts as a single test.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

QUICK=(format unit schema web main)
ALL=(format unit places wasm asan schema web parity fuzz monkey propose e2e size)
# New, and not in everything before each has been seen to pass as a whole; e2e holds the main job.
ALONE=(main checked tidy)
logs=build/test-logs
passed=0
failed=0

usage() { sed -n '2,29s/^# \{0,1\}//p' tests/run.sh; }

wanted=()
for name in "$@"; do
  case " all ${ALL[*]} ${ALONE[*]} " in
    *" $name "*) if [[ $name == all ]]; then wanted+=("${ALL[@]}"); else wanted+=("$name"); fi ;;
    *)
      if [[ $name == -h || $name == --help ]]; then usage; exit 0; fi
      printf 'error: no tests named "%s"\n\n' "$name" >&2
      usage >&2
      exit 2
      ;;
  esac
done
if ((${#wanted[@]} == 0)); then wanted=("${QUICK[@]}"); fi

selected() { case " ${wanted[*]} " in *" $1 "*) ;; *) return 1 ;; esac; }

any_selected() {
  local name
  for name in "$@"; do if selected "$name"; then return; fi; done
  return 1
}

set_up() {
  local groups=()
  if any_selected main e2e checked; then groups+=(tests); fi
  if any_selected unit places parity propose; then groups+=(native); fi
  tools/setup/system_packages.sh build "${groups[@]}"
  tools/setup/third_party.sh
  if any_selected wasm parity main e2e checked size; then tools/setup/emscripten.sh; fi
  if any_selected schema main e2e checked; then tools/setup/node_modules.sh; fi
  if any_selected format tidy; then tools/setup/clang_tools.sh >/dev/null; fi
  if any_selected asan fuzz monkey tidy; then tools/setup/fuzzer.sh; fi
  if selected propose; then tools/setup/highs.sh >/dev/null; fi
}

# count LOG STATUS: adds up the last "N passed, M failed" of a log.
count() {
  local line ok bad
  line="$(grep -aoE '[0-9]+ passed, [0-9]+ failed' "$1" | tail -n 1)" || true
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

# run_part NAME COMMAND...: its status goes to a file, its output to the terminal.
run_part() {
  local name="$1" status=0
  shift
  "$@" 2>&1 </dev/null || status=$?
  printf '%s' "$status" >"$logs/$name.status"
}

# part NAME TITLE COMMAND...: one step; its output goes to the terminal and to a log.
part() {
  local name="$1" title="$2" start=$SECONDS
  shift 2
  selected "${name%%-*}" || return 0
  printf '\n== %s\n' "$title"
  run_part "$name" "$@" | tee "$logs/$name.log"
  count "$logs/$name.log" "$(<"$logs/$name.status")"
  printf '  %s s\n' "$((SECONDS - start))"
}

# beside NAME TITLE COMMAND...: a step that uses one core. Such steps wait for together.
beside_names=()
beside_titles=()
beside() {
  selected "${1%%-*}" || return 0
  beside_names+=("$1")
  beside_titles+=("$2")
  eval "beside_$((${#beside_names[@]} - 1))() { $(printf '%q ' "${@:3}"); }"
}

# Runs the steps that wait, two at a time, and shows each when it has ended.
together() {
  local i name start=$SECONDS
  ((${#beside_names[@]})) || return 0
  printf '\n== side by side: %s\n' "$(printf '%s; ' "${beside_titles[@]}" | sed 's/; $//')"
  for i in "${!beside_names[@]}"; do
    while (($(jobs -rp | wc -l) >= 2)); do wait -n || true; done
    { begun=$SECONDS
      run_part "${beside_names[i]}" "beside_$i"
      printf '  %s s\n' "$((SECONDS - begun))"
    } >"$logs/${beside_names[i]}.log" &
  done
  wait
  for i in "${!beside_names[@]}"; do
    name="${beside_names[i]}"
    printf '\n== %s\n' "${beside_titles[i]}"
    cat "$logs/$name.log"
    count "$logs/$name.log" "$(<"$logs/$name.status")"
  done
  printf '  %s s side by side\n' "$((SECONDS - start))"
  beside_names=()
  beside_titles=()
}

# Builds a preset and runs its tests; prints only what failed, and the counts.
build_and_test() {
  local preset="$1" status=0
  tools/setup/build.sh "$preset" || return 1
  ctest --preset "$preset" -V >"$logs/ctest-$preset.log" 2>&1 || status=$?
  node tests/count_ctest.mjs "$logs/ctest-$preset.log"
  return "$status"
}

one_place() { tools/setup/build.sh native cadre_text_strings && node tests/checks/one_place.mjs; }

parity() {
  tools/setup/build.sh native && tools/setup/build.sh wasm && tests/parity.sh
}

# Proposals; `tests/propose/compare.mjs` with other numbers compares more of them.
judge_checker() {
  tools/setup/build.sh native cadre-plan make-samples &&
    node tests/propose/check_test.mjs build/native/cadre-plan
}
judge_random() {
  node tests/propose/compare.mjs build/native/cadre-plan "$(tools/setup/highs.sh)" 0 400
}
# With everything that version 2 knows.
judge_random_2() {
  node tests/propose/compare.mjs build/native/cadre-plan "$(tools/setup/highs.sh)" 0 1000 --features \
    +calm,+after_forced_departure,+consultations,+left,+pool_units,+groupings,+group_caps,+scopes
}
# The judges themselves: two models against each other, the simulation against a second reading of
# its words, risks against figures worked out by hand.
judge_judges() { node tests/propose/judges.mjs "$(tools/setup/highs.sh)" 0 300; }
judge_simulation() { node tests/propose/simulation_compare.mjs build/native/cadre-plan 0 300; }
judge_risk_words() { node tests/propose/risk_test.mjs; }
# Everything that may happen, tried.
judge_risk() { node tests/propose/risk_compare.mjs build/native/cadre-plan 0 1000; }
judge_frontiers() {
  node tests/propose/frontier.mjs build/native/cadre-plan "$(tools/setup/highs.sh)" 0 60
}
judge_large() {
  build/native/make-samples --country "$logs/country.json" &&
    node tests/propose/large.mjs build/native/cadre-plan "$(tools/setup/highs.sh)" "$logs/country.json"
}

# Certificates of proposals: the checker by hand, then what the program writes, whole and spoilt.
judge_certificate_words() { node_tests certificate-words tests/propose/certificate_test.mjs; }
judge_certificates() {
  node tests/propose/certificates.mjs build/native/cadre-plan 0 500 --mutations 25
}
judge_certified_samples() { node tests/propose/certificates.mjs build/native/cadre-plan samples; }

# node_tests NAME PATH: what node --test counts, in the words of this script.
node_tests() {
  local log="$logs/$1-tests.log" status=0
  node --test --test-reporter=tap "$2" >"$log" 2>&1 || status=$?
  if ((status != 0)); then grep -A 20 '^not ok' "$log"; fi
  awk '/^# pass/ { ok = $3 } /^# fail/ { bad = $3 } END { print ok + 0 " passed, " bad + 0 " failed" }' "$log"
  return "$status"
}
page_scripts() { node_tests page-scripts tests/web; }

page_size() { page && node tests/size/check.mjs; }

page() { ./build_wasm.sh --single-file; }
main_job() { page && tests/e2e/run.sh quick; }
end_to_end() { page && tests/e2e/run.sh; }
checked_page() { tests/e2e/run.sh checked; }

mkdir -p "$logs"
whole=$SECONDS
printf '== set-up\n'
set_up
printf '  %s s\n' "$((SECONDS - whole))"

part format "format" tools/check_format.sh
part format-faults "planted faults of format are seen" node tests/checks/format.mjs
part format-length "no file is longer than it may be" node tools/check_length.mjs
part format-length-faults "planted long files are seen" node tests/checks/length.mjs
part unit "unit and property tests, native" build_and_test native
part places "a rule, a view and a command are each added in one place" one_place
part wasm "unit and property tests, WebAssembly under Node" build_and_test wasm
part asan "unit and property tests, sanitizers" build_and_test asan
beside schema "samples against the JSON Schema" node tests/schema/check.mjs
beside web "the page's own scripts" page_scripts
beside parity "same bytes natively and under Node" parity
beside fuzz "fuzzers, some thousand inputs each" tests/fuzz/run.sh
beside monkey "random acts on the interface" tests/monkey/run.sh
together
part propose "the checker of proposals sees their faults" judge_checker
part propose-random "random proposals against an independent solver" judge_random
part propose-random-2 "the same of version 2, against an independent solver" judge_random_2
part propose-judges "the judges of proposals agree with each other" judge_judges
part propose-simulation "the simulation against a second reading of it" judge_simulation
part propose-risk-words "risks against figures worked out by hand" judge_risk_words
part propose-risk "risks against everything that may happen" judge_risk
part propose-frontiers "frontiers of random plans against an independent solver" judge_frontiers
part propose-certificate-words "the checker of certificates on what was written by hand" judge_certificate_words
part propose-certificates "certificates of random proposals, whole and spoilt" judge_certificates
part propose-samples "certificates of the samples, whole and spoilt" judge_certified_samples
part propose-large "large proposals against an independent solver" judge_large
# The whole of it holds the main job.
if ! selected e2e; then part main "the page's main job in browsers" main_job; fi
part e2e "the page in browsers" end_to_end
part checked "core flows in a page that checks itself" checked_page
part size "the size of the page" page_size
part tidy "clang-tidy" tools/check_tidy.sh
part tidy-faults "planted faults of clang-tidy are seen" node tests/checks/tidy.mjs

printf '\n%s s in all\n%s passed, %s failed\n' "$((SECONDS - whole))" "$passed" "$failed"
((failed == 0))
