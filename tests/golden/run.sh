#!/usr/bin/env bash
# usage: run.sh WARTA [--accept] [CASE...]
# Golden tests: what warta prints for the samples of tests/data. Each line of CASE/cmd is
#   NAME ARGUMENTS...
# with paths from the top of the tree; the output is compared with CASE/expected.NAME. The exit code
# must be 0 and nothing may be said on stderr. Rewritten only by tools/check/golden.sh --accept.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
warta=$(realpath "$1")
shift
is_accepting=false
if [ "${1:-}" = --accept ]; then
  is_accepting=true
  shift
fi
cd "$here/../.."
export LC_ALL=C
unset LANG LANGUAGE LC_MESSAGES NO_COLOR CLICOLOR_FORCE
found=$(mktemp)
said=$(mktemp)
trap 'rm -f "$found" "$said"' EXIT
passed=0
failed=0

fail() {
  echo "FAILED $1"
  head -n 40
  failed=$((failed + 1))
}

check_line() { # check_line FOLDER NAME COMMAND...
  local expected=$1/expected.$2 what="${1##*/} $2" code=0
  shift 2
  "$@" >"$found" 2>"$said" </dev/null || code=$?
  if [ "$code" -ne 0 ] || [ -s "$said" ]; then
    { echo "exit code $code"; cat "$said"; } | sed 's/^/  /' >"$found"
    fail "$what" <"$found"
    return
  fi
  if "$is_accepting"; then
    cmp -s "$found" "$expected" || { echo "accepted $what"; cp "$found" "$expected"; }
  fi
  if cmp -s "$found" "$expected"; then
    passed=$((passed + 1))
  else
    diff -u "$expected" "$found" >"$said" 2>&1 || true
    fail "$what" <"$said"
  fi
}

run_case() {
  local name arguments
  while read -r name arguments; do
    case $name in
    '' | '#'*) ;;
    *)
      # shellcheck disable=SC2086 # words and patterns of the line are meant to be split
      check_line "$1" "$name" "$warta" $arguments
      ;;
    esac
  done <"$1/cmd"
}

if [ $# -eq 0 ]; then
  set -- "$here"/*/cmd
  set -- "${@%/cmd}"
else
  set -- "${@/#/$here/}"
fi
for folder in "$@"; do
  run_case "$folder"
done
check_line "$here" spans.tsv python3 "$here/spans.py" "$warta"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
