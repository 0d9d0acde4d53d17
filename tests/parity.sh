#!/usr/bin/env bash
# cadre-plan prints the same bytes natively and compiled to WebAssembly under Node, with the same exit
# status; make-samples writes the same files, which are those of assets/samples.
#
#   tests/parity.sh [NATIVE_BUILD WASM_BUILD]     default: build/native build/wasm
#
# The last line is "N passed, M failed".
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

native="${1:-build/native}"
wasm="${2:-build/wasm}"
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
passed=0
failed=0

for program in "$native/cadre-plan" "$native/make-samples" "$wasm/cadre-plan.js" \
  "$wasm/make-samples.js"; do
  if [[ ! -f $program ]]; then
    printf 'error: %s is not built\n0 passed, 1 failed\n' "$program" >&2
    exit 2
  fi
done

# same_file NAME A B
same_file() {
  if cmp "$2" "$3"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED %s\n' "$1"
  fi
}

# same STATUS WORDS...: cadre-plan with these words ends with that status in both, after the same
# output. Through files and through pipes, which Node writes to in different ways.
same() {
  local expected="$1" status_native=0 status_wasm=0
  shift
  "$native/cadre-plan" "$@" >"$scratch/native.out" 2>"$scratch/native.err" || status_native=$?
  node "$wasm/cadre-plan.js" "$@" >"$scratch/wasm.out" 2>"$scratch/wasm.err" || status_wasm=$?
  { node "$wasm/cadre-plan.js" "$@" 2>/dev/null || true; } | cat >"$scratch/wasm.piped"
  if ((status_native == expected && status_wasm == expected)) &&
    cmp "$scratch/native.out" "$scratch/wasm.out" && cmp "$scratch/native.err" "$scratch/wasm.err" &&
    cmp "$scratch/native.out" "$scratch/wasm.piped"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED cadre-plan %s: expected status %s, native %s, WebAssembly %s\n' "$*" "$expected" \
      "$status_native" "$status_wasm"
  fi
}

# same_report WORDS...: the page that cadre-plan report writes.
same_report() {
  "$native/cadre-plan" report "$@" --html "$scratch/native.html"
  node "$wasm/cadre-plan.js" report "$@" --html "$scratch/wasm.html"
  same_file "cadre-plan report $*" "$scratch/native.html" "$scratch/wasm.html"
}

# same_search COMMAND WORDS...: what a search for moves found, but for the seconds that it took.
same_search() {
  "$native/cadre-plan" "$@" --json | grep -v '"seconds"' >"$scratch/native.json"
  node "$wasm/cadre-plan.js" "$@" --json | grep -v '"seconds"' >"$scratch/wasm.json"
  same_file "cadre-plan $*" "$scratch/native.json" "$scratch/wasm.json"
}

hanoi=assets/samples/ha-noi-2023.json
phuc_tho=assets/samples/phuc-tho-2021-2023.json
same_search propose "$hanoi" --scenario a --round r1
same_search propose "$hanoi" --scenario a --round r1 --why
same_search propose "$phuc_tho" --scenario lo-trinh --round 2022-I --why
same_search frontier "$hanoi" --scenario a --round r1
same_search frontier "$hanoi" --scenario a --round r1 --unit 020
same_search frontier "$phuc_tho" --scenario lo-trinh --round 2022-II
same_search roadmap "$hanoi" --scenario a --rounds 4 --every 6months
same_search roadmap "$hanoi" --scenario baseline --rounds 3 --every 1year

# Every sample, every scenario.
scenarios() { grep -oE '^    \{"id": "[^"]*", "name": "[^"]*", ("based_on": "[^"]*", )?"rounds"' "$1" | cut -d'"' -f4; }
for sample in assets/samples/*.json; do
  hard=0
  if [[ $sample == */ha-noi-2023.json ]]; then hard=1; fi
  for scenario in $(scenarios "$sample"); do
    for language in vi en; do
      same 0 simulate "$sample" --scenario "$scenario" --lang "$language"
      same 0 simulate "$sample" --scenario "$scenario" --lang "$language" --json
      same_report "$sample" --scenario "$scenario" --lang "$language"
    done
  done
  same 0 simulate "$sample"
  same "$hard" check "$sample"
  same "$hard" check "$sample" --lang en
  same "$hard" check "$sample" --json
