#!/usr/bin/env bash
# Downloads the licences that the page ships but that are not part of any source package: that of
# the Noto fonts, from a small package (the fonts themselves are in assets/fonts).
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
source "$(dirname "${BASH_SOURCE[0]}")/prefix.sh"

PACKAGE=fonts-noto-hinted

fetch() {
  local folder
  folder="$(mktemp -d)"
  (cd "$folder" && apt_download download "$PACKAGE")
  dpkg -x "$folder"/*.deb "$folder/files"
  mkdir -p "$LICENCES/fonts-noto"
  cp "$folder/files/usr/share/doc/$PACKAGE/copyright" "$LICENCES/fonts-noto/copyright.new"
  mv "$LICENCES/fonts-noto/copyright.new" "$LICENCES/fonts-noto/copyright"
  rm -rf "$folder"
}

prepare() {
  if [[ -s $LICENCES/fonts-noto/copyright ]]; then return; fi
  "$CADRE_REPO/tools/setup/apt_root.sh"
  STEP_HINT="check that the mirror configured in /etc/apt can be reached, then run again" \
    step licences "licences of the fonts" - fetch
}

locked licences prepare
