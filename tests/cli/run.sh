#!/usr/bin/env bash
# usage: run.sh WARTA [--accept] [CASE...]     (WARTA: the program, or the folder it is in)
# Runs each CASE.sh in a folder of its own and compares what it prints with CASE.out and CASE.err
# (none: nothing) and its exit code with CASE.exit (none: 0). --accept writes these anew: read the
# difference before you commit it. A case finds the program as $WARTA and the samples in $DATA.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
WARTA=$(realpath "${1:?program or its folder}")
shift
[ ! -d "$WARTA" ] || WARTA=$WARTA/warta
DATA=$here/../data
accept=false
if [ "${1:-}" = --accept ]; then
  accept=true
  shift
fi
export WARTA DATA LC_ALL=C.UTF-8
unset NO_COLOR CLICOLOR_FORCE LANG LC_MESSAGES
cases=("$@")
if [ ${#cases[@]} -eq 0 ]; then
  for file in "$here"/*.sh; do
    name=$(basename "$file" .sh)
    [ "$name" = run ] || [ "$name" = lib ] || cases+=("$name")
  done
fi
work=$(mktemp -d)
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
passed=0
failed=0

keep() { # keep FILE EXPECTED NOTHING
  if [ "$(cat "$1")" = "$3" ]; then rm -f "$2"; else cp "$1" "$2"; fi
}

for name in "${cases[@]}"; do
  mkdir -p "$work/$name/in"
  code=0
  (cd "$work/$name/in" && bash "$here/$name.sh") >"$work/$name/out" 2>"$work/$name/err" </dev/null ||
    code=$?
  echo "$code" >"$work/$name/exit"
  if $accept; then
    keep "$work/$name/out" "$here/$name.out" ""
    keep "$work/$name/err" "$here/$name.err" ""
    keep "$work/$name/exit" "$here/$name.exit" 0
  fi
  good=true
  for part in out err exit; do
    expected=$here/$name.$part
    if [ ! -f "$expected" ]; then
      expected=$work/nothing
      case $part in exit) echo 0 ;; *) : ;; esac >"$expected"
    fi
    diff -u --label "expected $name.$part" --label "got" "$expected" "$work/$name/$part" || good=false
  done
  if $good; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED $name"
  fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
