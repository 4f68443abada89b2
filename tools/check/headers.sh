#!/usr/bin/env bash
# Each public header compiles alone as C99, C11 and C++17 without a warning.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cc=${CC:-cc}
cxx=${CXX:-c++}
passed=0
failed=0

compiles() { # compiles COMPILER LANGUAGE STANDARD HEADER
  "$1" -x "$2" "-std=$3" -Wall -Wextra -Wpedantic -Wshadow -Wundef -Werror -fsyntax-only \
    -I "$top/include" - <<<"#include <warta/$4>
extern int not_empty;"
}

for path in "$top"/include/warta/*.h; do
  header=${path##*/}
  for dialect in "$cc c c99" "$cc c c11" "$cxx c++ c++17"; do
    read -r compiler language standard <<<"$dialect"
    if compiles "$compiler" "$language" "$standard" "$header"; then
      passed=$((passed + 1))
    else
      echo "warta/$header: does not stand alone as $standard"
      failed=$((failed + 1))
    fi
  done
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
