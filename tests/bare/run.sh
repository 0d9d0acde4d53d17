#!/usr/bin/env bash
# Both commands of the README on a Debian with nothing on it but what debootstrap puts there.
#
#   tests/bare/run.sh [bookworm|trixie] [root|user] [build|tests|both] [--keep]
#
# Without words: bookworm, root, both. It needs root, debootstrap and some 12 GB of room; the system is
# made from the mirror that this machine's apt is configured with, and HEAD is cloned into it. There the
# commands see nothing of this machine: no cache, no environment but the address of npm's registry and a
# copy of the certificates that this machine trusts.
#
#   root   installs what is missing by itself
#   user   has neither root nor sudo: the command must end by saying what to ask an administrator for;
#          that very line is then run as root, and the command again
#
# --keep leaves the system standing and says where. CADRE_BARE (default: cadre-bare in the folder for
# temporary files) holds the systems, and between runs an archive of each that nothing was done in.
#
# Prints the seconds that each command took, and those of its processors, and ends with
# "N passed, M failed".
set -euo pipefail

suite=bookworm who=root what=both keep=false
for word in "$@"; do
  case "$word" in
    bookworm | trixie) suite="$word" ;;
    root | user) who="$word" ;;
    build | tests | both) what="$word" ;;
    --keep) keep=true ;;
    *) sed -n '2,21s/^# \{0,1\}//p' "$0"; exit 2 ;;
  esac
done

die() {
  printf 'error: %s\n' "$1" >&2
  exit 2
}

repo="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
store="${CADRE_BARE:-${TMPDIR:-/tmp}/cadre-bare}"
base="$store/$suite.tar"
root="${CADRE_BARE_ROOT:-}"

# ---- outside: the system's folder comes and goes ----

make_base() {
  local mirror
  mirror="$("$repo/tools/setup/apt_root.sh" --mirror)"
  [[ -n $mirror ]] || die "no Debian mirror among this machine's apt sources"
  printf '> making a bare %s\n' "$suite"
  rm -rf "$store/$suite.new"
  if ! debootstrap --variant=minbase "$suite" "$store/$suite.new" "$mirror" >"$store/debootstrap.log" 2>&1; then
    tail -n 5 "$store/debootstrap.log" >&2
    die "debootstrap failed; the whole log: $store/debootstrap.log"
  fi
  tar -C "$store/$suite.new" -cf "$base.new" .
  mv "$base.new" "$base"
  rm -rf "$store/$suite.new"
}

# Of runs that were killed themselves; their names end with the process that they had.
remove_left_over() {
  local folder
  for folder in "$store"/{bookworm,trixie}-{root,user}.*; do
    [[ -d $folder ]] || continue
    kill -0 "${folder##*.}" 2>/dev/null || rm -rf --one-file-system "$folder"
  done
}

outside() {
  local status=0 free
  (($(id -u) == 0)) || die "only root can make a system of its own"
  for program in debootstrap unshare setpriv git; do
    command -v "$program" >/dev/null || die "$program not found"
  done
  mkdir -p "$store"
  free="$(df -Pm "$store" | awk 'NR == 2 { print $4 }')"
  ((free > 12000)) || die "$store has $free MB free, 12000 are needed (CADRE_BARE names another folder)"
  exec 9>"$store/$suite.lock"
  flock 9
  if [[ ! -f $base ]]; then make_base; fi
  exec 9>&-
  remove_left_over
  root="$store/$suite-$who.$$"
  if $keep; then
    root="$store/kept-$suite-$who.$$"
    printf 'the system stays in %s\n' "$root"
  else
    trap 'rm -rf --one-file-system "$root" || { sleep 2; rm -rf --one-file-system "$root"; }' EXIT
  fi
  mkdir "$root"
  trap 'kill -KILL "$inside" 2>/dev/null; wait "$inside" 2>/dev/null; exit 130' INT TERM HUP
  # Mounts and processes of their own: whatever happens, none outlives the run.
  CADRE_BARE_ROOT="$root" setpriv --pdeathsig KILL unshare --mount --pid --fork --kill-child \
    "$0" "$suite" "$who" "$what" &
  inside=$!
  wait "$inside" || status=$?
  exit "$status"
}

# ---- inside: what is mounted and started here is seen nowhere else ----

