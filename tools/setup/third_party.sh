#!/usr/bin/env bash
# Unpacks the sources of third-party libraries into $CADRE_TOOLCHAIN/sources/<name>. They come from
# Debian stable's archives, nearly all of them as source packages; only the files that the build
# reads are kept. Licences: LICENSES.md.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
source "$(dirname "${BASH_SOURCE[0]}")/prefix.sh"

# Increase this when something below changes: every clone then unpacks again.
STATE="sources 2: imgui 1.90.1, sdl2 2.32.4, implot 0.17, json 3.11.3, mbedtls 3.6, googletest 1.16.0, benchmark 1.9.1"

DOWNLOADS="$APT_ROOT/sources"
CHECKSUMS="$CADRE_REPO/tools/setup/sources.sha256"

# ImPlot has no package of its own: it is taken from the archive of satdump, which includes it.
download() {
  mkdir -p "$DOWNLOADS"
  cd "$DOWNLOADS"
  # Only the archives: some .dsc files are missing on mirrors, and Debian's patches are not used.
  apt_download source --tar-only --download-only imgui libsdl2 mbedtls googletest \
    benchmark satdump
  apt_download download nlohmann-json3-dev
}

# apt has checked Debian's signature. In addition, the archives must be identical, byte for byte, to
# those that the project was built with.
check() {
  local sum name found wrong=0
  while read -r sum name; do
    if [[ ! -f $DOWNLOADS/$name ]]; then
      found="$(find "$DOWNLOADS" -maxdepth 1 -name "${name%%_*}_*" -printf ' %f')"
      printf '%s is not what the mirror has now (it has:%s)\n' "$name" "${found:- nothing}"
      wrong=1
    elif [[ $(sha256sum <"$DOWNLOADS/$name") != "$sum "* ]]; then
      printf '%s is not the archive that the checksum was taken of\n' "$name"
      wrong=1
    fi
  done <"$CHECKSUMS"
  return "$wrong"
}

# Only archives with a checksum are unpacked.
archive_of() {
  local sum name
  while read -r sum name; do
    # shellcheck disable=SC2053  # a pattern
    if [[ $name == $1 ]]; then printf '%s' "$DOWNLOADS/$name"; fi
  done <"$CHECKSUMS"
}

# take NAME ARCHIVE_PATTERN STRIP MEMBER_PATTERN...: one library, from its archive to its folder.
take() {
  local name="$1" archive strip="$3"
  archive="$(archive_of "$2")"
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
  dpkg -x "$(archive_of 'nlohmann-json3-dev_*.deb')" "$SOURCES.new/json"
  # ImPlot includes "imgui/imgui.h".
  ln -s ../imgui "$SOURCES.new/implot/imgui"
  rm -rf "$SOURCES"
  mv "$SOURCES.new" "$SOURCES"
}

prepare() {
  if stamp_is sources "$STATE" && [[ -d $SOURCES/imgui ]]; then return; fi
  need_space 400 "$SOURCES" "$DOWNLOADS"
  "$CADRE_REPO/tools/setup/apt_root.sh"
  STEP_HINT="check that the mirror configured in /etc/apt can be reached, then run again" \
    step download-sources "downloading third-party sources" "$DOWNLOADS" download
  STEP_HINT="remove $DOWNLOADS and run again; where Debian has a newer version, look at what it changes, then put its checksum into $CHECKSUMS" \
    step check-sources "checksums of third-party sources" - check
  step unpack-sources "unpacking third-party sources" - unpack
  write_stamp sources "$STATE"
  # Not needed any more.
  rm -f "$DOWNLOADS"/*
}

locked toolchain prepare
"$CADRE_REPO/tools/setup/licences.sh"
