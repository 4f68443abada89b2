#!/usr/bin/env bash
# usage: state.sh BUILD
# The library keeps no state outside its handles: its objects have no writable data. (Tables of
# pointers are in .data.rel.ro, which is read-only after loading.)
set -euo pipefail

mapfile -d '' objects < <(find "$1/src" -name '*.o' -print0)
if [ "${#objects[@]}" -eq 0 ]; then
  echo "$1/src: no objects"
  exit 1
fi
size -A "${objects[@]}" | awk '
  / *:$/ { object = $1 }
  $1 ~ /^\.(data|bss|tdata|tbss)$/ && $2 > 0 { print object, $1, $2, "bytes"; fault = 1 }
  END { exit fault }'
