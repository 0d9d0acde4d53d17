# shellcheck shell=bash
# shellcheck disable=SC2034  # the variables are for the scripts that source this
# Shared by the scripts of this folder; sourced, never run.
#
# Locations: one folder, CADRE_TOOLCHAIN, contains everything set up for a build (compiler,
# third-party sources, logs). Several clones may share it, so every script that writes there holds a
# lock, and leaves a stamp only when its output is complete.

set -euo pipefail

CADRE_REPO="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
: "${CADRE_TOOLCHAIN:=${XDG_CACHE_HOME:-${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)}/.cache}/cadre-rotation-planner}"

say() { printf '%s\n' "$*"; }

die() {
  printf 'error: %s\n' "$1" >&2
  shift
  if (($#)); then printf '       %s\n' "$@" >&2; fi
  exit 1
}

if ! mkdir -p "$CADRE_TOOLCHAIN/logs" "$CADRE_TOOLCHAIN/stamps" ||
  [[ ! -w $CADRE_TOOLCHAIN || ! -w $CADRE_TOOLCHAIN/logs || ! -w $CADRE_TOOLCHAIN/stamps ]]; then
  die "no permission to write in $CADRE_TOOLCHAIN" \
    "make that folder yours, or set CADRE_TOOLCHAIN to one that is, and run again"
fi
CADRE_TOOLCHAIN="$(cd "$CADRE_TOOLCHAIN" && pwd)"
export CADRE_REPO CADRE_TOOLCHAIN

APT_ROOT="$CADRE_TOOLCHAIN/apt"
# Programs of Debian stable, unpacked without being installed.
PREFIX="$CADRE_TOOLCHAIN/prefix"
SOURCES="$CADRE_TOOLCHAIN/sources"
# Licences that are not included in any of them.
LICENCES="$CADRE_TOOLCHAIN/licences"

# need_space MEGABYTES FOLDER...: exits when less than MEGABYTES is free, counting the folders
# (which fill up during setup).
need_space() {
  local needed="$1" free there
  shift
  free="$(df -Pm "$CADRE_TOOLCHAIN" | awk 'NR == 2 { print $4 }')"
  there="$({ du -smc "$@" 2>/dev/null || true; } | awk 'END { print $1 + 0 }')"
  if ((free + there < needed)); then
    die "too little space: $CADRE_TOOLCHAIN needs $((needed - there)) MB more, $free MB are free" \
      "make room there, or set CADRE_TOOLCHAIN to a folder on another disk, and run again"
  fi
}

# locked NAME COMMAND...: only one process at a time; prints a message when it has to wait.
locked() {
  local name="$1" fd
  shift
  exec {fd}>"$CADRE_TOOLCHAIN/$name.lock"
  if ! flock -n "$fd"; then
    say "  waiting: another set-up is at work in $CADRE_TOOLCHAIN ($name)"
    flock "$fd"
  fi
  "$@"
  exec {fd}>&-
}

# step NAME TITLE WATCHED_FOLDER COMMAND...: runs COMMAND with its output in a log; prints a line at
# the start, the growth of WATCHED_FOLDER (or '-') every few seconds, and the time at the end.
step() {
  local name="$1" title="$2" watched="$3" log start last now size status=0
  shift 3
  log="$CADRE_TOOLCHAIN/logs/$name.log"
  say "> $title"
  start=$SECONDS
  last=$SECONDS
  # A process group of its own, so that everything ends with this script: in the background it would
  # not receive Ctrl+C.
  set -m
  ("$@") >"$log" 2>&1 </dev/null &
  local job=$!
  set +m
  trap 'kill -- "-$job" 2>/dev/null; exit 130' INT TERM HUP
  while kill -0 "$job" 2>/dev/null; do
    sleep 0.2
    now=$SECONDS
    if ((now - last >= 5)); then
      last=$now
      size=""
      if [[ $watched != - && -d $watched ]]; then
        # du fails when a file disappears while it runs; the size is only informative.
        size=", $({ du -sm "$watched" 2>/dev/null || true; } | cut -f1) MB"
      fi
      say "  ... $((now - start)) s$size"
    fi
  done
  wait "$job" || status=$?
  trap - INT TERM HUP
  if ((status != 0)); then
    tail -n 15 "$log" | sed 's/^/  | /' >&2
    die "step \"$title\" failed (status $status)" "the whole log: $log" \
      "${STEP_HINT:-correct the cause and run the same command again; what is finished is kept}"
  fi
  say "  done in $((SECONDS - start)) s"
}

stamp_is() { [[ -f "$CADRE_TOOLCHAIN/stamps/$1" && "$(<"$CADRE_TOOLCHAIN/stamps/$1")" == "$2" ]]; }
write_stamp() {
  printf '%s' "$2" >"$CADRE_TOOLCHAIN/stamps/$1.new"
  mv "$CADRE_TOOLCHAIN/stamps/$1.new" "$CADRE_TOOLCHAIN/stamps/$1"
}