prepare() {
  local certificates="${NODE_EXTRA_CA_CERTS:-/etc/ssl/certs/ca-certificates.crt}"
  tar -C "$root" -xf "$base"
  mount -t proc proc "$root/proc"
  mount -t sysfs -o ro sys "$root/sys"
  mount -t devtmpfs dev "$root/dev"
  mount -t tmpfs shm "$root/dev/shm"
  mount -t devpts -o newinstance,ptmxmode=0666 pts "$root/dev/pts"
  cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
  if [[ -f $certificates ]]; then cp -L "$certificates" "$root/etc/this-machine.crt"; fi
  # Ways out that this machine's apt needs.
  apt-config dump | grep -iE '^Acquire::.*(proxy|::CaInfo|::CaPath)' \
    >"$root/etc/apt/apt.conf.d/this-machine" || true
  chroot "$root" useradd --create-home planner
  git clone -q --no-hardlinks --no-checkout "$repo" "$root/clone"
  git -C "$root/clone" checkout -q --detach "$(git -C "$repo" rev-parse HEAD)"
  mv "$root/clone" "$root$home/clone"
  chroot "$root" chown -R "$user:" "$home/clone"
}

# as USER HOME COMMAND: in the clone, with an empty environment.
as() {
  chroot --userspec="$1:" --groups="" "$root" /usr/bin/env -i HOME="$2" USER="$1" \
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    NODE_EXTRA_CA_CERTS=/etc/this-machine.crt "${registry[@]}" \
    bash -c "cd '$home/clone' && $3" </dev/null
}

passed=0
failed=0
verdict() {
  if (($1 == 0)); then passed=$((passed + 1)); else failed=$((failed + 1)); fi
}

# What an ordinary user's command asks an administrator for, in the words that it says it with.
administrator() {
  local line TIMEFORMAT='  which took %R s'
  line="$(grep -m 1 -E '^ +apt-get update && apt-get install' "$1")" || return 1
  printf '  it asks an administrator for:%s\n' "$line"
  time as root /root "$line" >"$root/tmp/administrator.log" 2>&1 || tail -n 5 "$root/tmp/administrator.log"
}

# timed NAME COMMAND: one command of the README, as whom it is for.
timed() {
  local log="$root/tmp/$1.log" status=0 TIMEFORMAT="  $1: %R s, processors %U + %S s"
  printf '== %s, Debian %s, as %s: %s\n' "$1" "$suite" "$who" "$2"
  time as "$user" "$home" "$2" >"$log" 2>&1 || status=$?
  if ((status != 0)) && [[ $who == user ]] && administrator "$log"; then
    status=0
    time as "$user" "$home" "$2" >"$log" 2>&1 || status=$?
  fi
  tail -n "$((status == 0 ? 3 : 40))" "$log" | sed 's/^/  | /'
  printf '  status %s\n' "$status"
  verdict "$status"
}

# What --serve serves is the page.
serves() {
  local log="$root/tmp/serve.log" address="" status=0 pid i
  as "$user" "$home" './build_wasm.sh --serve 8700' >"$log" 2>&1 &
  pid=$!
  for ((i = 0; i < 600; i++)); do
    address="$(grep -oE 'http://localhost:[0-9]+/' "$log")" && break
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.5
  done
  as "$user" "$home" "node -e 'fetch(\"${address:-http://localhost:1/}\").then(async (answer) => {
    if (!answer.ok || !(await answer.text()).includes(\"<canvas\")) throw new Error(answer.status);
    console.log(\"  the page is served at\", answer.url);
  }).catch((error) => { console.log(\"  not served:\", String(error)); process.exit(1); })'" || status=$?
  kill "$pid" 2>/dev/null || true
  verdict "$status"
}

inside() {
  user=root home=/root
  if [[ $who == user ]]; then user=planner home=/home/planner; fi
  registry=()
  if command -v npm >/dev/null; then registry=(npm_config_registry="$(npm config get registry)"); fi
  prepare
  if [[ $what != tests ]]; then
    timed build ./build_wasm.sh
    serves
  fi
  if [[ $what != build ]]; then timed tests tests/run.sh; fi
  printf '%s passed, %s failed\n' "$passed" "$failed"
  ((failed == 0))
}

if [[ -z $root ]]; then outside; else inside; fi
