#!/usr/bin/env bash
# Makes a release: the page as a folder in an archive, the page as a single file, and their
# checksums.
#
#   tools/release.sh [FOLDER]       into FOLDER (default: release/)
#   tools/release.sh --verify       builds a second time, in another folder and without a compiler cache,
#                                   and fails unless every byte is the same
#
# The edition is taken from CMakeLists.txt, its date from CHANGELOG.md. docs/releasing.md describes
# the steps around this.
source "$(dirname "${BASH_SOURCE[0]}")/setup/common.sh"
cd "$CADRE_REPO"

NAME=cadre-rotation-planner

verify=false
out=release
while (($#)); do
  case "$1" in
    --verify) verify=true ;;
    -h | --help) sed -n '2,9s/^# \{0,1\}//p' tools/release.sh; exit 0 ;;
    -*) die "unknown option $1" ;;
    *) out="$1" ;;
  esac
  shift
done

# build FOLDER [VARIABLE=VALUE...]: builds the page from scratch, into FOLDER/dist.
build() {
  local folder="$1"
  shift
  rm -rf "$folder"
  step "release-$(basename "$folder")" "building in $folder" "$folder" build_quietly "$folder" "$@"
}
build_quietly() {
  local folder="$1"
  shift
  cmake --preset wasm -B "$folder" -DCADRE_TOOLCHAIN="$CADRE_TOOLCHAIN" -DCADRE_TESTS=OFF \
    -DCADRE_DIST="$CADRE_REPO/$folder/dist"
  env "$@" cmake --build "$folder" --target page-single-file
}

edition_of() { sed -n 's/^CMAKE_PROJECT_VERSION:STATIC=//p' "$1/CMakeCache.txt"; }
date_of() { sed -n "s/^## ${1//./\\.} · \([0-9-]*\)$/\1/p" CHANGELOG.md; }

# pack BUILD_FOLDER TARGET_FOLDER: sorted names, and the same date and permissions for every file.
pack() {
  local build="$1" target="$2" edition date
  edition="$(edition_of "$build")"
  date="$(date_of "$edition")"
  [[ -n $date ]] || die "CHANGELOG.md does not tell of $edition" "add a heading: ## $edition · YYYY-MM-DD"
  rm -rf "$target"
  mkdir -p "$target"
  cp "$build/dist/$NAME.html" "$target/$NAME-$edition.html"
  python3 - "$build/dist" "$target/$NAME-$edition.zip" "$NAME-$edition" "$date" "$NAME.html" <<'EOF'
import pathlib
import sys
import zipfile

folder, archive, root, date, left_out = sys.argv[1:]
moment = tuple(int(part) for part in date.split("-")) + (0, 0, 0)
folder = pathlib.Path(folder)
files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
with zipfile.ZipFile(archive, "w") as out:
    for name in files:
        if name == left_out:
            continue
        entry = zipfile.ZipInfo(f"{root}/{name}", moment)
        entry.create_system = 3  # Unix, so that the permissions apply
        entry.external_attr = 0o100644 << 16
        entry.compress_type = zipfile.ZIP_DEFLATED
        out.writestr(entry, (folder / name).read_bytes(), compresslevel=9)
EOF
  (cd "$target" && sha256sum "$NAME-$edition.html" "$NAME-$edition.zip" >SHA256SUMS)
}

# The components of the page must not contain anything about the machine that built it.
refuse_paths() {
  local place found
  for place in "$CADRE_REPO" "$CADRE_TOOLCHAIN" "$HOME"; do
    [[ $place != / ]] || continue
    found="$(grep -rlF -- "$place" "$1/dist" | head -n 3)" || true
    [[ -z $found ]] || die "the path $place stands in $found"
  done
}

tools/setup/system_packages.sh build
tools/setup/emscripten.sh
tools/setup/third_party.sh
if [[ -n "$(git status --porcelain 2>/dev/null)" ]]; then
  say "note: there are changes that are not committed; they are in this edition"
fi

build build/release
refuse_paths build/release
pack build/release "$out"
cat "$out/SHA256SUMS"

if $verify; then
  build build/release-again CCACHE_DISABLE=1
  pack build/release-again build/release-again/packed
  cat build/release-again/packed/SHA256SUMS
  if ! diff -rq "$out" build/release-again/packed; then
    diff -rq build/release/dist build/release-again/dist || true
    die "the second build gave other bytes" "both are kept: build/release, build/release-again"
  fi
  say "the second build gave the same bytes"
fi
say "the edition $(edition_of build/release) is in $out/"
