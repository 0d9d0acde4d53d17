# shellcheck shell=bash
# Functions that unpack packages of Debian stable into the prefix; sourced after common.sh.
#
# An archive is unpacked into the prefix completely or not at all, with its programs already adapted
# to load the libraries of the prefix (unpack_archive.sh), and is then marked as present. So an
# interrupted setup continues where it stopped, and does not disturb a build that uses the prefix.

# apt_download WORD...: runs the private apt-get. If it fails, its lists may be older than the
# mirror: it tries again with new ones.
apt_download() {
  local get=(env "APT_CONFIG=$APT_ROOT/apt.conf" apt-get)
  "${get[@]}" "$@" || { "${get[@]}" update --error-on=any && "${get[@]}" "$@"; }
}

ARCHIVES="$APT_ROOT/cache/archives"
# One file per archive in the prefix, with the same name: its control data.
MARKS="$PREFIX/var/lib/unpacked"
# Tells the private apt what is installed: the unpacked packages whose dependencies are complete.
STATUS="$PREFIX/var/lib/status"
UNPACKING="$PREFIX/var/lib/unpacking"

# prefix_unpack PACKAGE...: including all dependencies; packages that are present are left
# unchanged.
prefix_unpack() {
  mkdir -p "$MARKS"
  touch "$STATUS"
  # The tool for changing the libraries that programs load comes first, because the rest needs it.
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
  # Incomplete files left by an interrupted setup.
  rm -rf "$UNPACKING"
  mkdir -p "$UNPACKING"
  # Two at a time, because unpacking is bound by decompression. The largest first, so that none runs
  # alone at the end.
  find "$ARCHIVES" -maxdepth 1 -name '*.deb' -printf '%s %p\0' | sort -znr | cut -zd' ' -f2- |
    xargs -0 -r -n 1 -P 2 "$CADRE_REPO/tools/setup/unpack_archive.sh"
  sed -s '$G' "$MARKS"/*.deb >"$STATUS.new"
  mv "$STATUS.new" "$STATUS"
  # Only now: if an archive's dependencies are missing, apt would download it again.
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
