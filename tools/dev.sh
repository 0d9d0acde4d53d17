#!/usr/bin/env bash
# The quick loop for working on the page: tools/dev.sh [PORT]. See tools/dev.mjs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

tools/setup/system_packages.sh build
tools/setup/emscripten.sh
tools/setup/third_party.sh
tools/setup/build.sh wasm-dev cadre_text_strings
exec node tools/dev.mjs "$@"
