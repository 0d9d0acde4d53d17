#!/usr/bin/env bash
# Tests the page in dist/ in real browsers: tests/e2e/run.sh [chromium|firefox|all] [PART OF A NAME]
# The part "kill" is a test of its own: it kills the browser while edits are made (kill.mjs, which takes
# more kills than the few that are made here).
# Screenshots go to tests/e2e/screenshots/. Ends with "N passed, M failed".
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

browsers="${1:-all}"
wanted="${2:-}"
case "$browsers" in
  all) browsers="chromium firefox" ;;
  chromium | firefox) ;;
  *) printf 'error: unknown browser "%s" (chromium, firefox, all)\n' "$browsers" >&2; exit 2 ;;
esac

KILLS=6

passed=0
failed=0
log="$(mktemp)"
trap 'rm -f "$log"' EXIT

# count COMMAND...: runs it and adds up its last "N passed, M failed".
count() {
  local line bad
  "${display[@]}" "$@" 2>&1 | tee "$log" || true
  line="$(grep -oE '[0-9]+ passed, [0-9]+ failed' "$log" | tail -n 1)" || true
  if [[ -z $line ]]; then line="0 passed, 1 failed"; fi
  passed=$((passed + ${line%% *}))
  bad="${line##*, }"
  failed=$((failed + ${bad%% *}))
}

for browser in $browsers; do
  # Headless Firefox has no WebGL: it gets a display of its own.
  display=()
  if [[ $browser == firefox ]]; then display=(xvfb-run -a -s "-screen 0 2900x1900x24"); fi
  if [[ $wanted != kill ]]; then count node run.mjs "$browser" "$wanted"; fi
  if [[ -z $wanted || $wanted == kill ]]; then count node kill.mjs "$browser" "$KILLS"; fi
done
printf '%s passed, %s failed\n' "$passed" "$failed"
((failed == 0))
