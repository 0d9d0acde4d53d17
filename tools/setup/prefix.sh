# shellcheck shell=bash
# Functions that unpack packages of Debian stable into the prefix; sourced after common.sh.
#
# An archive comes into the prefix whole or not at all, with its programs already made to load the
# libraries of the prefix (unpack_archive.sh), and leaves a mark there. So a set-up that was
# interrupted goes on where it stopped, and a build that is using the prefix is not disturbed.

# apt_download WORD...: the private apt-get. Where it fails, its lists may be older than what the mirror
# still has: it tries again with new ones.
apt_download() {
  local get=(env "APT_CONFIG=$APT_ROOT/apt.conf" apt-get)
  "${get[@]}" "$@" || { "${get[@]}" update --error-on=any && "${get[@]}" "$@"; }
}

ARCHIVES="$APT_ROOT/cache/archives"
# One file for each archive that is in the prefix, named like it: its control data.
MARKS="$PREFIX/var/lib/unpacked"
# What the private apt takes for installed: what was unpacked with all that it depends on.
STATUS="$PREFIX/var/lib/status"
UNPACKING="$PREFIX/var/lib/unpacking"

# prefix_unpack PACKAGE...: with everything they depend on; what is there already is left as it is.
prefix_unpack() {
  mkdir -p "$MARKS"
  touch "$STATUS"
  # What makes programs load other libraries comes first, so that it can be used on all the rest.
  if ! grep -qx 'Package: patchelf' "$STATUS"; then prefix_add patchelf; fi
  prefix_add "$@"
}

prefix_add() {
  STEP_HINT="check the network and the free space of $CADRE_TOOLCHAIN, then run again: what has been downloaded is kept" \
    step "download-$1" "downloading $* with dependencies" "$ARCHIVES" download_archives "$@"
  STEP_HINT="check the free space of $CADRE_TOOLCHAIN, then run again: what has been unpacked is kept" \
    step "unpack-$1" "unpacking $*" "$PREFIX" unpack_archives
}

download_archives() {
  apt_download -o "Dir::State::status=$STATUS" install -y --download-only "$@"
}

unpack_archives() {
  # What an interrupted set-up left half unpacked.
  rm -rf "$UNPACKING"
  mkdir -p "$UNPACKING"
  # Two at a time: unpacking is bound by decompression. The largest first, so that none waits alone.
  find "$ARCHIVES" -maxdepth 1 -name '*.deb' -printf '%s %p\0' | sort -znr | cut -zd' ' -f2- |
    xargs -0 -r -n 1 -P 2 "$CADRE_REPO/tools/setup/unpack_archive.sh"
  sed -s '$G' "$MARKS"/*.deb >"$STATUS.new"
  mv "$STATUS.new" "$STATUS"
  # Only now: without an archive whose dependencies are missing, apt would download it again.
  find "$ARCHIVES" -maxdepth 1 -name '*.deb' -delete
  rm -rf "$UNPACKING"
}

prefix_loader() { find "$PREFIX"/usr/lib/*-linux-gnu* -maxdepth 1 -name 'ld-linux*.so*' | head -n 1; }

# Runs a program of the prefix that has not been relinked.
prefix_run() {
  local loader
  loader="$(prefix_loader)"
  "$loader" --library-path "$(dirname "$loader")" "$@"
}
