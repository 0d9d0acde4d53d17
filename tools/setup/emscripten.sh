#!/usr/bin/env bash
# Sets up Emscripten: uses one on PATH if it is recent enough, otherwise unpacks Debian stable's
# into the toolchain folder (about 380 MB to download; nothing is installed).
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
source "$(dirname "${BASH_SOURCE[0]}")/prefix.sh"

MINIMUM=3.1.60

on_path_is_enough() {
  local version
  command -v emcc >/dev/null || return 1
  version="$(emcc -dumpversion 2>/dev/null)" || return 1
  [[ "$(printf '%s\n%s\n' "$MINIMUM" "$version" | sort -V | head -n 1)" == "$MINIMUM" ]] || {
    say "  emcc $version on PATH is older than $MINIMUM and is not used"
    return 1
  }
}

# emcc reads this from its own folder, so that no environment variable is needed to build.
write_configuration() {
  local root="$PREFIX/usr/share/emscripten"
  cat >"$root/.emscripten" <<CONFIG
LLVM_ROOT = '$PREFIX/usr/lib/llvm-19/bin'
BINARYEN_ROOT = '$PREFIX/usr'
NODE_JS = '$(command -v node)'
CACHE = '$root/cache'
CONFIG
  # Where Emscripten's own scripts look for acorn.
  ln -sfn ../nodejs "$root/node_modules"
}

prepare() {
  local node state
  node="$(command -v node)"
  state="$PREFIX emscripten 1 $node"
  if stamp_is emscripten "$state" && [[ -x $PREFIX/usr/share/emscripten/em++ ]]; then return; fi
  # Downloaded archives and what is unpacked from them.
  need_space 2900 "$PREFIX" "$ARCHIVES"
  "$CADRE_REPO/tools/setup/apt_root.sh"
  prefix_unpack emscripten
  write_configuration
  step try-emscripten "first program through emcc" - try_compiler
  write_stamp emscripten "$state"
}

try_compiler() {
  local folder
  folder="$(mktemp -d)"
  printf '#include <cstdio>\nint main() { std::puts("works"); }\n' >"$folder/try.cpp"
  "$PREFIX/usr/share/emscripten/em++" -std=c++23 -O2 "$folder/try.cpp" -o "$folder/try.js"
  [[ "$(node "$folder/try.js")" == works ]]
  rm -rf "$folder"
}

if on_path_is_enough; then exit 0; fi
command -v node >/dev/null || die "node not found" "run tools/setup/system_packages.sh build"
locked toolchain prepare
