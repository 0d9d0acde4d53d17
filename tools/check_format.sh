#!/usr/bin/env bash
# Checks that C and C++ sources are formatted as .clang-format says; --fix rewrites them instead.
# clang-format's output differs between versions, so only version 14 (Debian 12's) judges.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

program=""
for candidate in clang-format-14 clang-format; do
  if command -v "$candidate" >/dev/null && "$candidate" --version | grep -q 'version 14\.'; then
    program="$candidate"
    break
  fi
done
if [[ -z $program ]]; then
  printf 'format: not checked, no clang-format 14 on this machine\n'
  exit 0
fi

mapfile -t files < <(find src tests tools cmake assets -name node_modules -prune -o -type f \
  \( -name '*.h' -o -name '*.cpp' -o -name '*.c' \) -print | sort)
if ((${#files[@]} == 0)); then exit 0; fi
if [[ ${1:-} == --fix ]]; then
  "$program" -i "${files[@]}"
  exit 0
fi

bad=()
for file in "${files[@]}"; do
  "$program" --dry-run --Werror "$file" >/dev/null 2>&1 || bad+=("$file")
done
if ((${#bad[@]})); then
  printf 'not formatted: %s\n' "${bad[@]}"
  printf 'run tools/check_format.sh --fix\n'
  exit 1
fi
printf 'format: %s files\n' "${#files[@]}"
