#!/usr/bin/env bash
# usage: abi.sh [REF]     (default: the last tag; without one there is nothing to compare with)
# Builds the library of REF and of the tree, with debug information, and compares what programs that
# were linked with the one find in the other: abidiff (package abigail-tools). Exit code 1: a program
# of REF would break; 0: at most there are new functions, or new members at the end of options.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$top/build/abi
ref=${1:-$(git -C "$top" describe --tags --abbrev=0 2>/dev/null || true)}
if [ -z "$ref" ]; then
  echo "no release to compare with"
  exit 0
fi

library() { # library SOURCES NAME
  {
    cmake -S "$1" -B "$work/$2" -G Ninja -Wno-dev -D CMAKE_BUILD_TYPE=RelWithDebInfo \
      -D BUILD_TESTING=OFF
    cmake --build "$work/$2" --target warta
  } >"$work/$2.log"
}

mkdir -p "$work"
rm -rf "$work/sources"
mkdir "$work/sources"
git -C "$top" archive "$ref" | tar -x -C "$work/sources"
library "$work/sources" old
library "$top" new
if ! abidiff --no-added-syms --headers-dir1 "$work/sources/include" --headers-dir2 "$top/include" \
  --suppressions "$top/tools/check/abi.suppr" \
  "$work/old/lib/libwarta.so" "$work/new/lib/libwarta.so"; then
  echo "programs linked with $ref would break"
  exit 1
fi
echo "programs linked with $ref go on working"
