#!/usr/bin/env bash
# A private apt root: lets an ordinary user download packages and sources of Debian stable, checked
# by Debian's signature, without touching the system's own package database.
# Its empty status file makes apt resolve the whole closure of what is asked for.
# Prints nothing when it is ready; use it afterwards through APT_CONFIG=$CADRE_TOOLCHAIN/apt/apt.conf
# With --mirror it only prints the address that it would take.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

SUITE=trixie

command -v apt-get >/dev/null ||
  die "apt-get not found: the automatic set-up needs Debian 12 or later" \
    "elsewhere, put an Emscripten SDK (3.1.60 or later) on PATH and the sources of" \
    "tools/setup/third_party.sh into $SOURCES"

# shellcheck disable=SC2016  # $(REPO_URI) is apt's, not the shell's
# The address of the mirror is the one that this machine is configured with.
mirror() {
  if [[ -n ${CADRE_DEBIAN_MIRROR:-} ]]; then
    printf '%s' "$CADRE_DEBIAN_MIRROR"
    return
  fi
  { apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages'
    # Without downloaded lists (a bare container) only this form names the configured sources.
    apt-get indextargets --no-release-info --format '$(REPO_URI)' 'Created-By: Packages'
  } 2>/dev/null | awk '!found && /debian\/?$/ { print; found = 1 }'
}

keyring() {
  local file
  for file in /usr/share/keyrings/debian-archive-keyring.{gpg,pgp}; do
    if [[ -f $file ]]; then printf '%s' "$file"; return; fi
  done
}

write_configuration() {
  local address="$1" keys="$2"
  mkdir -p "$APT_ROOT"/{etc/{preferences.d,apt.conf.d},state/lists/partial,cache/archives/partial,sources}
  : >"$APT_ROOT/status"
  printf '%s [signed-by=%s] %s %s main\n' deb "$keys" "$address" "$SUITE" \
    deb-src "$keys" "$address" "$SUITE" >"$APT_ROOT/etc/sources.list"
  {
    printf 'Dir "%s/";\n' "$APT_ROOT"
    printf 'Dir::State "%s/state";\nDir::State::status "%s/status";\n' "$APT_ROOT" "$APT_ROOT"
    printf 'Dir::Cache "%s/cache";\nDir::Etc "%s/etc";\n' "$APT_ROOT" "$APT_ROOT"
    printf 'APT::Architecture "%s";\n' "$(dpkg --print-architecture)"
    printf 'APT::Install-Recommends "false";\nAPT::Sandbox::User "root";\n'
    printf 'Acquire::Languages "none";\nAcquire::Retries "3";\nAcquire::http::Timeout "30";\n'
    # The machine's proxy still applies, and so do its trusted certificate authorities.
    apt-config dump | grep -iE '^Acquire::.*(proxy|::CaInfo|::CaPath)' || true
  } >"$APT_ROOT/apt.conf"
}

prepare() {
  local address keys
  address="$(mirror)"
  keys="$(keyring)"
  [[ -n $address ]] || die "no Debian mirror among this machine's apt sources" \
    "set CADRE_DEBIAN_MIRROR to the address of one (it ends in debian/) and run again"
  [[ -n $keys ]] || die "Debian's archive keys are not on this machine" \
    "install the package debian-archive-keyring and run again"
  if stamp_is apt_root "$APT_ROOT $address $SUITE" && [[ -f $APT_ROOT/apt.conf ]]; then return; fi
  write_configuration "$address" "$keys"
  STEP_HINT="check that the mirror configured in /etc/apt can be reached, then run again" \
    step apt-update "package lists of Debian $SUITE (private, nothing is installed)" \
    "$APT_ROOT/state" env APT_CONFIG="$APT_ROOT/apt.conf" apt-get update --error-on=any
  write_stamp apt_root "$APT_ROOT $address $SUITE"
}

if [[ ${1:-} == --mirror ]]; then mirror; else locked apt prepare; fi