done

# The large made-up country, from the same file.
"$native/make-samples" --country "$scratch/country.json" >/dev/null
same 0 simulate "$scratch/country.json" --json
same 0 check "$scratch/country.json"

# Files that cannot be read, each in its own way.
small=tests/schema/small.json
same 0 simulate "$small" --json
: >"$scratch/empty.json"
head -c 1500 "$small" >"$scratch/cut.json"
printf '\xff\xfe' >"$scratch/not-utf8.json"
sed 's/"version": 1/"version": 9/' "$small" >"$scratch/newer.json"
sed -e 's/"head": true/"head": 1/' -e 's/"unit": "00640"/"unit": "nowhere"/' -e 's/0\.5,/50,/' \
  -e 's/2023-10-01/2023-02-29/' -e 's/"months": 36/"months": 1e400/' "$small" >"$scratch/mistakes.json"
printf '%0100000d' 0 | tr 0 '[' >"$scratch/deep.json"
for broken in empty cut not-utf8 newer mistakes deep missing; do
  for language in vi en; do
    same 2 check "$scratch/$broken.json" --lang "$language"
    same 2 simulate "$scratch/$broken.json" --json --lang "$language"
  done
done
same 2 check "$scratch"
same 2 simulate "$small" --scenario nowhere
same 2 simulate
same 2 dance "$small"
same 2 frontier "$hanoi" --scenario a
same 2 frontier "$hanoi" --scenario a --round r1 --unit nowhere
same 2 roadmap "$hanoi" --scenario a --rounds 0 --every 6months
same 2 roadmap "$hanoi" --scenario a --rounds 4 --every often
same 2 check "$small" --fast
same 2 risk "$hanoi" --scenario a
same 2 risk "$hanoi" --scenario a --round nowhere
same 0 risk "$hanoi" --scenario a --round r1
same 0 risk "$hanoi" --scenario a --round r1 --lang en
same 0 risk "$hanoi" --scenario a --round r1 --json
same 0 risk "$phuc_tho" --scenario lo-trinh --round 2022-I --json
same 0 risk tests/schema/small_2.json --scenario a --round r1 --json
same 2 report "$small"
same 2 report "$small" --html "$scratch/nowhere/report.html"
same 2 report "$scratch/missing.json" --html "$scratch/report.html"
same 2
same 0 --help
same 0 --version

# Plans with a password, both ways between the page and cadre-plan.
printf 'a password\n' >"$scratch/password.txt"
printf 'another\n' >"$scratch/other.txt"
"$native/cadre-plan" encrypt "$small" --out "$scratch/small.cadre" --password-file "$scratch/password.txt"
head -c 200 "$scratch/small.cadre" >"$scratch/cut.cadre"
same 0 simulate "$scratch/small.cadre" --json --password-file "$scratch/password.txt"
same 2 simulate "$scratch/small.cadre" --json --password-file "$scratch/other.txt"
same 2 check "$scratch/cut.cadre" --lang en --password-file "$scratch/password.txt"
crypto="$(node tests/crypto/check.mjs "$native/cadre-plan" "$wasm/cadre-plan.js" | tee /dev/stderr | tail -n 1)" || true
passed=$((passed + $(sed -E 's/^([0-9]+) passed.*/\1/' <<<"$crypto")))
failed=$((failed + $(sed -E 's/.*, ([0-9]+) failed$/\1/' <<<"$crypto")))

# make-samples.
mkdir "$scratch/samples-native" "$scratch/samples-wasm"
"$native/make-samples" "$scratch/samples-native" >/dev/null
node "$wasm/make-samples.js" "$scratch/samples-wasm" >/dev/null
for sample in assets/samples/*.json; do
  name="$(basename "$sample")"
  same_file "make-samples: $name" "$scratch/samples-native/$name" "$sample"
  same_file "make-samples under Node: $name" "$scratch/samples-wasm/$name" "$sample"
done
node "$wasm/make-samples.js" --country "$scratch/country-wasm.json" >/dev/null
same_file 'make-samples --country under Node' "$scratch/country.json" "$scratch/country-wasm.json"

printf '%s passed, %s failed\n' "$passed" "$failed"
((failed == 0))
