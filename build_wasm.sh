#!/usr/bin/env bash
# Builds the page into dist/: static files with relative addresses, for any static host.
#
#   ./build_wasm.sh                 set up what is missing, build
#   ./build_wasm.sh --serve [PORT]  then serve dist/ on localhost (8080, or the next free port)
#   ./build_wasm.sh --single-file   also makes dist/cadre-rotation-planner.html: the whole page as one file
#                                   that opens by double click, from a USB stick for instance
#   ./build_wasm.sh --debug         with assertions and names, for the browser's debugger
#
# Downloads go to CADRE_TOOLCHAIN (default: cadre-rotation-planner in the user's cache folder), which
# several clones may share. Root is asked for only when a system package is missing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() { sed -n '2,11s/^# \{0,1\}//p' build_wasm.sh; }

preset=wasm target=page serve=false port=8080
while (($#)); do
  case "$1" in
    --serve)
      serve=true
      if [[ ${2:-} =~ ^[0-9]+$ ]]; then port="$2"; shift; fi
      ;;
    --single-file) target=page-single-file ;;
    --debug) preset=wasm-debug ;;
    -h | --help) usage; exit 0 ;;
    *) printf 'error: unknown option %s\n\n' "$1" >&2; usage >&2; exit 2 ;;
  esac
  shift
done

start=$SECONDS
tools/setup/system_packages.sh build
tools/setup/emscripten.sh
tools/setup/third_party.sh
tools/setup/build.sh "$preset" "$target"
printf 'The page is in dist/ (%s s in all)\n' "$((SECONDS - start))"

if $serve; then exec node tools/serve.mjs dist "$port"; fi
