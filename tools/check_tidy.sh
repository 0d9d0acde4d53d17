#!/usr/bin/env bash
# Checks all C and C++ sources with clang-tidy, using .clang-tidy. Passed files are recorded in the
# toolchain folder for all clones, so only changes are checked again.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/setup/common.sh"
cd "$CADRE_REPO"

bin="$(tools/setup/clang_tools.sh)"
tools/setup/fuzzer.sh
tools/setup/third_party.sh
tools/setup/emscripten.sh
# Compile commands, and the headers that are made; nothing is compiled.
for preset in asan wasm; do
  tools/setup/build.sh "$preset" cadre_text_strings cadre_shared_numbers_header
done

# The window for debugging is built only where SDL2 is installed; the page has its headers always.
exec python3 tools/tidy/check.py --root . --clang-tidy "$bin/clang-tidy" \
  --passed "$CADRE_TOOLCHAIN/tidy" --version-of "$CADRE_TOOLCHAIN/stamps/sources" \
  --like src/app/window.cpp=src/app/page.cpp \
  build/asan/compile_commands.json build/wasm/compile_commands.json
