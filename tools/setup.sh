#!/usr/bin/env bash
# Makes warta ready on Debian 12: installs what is missing, builds, and summarizes a sample article.
#
# usage: tools/setup.sh                      packages of [build], release build, one summary
#        tools/setup.sh --packages GROUP...  only install the packages of these groups
#
# The list is tools/packages.txt. Nothing is installed, and no network used, if all is there.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
sample=tests/data/bendungan-lembayung.txt

say() {
  printf '%s\n' "setup: $*"
}

packages_of() {
  awk -v group="[$1]" '
    /^\[/ { inside = ($1 == group) }
    inside && !/^[[#]/ && NF { print $1 }' "$top/tools/packages.txt"
}

is_installed() {
  [ "$(dpkg-query -W -f '${db:Status-Status}\n' "$1" 2>/dev/null | head -n 1)" = installed ]
}

missing_of() {
  local group package
  for group in "$@"; do
    for package in $(packages_of "$group"); do
      is_installed "$package" || printf '%s\n' "$package"
    done
  done
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    say "needs root or sudo to run: $*" >&2
    exit 1
  fi
}

install_groups() {
  local missing
  if ! command -v dpkg-query >/dev/null; then
    say "no Debian package manager here; going on with what is installed (see tools/packages.txt)"
    return
  fi
  mapfile -t missing < <(missing_of "$@")
  if [ "${#missing[@]}" -eq 0 ]; then
    say "all packages of $* are installed"
    return
  fi
  say "installing with apt-get: ${missing[*]}"
  # Old package lists may still do; the install says so if not.
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq update </dev/null ||
    say "apt-get update failed; trying with the lists at hand" >&2
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -qq -y --no-install-recommends -o Dpkg::Use-Pty=0 install "${missing[@]}" \
    </dev/null >/dev/null
}

build_release() {
  say "building build/release"
  cmake --preset release -Wno-dev >/dev/null
  cmake --build --preset release
}

if [ "${1:-}" = --packages ] && [ $# -gt 1 ]; then
  shift
  install_groups "$@"
  exit 0
fi
if [ $# -gt 0 ]; then
  sed -n 's/^# \{0,1\}//; 2,8p' "${BASH_SOURCE[0]}" >&2
  exit 64
fi
cd "$top"
install_groups build
build_release
say "build/release/bin/warta summarize $sample"
build/release/bin/warta summarize "$sample"
