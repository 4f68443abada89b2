#!/usr/bin/env bash
# usage: abi.sh [REF|FOLDER]     (default: the last tag; without one there is nothing to compare with)
# Builds the library of REF, or of the sources in FOLDER, and of the tree, with debug information, and compares what programs that
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

sources=$work/sources
mkdir -p "$work"
if [ -d "$ref" ]; then
  sources=$(cd "$ref" && pwd)
else
  rm -rf "$sources"
  mkdir "$sources"
  git -C "$top" archive "$ref" | tar -x -C "$sources"
fi
library "$sources" old
library "$top" new
if ! abidiff --no-added-syms --headers-dir1 "$sources/include" --headers-dir2 "$top/include" \
  --suppressions "$top/tools/check/abi.suppr" \
  "$work/old/lib/libwarta.so" "$work/new/lib/libwarta.so"; then
  echo "programs linked with $ref would break"
  exit 1
fi
echo "programs linked with $ref go on working"
