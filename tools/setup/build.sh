#!/usr/bin/env bash
# Configures a CMake preset if necessary and builds its targets.
# Usage: build.sh PRESET [TARGET...]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

preset="$1"
shift
cd "$CADRE_REPO"
folder="build/$preset"
cache="$folder/CMakeCache.txt"

fresh=()
if [[ -f $cache ]] && ! grep -qF "CADRE_TOOLCHAIN:PATH=$CADRE_TOOLCHAIN" "$cache"; then
  # Compilers are recorded with full paths, so another toolchain folder requires a new
  # configuration.
  fresh=(--fresh)
fi
if [[ ! -f $folder/build.ninja ]] || ((${#fresh[@]})); then
  step "configure-$preset" "configuring $folder" - \
    cmake --preset "$preset" "${fresh[@]}" -DCADRE_TOOLCHAIN="$CADRE_TOOLCHAIN"
fi

start=$SECONDS
say "> building $folder${*:+ ($*)}"
targets=()
if (($#)); then targets=(--target "$@"); fi
build() { NINJA_STATUS='  [%f/%t] ' cmake --build --preset "$preset" "${targets[@]}" 2>&1; }
# On a terminal ninja shows its own progress; in a log every twentieth line is enough.
thinned() { awk '!/^ *\[[0-9]+\/[0-9]+\]/ || ++n % 20 == 0 { print; fflush() }'; }
status=0
if [[ -t 1 ]]; then build || status=$?; else build | thinned || status=$?; fi
if ((status != 0)); then
  die "building $folder failed" "the messages above say where; after a change run the same command again"
fi
say "  done in $((SECONDS - start)) s"
