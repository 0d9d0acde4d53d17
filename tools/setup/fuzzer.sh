#!/usr/bin/env bash
# Sets up Clang with libFuzzer and the sanitizers' libraries, from Debian stable. Most of it is
# already there if Emscripten has been set up (tools/setup/emscripten.sh), and its Clang is used.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
source "$(dirname "${BASH_SOURCE[0]}")/prefix.sh"

# Where the linker looks for what the C library's scripts name.
link_folders() {
  ln -sfn usr/lib "$PREFIX/lib"
  ln -sfn usr/lib64 "$PREFIX/lib64"
}

try_compiler() {
  local folder loader
  folder="$(mktemp -d)"
  loader="$(prefix_loader)"
  printf '#include <cstddef>\n#include <cstdint>\n#include <expected>\n%s\n' \
    'extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t*, std::size_t) { return 0; }' \
    >"$folder/try.cpp"
  "$PREFIX/usr/lib/llvm-19/bin/clang++" --sysroot="$PREFIX" -stdlib=libc++ -std=c++23 \
    -fsanitize=fuzzer,address,undefined "$folder/try.cpp" -o "$folder/try" -fuse-ld=lld -l:libstdc++.so.6 \
    -Wl,--dynamic-linker="$loader" \
    -Wl,-rpath,"$(dirname "$loader"):$PREFIX/usr/lib/llvm-19/lib"
  "$folder/try" -runs=1
  rm -rf "$folder"
}

prepare() {
  if stamp_is fuzzer "$PREFIX fuzzer 2" && [[ -x $PREFIX/usr/lib/llvm-19/bin/clang ]]; then return; fi
  need_space 1500 "$PREFIX" "$ARCHIVES"
  "$CADRE_REPO/tools/setup/apt_root.sh"
  prefix_unpack clang-19 lld-19 llvm-19 libc6-dev libclang-rt-19-dev libc++-19-dev libc++abi-19-dev \
    libstdc++-14-dev
  link_folders
  step try-fuzzer "first program with libFuzzer" - try_compiler
  write_stamp fuzzer "$PREFIX fuzzer 2"
}

locked toolchain prepare
