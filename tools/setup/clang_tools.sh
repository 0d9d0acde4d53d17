#!/usr/bin/env bash
# Sets up clang-format and clang-tidy of Debian stable and prints their folder. Other versions give
# different results, so tools/check_format.sh and tools/check_tidy.sh use only these. They share the
# libraries of Emscripten's Clang; apart from those they are 2 MB.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
source "$(dirname "${BASH_SOURCE[0]}")/prefix.sh"

bin="$PREFIX/usr/lib/llvm-19/bin"

try_tools() {
  local folder
  folder="$(mktemp -d)"
  printf 'int  f( int* a ){ return a==0; }\n' >"$folder/try.cpp"
  [[ "$("$bin/clang-format" --style=Google "$folder/try.cpp")" == 'int f(int* a) { return a == 0; }' ]]
  # The tool fails and says why.
  "$bin/clang-tidy" --quiet --checks='-*,modernize-use-nullptr' --warnings-as-errors='*' \
    "$folder/try.cpp" -- >"$folder/log" 2>&1 || true
  grep 'modernize-use-nullptr' "$folder/log"
  rm -rf "$folder"
}

prepare() {
  if stamp_is clang_tools "$PREFIX clang_tools 1" && [[ -x $bin/clang-tidy ]]; then return; fi
  need_space 1200 "$PREFIX" "$ARCHIVES"
  "$CADRE_REPO/tools/setup/apt_root.sh"
  prefix_unpack clang-format-19 clang-tidy-19
  step try-clang-tools "first sources through clang-format and clang-tidy" - try_tools
  write_stamp clang_tools "$PREFIX clang_tools 1"
}

locked toolchain prepare >&2
say "$bin"
