#!/usr/bin/env bash
# Checks that C and C++ sources are formatted as .clang-format says, and that shell scripts can be
# parsed; --fix formats the sources instead.
# clang-format's output differs between versions, so only that of tools/setup/clang_tools.sh judges.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

bin="$(tools/setup/clang_tools.sh)"

# files PATTERN...: the source files, without downloaded and generated ones.
files() {
  local pattern names=()
  for pattern in "$@"; do names+=(-o -name "$pattern"); done
  find src tests tools cmake assets -name node_modules -prune \
    -o -type f \( "${names[@]:1}" \) -print | sort
}

mapfile -t sources < <(files '*.h' '*.cpp' '*.c')
mapfile -t scripts < <(files '*.sh')
scripts+=(*.sh .ci/run)
if ((${#sources[@]} == 0)); then
  printf 'error: no sources found\n' >&2
  exit 1
fi

# In batches, one per processor.
each() { xargs -0 -n 24 -P "$(nproc)" "$@"; }

if [[ ${1:-} == --fix ]]; then
  printf '%s\0' "${sources[@]}" | each "$bin/clang-format" -i
  exit 0
fi

status=0
log="$(mktemp)"
trap 'rm -f "$log"' EXIT
printf '%s\0' "${sources[@]}" | each "$bin/clang-format" --dry-run --Werror 2>"$log" || status=1
sed -nE 's/^([^ :][^:]*):[0-9]+:[0-9]+: error: code should be clang-formatted.*/\1/p' "$log" | sort -u |
  sed 's/^/not formatted: /'
# Any other output is not about formatting.
grep -E '(^| )error: ' "$log" | grep -v 'code should be clang-formatted' || true
if ((status)); then printf 'run tools/check_format.sh --fix\n'; fi
for script in "${scripts[@]}"; do bash -n "$script" || status=1; done
if ((status == 0)); then
  printf 'format: %s sources, %s shell scripts\n' "${#sources[@]}" "${#scripts[@]}"
fi
exit "$status"
