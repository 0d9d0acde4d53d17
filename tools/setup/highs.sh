#!/usr/bin/env bash
# Sets up the HiGHS program, the reference solver for tests and benchmarks, and prints its path. The
# page and the core do not use it.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
source "$(dirname "${BASH_SOURCE[0]}")/prefix.sh"

prepare() {
  if stamp_is highs "$PREFIX highs 1" && [[ -x $PREFIX/usr/bin/highs ]]; then return; fi
  "$CADRE_REPO/tools/setup/apt_root.sh"
  prefix_unpack highs
  write_stamp highs "$PREFIX highs 1"
}

locked toolchain prepare >&2
say "$PREFIX/usr/bin/highs"
