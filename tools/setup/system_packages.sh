#!/usr/bin/env bash
# Installs the system packages that a group needs, and only those that are missing:
#   build   what the page is built with      native  what native programs are built with
#   tests   browsers and npm                 fonts   only to make assets/fonts and assets/icons anew
# Usage: system_packages.sh GROUP...
#
# Root (or sudo) is used only when something is missing.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

missing=()
# Marks an installation in progress: a program can be present before its package is configured.
INSTALLING=installing_system_packages

has_command() { command -v "$1" >/dev/null 2>&1; }
has_library() { find /usr/lib /usr/local/lib /lib -name "$1" -print -quit 2>/dev/null | grep -q .; }

is_installed() { [[ $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) == installed ]]; }

# need TEST ARGUMENT PACKAGE: requests PACKAGE unless the test succeeds, whatever provides it, or
# the package is installed (other Debian versions may use other file names).
need() {
  if "$1" "$2" || is_installed "$3"; then return; fi
  case " ${missing[*]-} " in *" $3 "*) ;; *) missing+=("$3") ;; esac
}

group_build() {
  need has_command cmake cmake
  need has_command ninja ninja-build
  need has_command python3 python3
  need has_command node nodejs
  need has_command xz xz-utils
  need has_command bzip2 bzip2
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
  # Firefox draws WebGL only on a display, and uses these to find its software renderer.
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

# Exits with instructions for someone with the rights to install.
ask_administrator() {
  local now="${missing[*]}"
  group_tests
  {
    printf 'error: system packages are missing, and you may not install any (neither root nor sudo).\n'
    printf '       Ask an administrator to run this, then run the same command again:\n'
    printf '  apt-get update && apt-get install -y --no-install-recommends %s\n' "$now"
    if [[ ${missing[*]} != "$now" ]]; then
      printf '       or, for the tests as well:\n'
      printf '  apt-get update && apt-get install -y --no-install-recommends %s\n' "${missing[*]}"
    fi
  } >&2
  exit 1
}

# Completes an interrupted installation first: otherwise dpkg refuses to do anything else.
install_as_root() {
  local get=(apt-get -o DPkg::Lock::Timeout=300)
  "${as_root[@]}" dpkg --configure -a
  "${as_root[@]}" "${get[@]}" update
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive "${get[@]}" install -y --fix-broken \
    --no-install-recommends "${missing[@]}"
}

install_missing() {
  as_root=()
  if ! has_command apt-get; then
    die "apt-get not found" "install these by hand (Debian names): ${missing[*]}"
  fi
  if (($(id -u) != 0)); then
    has_command sudo || ask_administrator
    # Without a terminal no password can be typed.
    if [[ -t 0 ]]; then sudo -v || ask_administrator; else sudo -n true 2>/dev/null || ask_administrator; fi
    as_root=(sudo -n)
  fi
  write_stamp "$INSTALLING" "${missing[*]}"
  STEP_HINT="check the network and the free space, then run again; or install by hand: apt-get install ${missing[*]}" \
    step system-packages "system packages to install: ${missing[*]}" /var/cache/apt/archives install_as_root
  rm -f "$CADRE_TOOLCHAIN/stamps/$INSTALLING"
}

check_node() {
  local major
  major="$(node -p 'process.versions.node.split(".")[0]')"
  if ((major < 18)); then
    die "node $major on PATH is too old: 18 or later is needed"
  fi
}

(($# > 0)) || { sed -n '2,7s/^# \{0,1\}//p' "$0" >&2; exit 2; }
for group in "$@"; do
  case "$group" in
    build | native | tests | fonts) "group_$group" ;;
    *) die "no group \"$group\" (build, native, tests, fonts)" ;;
  esac
done
if [[ -f $CADRE_TOOLCHAIN/stamps/$INSTALLING ]]; then
  read -ra unfinished <"$CADRE_TOOLCHAIN/stamps/$INSTALLING" || true
  missing+=("${unfinished[@]}")
fi
if ((${#missing[@]})); then install_missing; fi
if has_command node; then check_node; fi
