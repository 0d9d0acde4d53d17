#!/usr/bin/env bash
# A set-up that is killed goes on where it stopped, and what it comes to is the same.
#
#   tests/bare/interrupt.sh [SCRIPT] [KILLS] [LONGEST]     default: highs.sh 12 4
#
# Runs SCRIPT of tools/setup in an empty folder, kills it KILLS times after up to LONGEST seconds, every
# other time with all its processes, otherwise alone (what it has started then ends by itself, and the
# next run waits for it), and lets it finish. Then: nothing that had been downloaded or unpacked was so
# again, and the folder holds the same files as one in which nothing was killed. `emscripten.sh 20 12`
# takes some minutes and 5 GB for a while.
#
# The last line is "N passed, M failed".
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

script="tools/setup/${1:-highs.sh}" kills="${2:-12}" longest="${3:-4}"
work="$(mktemp -d "${TMPDIR:-/tmp}/cadre-interrupt.XXXXXX")"
trap 'rm -rf "$work"' EXIT
RANDOM="${SEED:-1}"
passed=0
failed=0

# Folders with names as long as each other: programs carry the path in them.
set_up() { CADRE_TOOLCHAIN="$work/$1" "$script"; }
check() {
  if "${@:2}"; then passed=$((passed + 1)); else failed=$((failed + 1)); printf 'FAILED %s\n' "$1"; fi
}

# Archives that are there whole, and the marks of those unpacked, each with when and where it was written.
finished() {
  # Early there is neither folder.
  find "$work/cut/apt/cache/archives" -maxdepth 1 -name '*.deb' -printf 'archive %f %i %T@\n' 2>/dev/null || true
  find "$work/cut/prefix/var/lib/unpacked" -name '*.deb' -printf 'unpacked %f %i %T@\n' 2>/dev/null || true
}

# kept SEEN NOW: what was finished still is, unchanged; an archive may go once it is unpacked.
kept() {
  awk 'NR == FNR { now[$0]; name[$1, $2]; next }
    !($0 in now) && ($1 != "archive" || ($1, $2) in name || !(("unpacked", $2) in name)) {
      print "  done twice:", $0; bad = 1 }
    END { exit bad }' "$2" "$1"
}

contents() {
  # Logs, locks and lists are another matter; so are the names of what was made under way.
  cd "$work/$1/prefix" && find . -path ./usr/share/emscripten/cache/symbol_lists -prune -o \
    \( -name '__pycache__' -o -name '*.lock' -o -name sanity.txt \) -prune -o -printf '%P %y %m %l ' \
    \( -type f -printf '%s\n' -o -printf '\n' \) | sed "s#$work/...#WORK#" | sort
}

for ((i = 0; i < kills; i++)); do
  setsid env CADRE_TOOLCHAIN="$work/cut" "$script" >"$work/log" 2>&1 &
  session=$!
  sleep "$(awk -v r="$RANDOM" -v m="$longest" 'BEGIN { print 0.2 + (r / 32768) * m }')"
  what="$(tail -n 1 "$work/log")"
  if ((i % 2 == 0)); then
    ps -o pid= -s "$session" | xargs -r kill -KILL 2>/dev/null || true
  else
    kill -KILL "$session" 2>/dev/null || true
  fi
  wait "$session" 2>/dev/null || true
  printf 'killed at: %s\n' "$what"
  finished >"$work/now"
  if [[ -f $work/seen ]]; then check "what was finished before kill $((i + 1)) was kept" kept "$work/seen" "$work/now"; fi
  mv "$work/now" "$work/seen"
done
check "the next run finishes" set_up cut >"$work/log" 2>&1 || cat "$work/log"
tail -n 3 "$work/log"
finished >"$work/now"
check "what was finished before the last run was kept" kept "$work/seen" "$work/now"
check "nothing is left half unpacked" test ! -e "$work/cut/prefix/var/lib/unpacking"
set_up all >"$work/log" 2>&1 || cat "$work/log"
contents cut >"$work/cut.list"
contents all >"$work/all.list"
check "the same files as without a kill" diff "$work/all.list" "$work/cut.list"
printf '%s passed, %s failed\n' "$passed" "$failed"
((failed == 0))
