#!/usr/bin/env bash
# Unpacks the sources of the libraries that the project is built with into
# $CADRE_TOOLCHAIN/sources/<name>. They come from Debian stable's source archives; only what the
# build reads is kept. Licences: LICENSES.md.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
source "$(dirname "${BASH_SOURCE[0]}")/prefix.sh"

# Raise this when something below changes: every clone then unpacks again.
STATE="sources 2: imgui 1.90.1, sdl2 2.32.4, implot 0.17, json 3.11.3, mbedtls 3.6, googletest 1.16.0, benchmark 1.9.1"

DOWNLOADS="$APT_ROOT/sources"

# ImPlot is not packaged alone: it is taken out of the archive of satdump, which carries it.
download() {
  cd "$DOWNLOADS"
  # Only the archives: some .dsc files are missing on mirrors, and no Debian patch is wanted.
  apt_private apt-get source --tar-only --download-only imgui libsdl2 mbedtls googletest \
    benchmark satdump
  apt_private apt-get download nlohmann-json3-dev
}

# take NAME ARCHIVE_PATTERN STRIP MEMBER_PATTERN...: one library, from its archive to its folder.
take() {
  local name="$1" archive strip="$3"
  archive="$(find "$DOWNLOADS" -maxdepth 1 -name "$2" | sort | tail -n 1)"
  shift 3
  mkdir -p "$SOURCES.new/$name"
  tar -xf "$archive" -C "$SOURCES.new/$name" --strip-components="$strip" --wildcards "$@"
}

unpack() {
  rm -rf "$SOURCES.new"
  take imgui 'imgui_*.orig.tar.*' 1 '*/im*.h' '*/im*.cpp' '*/backends/*' '*/LICENSE.txt'
  take sdl2 'libsdl2_*.orig.tar.*' 1 '*/include/*' '*/src/*' '*/LICENSE.txt'
  take implot 'satdump_*.orig.tar.*' 4 '*/src-core/imgui/implot/*'
  take mbedtls 'mbedtls_*.orig.tar.*' 1 '*/include/mbedtls/*' '*/include/psa/*' '*/library/*' '*/LICENSE'
  take googletest 'googletest_*.orig.tar.*' 1 '*/googletest/*' '*/googlemock/*' '*/LICENSE'
  take benchmark 'benchmark_*.orig.tar.*' 1 '*/include/*' '*/src/*' '*/LICENSE'
  mkdir -p "$SOURCES.new/json"
  dpkg -x "$(find "$DOWNLOADS" -name 'nlohmann-json3-dev_*.deb' | head -n 1)" "$SOURCES.new/json"
  # ImPlot includes "imgui/imgui.h".
  ln -s ../imgui "$SOURCES.new/implot/imgui"
  rm -rf "$SOURCES"
  mv "$SOURCES.new" "$SOURCES"
  rm -f "$DOWNLOADS"/*
}

prepare() {
  if stamp_is sources "$STATE" && [[ -d $SOURCES/imgui ]]; then return; fi
  "$CADRE_REPO/tools/setup/apt_root.sh"
  STEP_HINT="check that the mirror configured in /etc/apt can be reached, then run again" \
    step download-sources "downloading third-party sources" "$DOWNLOADS" download
  step unpack-sources "unpacking third-party sources" - unpack
  write_stamp sources "$STATE"
}

locked toolchain prepare
