#!/usr/bin/env bash
# Unpacks one archive into the prefix, unless it is marked as present; called by prefix.sh.
# Usage: unpack_archive.sh FILE.deb
#
# Programs and libraries are changed to load the libraries of the prefix instead of the machine's
# older ones before they are moved there, so no partially adapted file is ever visible.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
source "$(dirname "${BASH_SOURCE[0]}")/prefix.sh"

archive="$1"
name="$(basename "$archive")"
mark="$MARKS/$name"
folder="$UNPACKING/$name"

patch_elf() { prefix_run "$PREFIX/usr/bin/patchelf" "$@"; }

# relink FILE...: programs get the loader and the library path of the prefix; libraries with a path
# of their own get it too, because theirs would otherwise hide the program's. Uses an rpath instead
# of a runpath, which is ignored for the dependencies of libraries.
relink() {
  local loader libraries file own wanted
  loader="$(prefix_loader)"
  libraries="$(dirname "$loader"):$PREFIX/usr/lib/llvm-19/lib"
  for file in "$@"; do
    # Scripts are left unchanged.
    [[ $(head -c 4 "$file" | tr -d '\0') == $'\x7fELF' ]] || continue
    [[ -x $PREFIX/usr/bin/patchelf ]] || die "$PREFIX is not whole" "remove $CADRE_TOOLCHAIN and run again"
    wanted=()
    own="$(patch_elf --print-rpath "$file" 2>/dev/null)" || own=""
    if patch_elf --print-interpreter "$file" >/dev/null 2>&1; then
      wanted=(--set-interpreter "$loader")
    elif [[ -z $own ]]; then
      continue
    fi
    patch_elf "${wanted[@]}" --force-rpath --set-rpath "$libraries${own:+:$own}" "$file"
  done
}

[[ ! -e $mark ]] || exit 0
rm -rf "$folder"
mkdir -p "$folder"
dpkg -x "$archive" "$folder"
# Excludes the C library, which must not be changed, and the libraries used by patchelf itself.
case "$name" in
  libc6_* | libgcc-s1_* | libstdc++6_* | patchelf_*) ;;
  *)
    mapfile -d '' files < <(find "$folder" -type f \( -perm -u+x -o -name '*.so*' \) -print0)
    relink "${files[@]}"
    ;;
esac
# As links, each of which replaces the previous file atomically.
cp -alf "$folder"/. "$PREFIX"/
# Removes another version of the package.
rm -f "$MARKS/${name%%_*}"_*
# In the format of apt's status file.
dpkg-deb --field "$archive" | sed '1a Status: install ok installed' >"$mark.new"
mv "$mark.new" "$mark"
rm -rf "$folder"
