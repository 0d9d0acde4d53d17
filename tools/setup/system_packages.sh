#!/usr/bin/env bash
# Installs the system packages that a group needs, and only those that are missing:
#   build   what the page is built with      native  what native programs are built with
#   tests   browsers and npm                 fonts   only to make assets/fonts and assets/icons anew
# Usage: system_packages.sh GROUP...
#
# Root (or sudo) is used only when something is missing.
set -euo pipefail

missing=()

has_command() { command -v "$1" >/dev/null 2>&1; }
has_library() { find /usr/lib /usr/local/lib /lib -name "$1" -print -quit 2>/dev/null | grep -q .; }

# need TEST ARGUMENT PACKAGE: asks for PACKAGE unless the test finds what it brings.
need() {
  if "$1" "$2"; then return; fi
  case " ${missing[*]-} " in *" $3 "*) ;; *) missing+=("$3") ;; esac
}

group_build() {
  need has_command cmake cmake
  need has_command ninja ninja-build
  need has_command python3 python3
  need has_command node nodejs
  need has_command xz xz-utils
  need has_command ccache ccache
  need test_keyring archive debian-archive-keyring
}
test_keyring() {
  [[ -e /usr/share/keyrings/debian-$1-keyring.gpg || -e /usr/share/keyrings/debian-$1-keyring.pgp ]]
}

group_native() {
  group_build
  need has_command g++ g++
  need has_library libSDL2.so libsdl2-dev
  need has_library libGL.so libgl-dev
}

group_tests() {
  group_native
  need has_command git git
  need has_command npm npm
  need has_browser chromium chromium
  need has_browser firefox firefox-esr
  # Firefox draws WebGL only on a display, and finds its software renderer through these.
  need has_command xvfb-run xvfb
  need has_command xauth xauth
  need has_library 'libEGL.so.1' libegl1
  need has_library 'libGL.so.1' libgl1
  need has_library 'libGLX_mesa.so.0' libglx-mesa0
  need has_library 'swrast_dri.so' libgl1-mesa-dri
  need has_library 'libpci.so.3' libpci3
}
has_browser() { has_command "$1" || has_command "$1-esr" || has_command "$1-browser"; }

group_fonts() {
  need has_command pyftsubset fonttools
  need test_font Regular fonts-noto-core
  need has_command npm npm
}
test_font() { [[ -e /usr/share/fonts/truetype/noto/NotoSans-$1.ttf ]]; }

install_missing() {
  local as_root=()
  printf '> system packages to install: %s\n' "${missing[*]}"
  if ! has_command apt-get; then
    printf 'error: apt-get not found; install these by hand (Debian names): %s\n' \
      "${missing[*]}" >&2
    exit 1
  fi
  if (($(id -u) != 0)); then
    if ! has_command sudo; then
      printf 'error: neither root nor sudo. Ask an administrator to run:\n  apt-get install %s\n' \
        "${missing[*]}" >&2
      exit 1
    fi
    as_root=(sudo)
    # Without a terminal nobody can type a password.
    if [[ ! -t 0 ]]; then as_root=(sudo -n); fi
  fi
  local start=$SECONDS log
  log="$(mktemp)"
  if ! { "${as_root[@]}" apt-get update &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 </dev/null; then
    tail -n 15 "$log" | sed 's/^/  | /' >&2
    printf 'error: installing failed; the whole log: %s\n' "$log" >&2
    printf '       correct the cause, or install by hand and run again: apt-get install %s\n' \
      "${missing[*]}" >&2
    exit 1
  fi
  rm -f "$log"
  printf '  done in %s s\n' "$((SECONDS - start))"
}

check_node() {
  local major
  major="$(node -p 'process.versions.node.split(".")[0]')"
  if ((major < 18)); then
    printf 'error: node %s on PATH is too old: 18 or later is needed\n' "$major" >&2
    exit 1
  fi
}

(($# > 0)) || { sed -n '2,7s/^# \{0,1\}//p' "$0" >&2; exit 2; }
for group in "$@"; do
  case "$group" in
    build | native | tests | fonts) "group_$group" ;;
    *) printf 'error: no group "%s" (build, native, tests, fonts)\n' "$group" >&2; exit 2 ;;
  esac
done
if ((${#missing[@]})); then install_missing; fi
if has_command node; then check_node; fi
