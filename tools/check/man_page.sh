#!/usr/bin/env bash
# usage: man_page.sh [WARTA]     (default: the dev build's program)
# The man pages compile without a warning. That of the program names every command and option that its
# help names, and no other; that of the library names every header.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
warta=${1:-$top/build/dev/bin/warta}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8
fault=0

options_of() {
  grep -oE -e '(^|[^[:alnum:]-])--[a-z][a-z-]*' "$@" | grep -oE -e '--[a-z][a-z-]*' | sort -u
}

while IFS= read -r -d '' source; do
  page=$work/$(basename "$source" .scd)
  scdoc <"$source" >"$page"
  if ! groff -t -man -Tutf8 -ww -z -rLL=100n "$page" 2>"$work/warnings" || [ -s "$work/warnings" ]; then
    cat "$work/warnings"
    fault=1
  fi
done < <(find "$top/tools" -name '*.scd' -print0)
if [ ! -f "$work/warta.1" ]; then
  echo "no warta.1.scd below tools/"
  exit 1
fi

for header in "$top"/include/warta/*.h; do
  if ! sed 's/\\&//g' "$work/libwarta.3" | grep -F "warta/${header##*/}" >"$work/found"; then
    echo "libwarta.3 does not name warta/${header##*/}"
    fault=1
  fi
done
sed 's/\\-/-/g; s/\\f[A-Z]//g' "$work/warta.1" >"$work/plain"
"$warta" help >"$work/commands"
"$warta" help >"$work/help"
while read -r command; do
  "$warta" help "$command" >>"$work/help"
  if ! grep -qw -- "$command" "$work/plain"; then
    echo "the man page does not name the command $command"
    fault=1
  fi
done < <(grep -oE '^  [a-z]+' "$work/commands" | tr -d ' ' | sort -u)
diff <(options_of -h "$work/help") <(options_of -h "$work/plain") >"$work/diff" || {
  echo "options: < only in the program's help, > only in the man page"
  cat "$work/diff"
  fault=1
}
exit "$fault"
