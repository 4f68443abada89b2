#!/usr/bin/env bash
# usage: symbols.sh LIBRARY [--accept]
# The functions that the shared library shows are those of symbols.txt, which a release may only add
# to, and all are declared in the public headers.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export LC_ALL=C
expected=$here/symbols.txt
found=$(mktemp)
trap 'rm -f "$found"' EXIT

nm -D --defined-only --format=posix "$1" | awk '{ print $1 }' | sort >"$found"
if [ "${2:-}" = --accept ]; then
  cp "$found" "$expected"
fi
fault=0
if ! diff -u "$expected" "$found"; then
  echo "exported symbols differ from tests/install/symbols.txt (read the diff, then --accept)"
  fault=1
fi
if grep -v '^warta_' "$found"; then
  echo "these symbols have no prefix warta_"
  fault=1
fi
while read -r symbol; do
  if ! grep -qw "$symbol" "$here"/../../include/warta/*.h; then
    echo "$symbol: exported, but in no public header"
    fault=1
  fi
done <"$found"
exit "$fault"
