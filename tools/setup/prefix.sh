# shellcheck shell=bash
# Functions that unpack packages of Debian stable into the prefix; sourced after common.sh.
# Programs are then made to load the libraries of the prefix instead of the machine's older ones.

apt_private() { APT_CONFIG="$APT_ROOT/apt.conf" "$@"; }

# prefix_unpack PACKAGE...: with everything they depend on.
prefix_unpack() {
  local name="${1}"
  STEP_HINT="check the network and the free space of $CADRE_TOOLCHAIN, then run again" \
    step "download-$name" "downloading $* with dependencies" "$APT_ROOT/cache/archives" \
    env APT_CONFIG="$APT_ROOT/apt.conf" apt-get install -y --download-only "$@"
  step "unpack-$name" "unpacking $*" "$PREFIX" unpack_archives
}

unpack_archives() {
  mkdir -p "$PREFIX"
  # Two at a time: unpacking is bound by decompression.
  find "$APT_ROOT/cache/archives" -maxdepth 1 -name '*.deb' -print0 |
    xargs -0 -r -n 1 -P 2 sh -c 'dpkg -x "$1" "$0"' "$PREFIX"
  # Nobody needs them twice.
  find "$APT_ROOT/cache/archives" -maxdepth 1 -name '*.deb' -delete
}

prefix_loader() { find "$PREFIX"/usr/lib/*-linux-gnu* -maxdepth 1 -name 'ld-linux*.so*' | head -n 1; }

# Runs a program of the prefix that has not been relinked yet.
prefix_run() {
  local loader
  loader="$(prefix_loader)"
  "$loader" --library-path "$(dirname "$loader")" "$@"
}

# prefix_relink FILE...: sets the loader and the library path of programs of the prefix.
# An rpath rather than a runpath: a runpath is not used for the libraries of libraries.
prefix_relink() {
  local loader libraries file target
  loader="$(prefix_loader)"
  libraries="$(dirname "$loader"):$PREFIX/usr/lib/llvm-19/lib"
  for file in "$@"; do
    target="$(readlink -f "$file")"
    [[ -f $target && $target == "$PREFIX"/* ]] || continue
    # Scripts stay as they are.
    [[ $(head -c 4 "$target") == $'\x7fELF' ]] || continue
    prefix_run "$PREFIX/usr/bin/patchelf" --set-interpreter "$loader" \
      --force-rpath --set-rpath "$libraries" "$target"
  done
}
