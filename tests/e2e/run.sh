#!/usr/bin/env bash
# Tests the page in dist/ in real browsers.
#
#   tests/e2e/run.sh [WHAT] [BROWSER] [PART OF A NAME] [OPTION...]
#
#   WHAT     all      every test (when nothing is said)
#            quick    the planner's main job: the tests that are marked `main`
#            checked  the same against a page whose program checks itself, which is built for it
#                     (the target page-checked)
#   BROWSER  chromium, firefox, or all: both side by side (when nothing is said)
#   OPTIONS  --repeat N     N times over; what failed is listed in the end, with how often
#            --screenshots  pictures of what is tested, for people, in tests/e2e/screenshots/ (of what
#                           fails there is one always)
#
# The part "kill" is a test of its own: it kills the browser while edits are made (kill.mjs, which takes
# more kills than the few that are made here). Ends with "N passed, M failed".
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

KILLS=6

usage() { sed -n '2,18s/^# \{0,1\}//p' run.sh; }

what=all browsers=all part='' repeat=1 words=()
while (($#)); do
  case "$1" in
    --repeat) repeat="${2:-}"; shift ;;
    --screenshots) export CADRE_SCREENSHOTS=1 ;;
    -h | --help) usage; exit 0 ;;
    -*) printf 'error: unknown option %s\n\n' "$1" >&2; usage >&2; exit 2 ;;
    *) words+=("$1") ;;
  esac
  shift
done
set -- "${words[@]}"
case "${1:-}" in all | quick | checked) what="$1"; shift ;; esac
case "${1:-}" in all | chromium | firefox) browsers="$1"; shift ;; esac
if (($#)); then part="$1"; shift; fi
if (($#)) || [[ ! $repeat =~ ^[1-9][0-9]*$ ]]; then usage >&2; exit 2; fi
if [[ $browsers == all ]]; then browsers="chromium firefox"; fi

options=(--repeat "$repeat")
if [[ $what != all ]]; then options+=(--main); fi
if [[ $what == checked && -z ${CADRE_DIST:-} ]]; then
  ../../tools/setup/build.sh wasm page-checked
  export CADRE_DIST="$PWD/../../build/wasm/checked"
fi

logs="$(mktemp -d)"
trap 'rm -rf "$logs"' EXIT

# step BROWSER NAME WORD...: runs node with the words. Each step ends with "N passed, M failed"; one that does not has failed.
step() {
  local log="$logs/$1-$2" display=()
  # Headless Firefox has no WebGL: it gets a display of its own.
  if [[ $1 == firefox ]]; then display=(xvfb-run -a -s "-screen 0 2900x1900x24"); fi
  shift 2
  "${display[@]}" node "$@" 2>&1 | tee "$log" || true
  if ! grep -qE '^[0-9]+ passed, [0-9]+ failed' "$log"; then printf '0 passed, 1 failed\n' >>"$log"; fi
}
suite() {
  if [[ $part != kill ]]; then step "$1" tests run.mjs "$1" "$part" "${options[@]}"; fi
  if [[ $part == kill || ($what == all && $repeat == 1 && -z $part) ]]; then
    step "$1" kills kill.mjs "$1" "$KILLS"
  fi
}

# Each leaves the processors idle now and then: side by side they take little longer than one.
for browser in $browsers; do suite "$browser" & done
wait

passed=0 failed=0
for log in "$logs"/*; do
  line="$(grep -oE '^[0-9]+ passed, [0-9]+ failed' "$log" | tail -n 1)"
  passed=$((passed + ${line%% *}))
  line="${line##*, }"
  failed=$((failed + ${line%% *}))
done
printf '%s passed, %s failed\n' "$passed" "$failed"
((failed == 0))
