#!/usr/bin/env bash
# usage: run.sh MODULE [--accept] [CASE...]
# Loads MODULE into Debian's sqlite3 and compares what each CASE.sql prints, messages with it, to
# CASE.out. --accept writes these anew: read the difference before you commit it.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
module=$(realpath "${1:?module}")
shift
accept=false
if [ "${1:-}" = --accept ]; then
  accept=true
  shift
fi
export LC_ALL=C.UTF-8 LANG=
cases=("$@")
if [ ${#cases[@]} -eq 0 ]; then
  mapfile -t cases < <(cd "$here" && basename -s .sql -- *.sql)
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

for name in "${cases[@]}"; do
  code=0
  (cd "$work" && sqlite3 -batch -init /dev/null -cmd ".load $module" :memory:) \
    <"$here/$name.sql" >"$work/out" 2>&1 || code=$?
  echo "exit $code" >>"$work/out"
  if $accept; then
    cp "$work/out" "$here/$name.out"
  fi
  if diff -u --label "expected $name.out" --label got "$here/$name.out" "$work/out"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED $name"
  fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
