#!/usr/bin/env bash
# usage: run.sh [WORK]     (default: build/install)
# Builds and installs warta into a folder of its own, shared and static, and uses it as a stranger
# would: the C examples of README and libwarta(3) through pkg-config and CMake, the program, the
# headers alone.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top=$(cd "$here/../.." && pwd)
work=${1:-$top/build/install}
mkdir -p "$work"
work=$(cd "$work" && pwd)
sample=$top/tests/data/bendungan-lembayung.txt
passed=0
failed=0

try() { # try NAME COMMAND...: one test case
  local name=$1
  shift
  if "$@" >"$work/log" 2>&1 </dev/null; then
    passed=$((passed + 1))
    echo "ok $name"
  else
    failed=$((failed + 1))
    echo "FAILED $name"
    tail -n 40 "$work/log"
  fi
}

# The first C block of README.md.
extract_example() {
  awk '/^```c$/ { inside = 1; next } /^```/ && inside { exit } inside' "$top/README.md" \
    >"$work/example.c"
  [ -s "$work/example.c" ]
}

# The statements of libwarta(3), made a program.
extract_manual() {
  {
    printf '#include <stdio.h>\n#include <warta/warta.h>\nint main(void) {\n'
    awk '/^# / { here = /^# EXAMPLE/ } /^```/ { inside = here && !inside; next } inside' \
      "$top/tools/warta/libwarta.3.scd" | sed 's/\\\\/\\/g'
    printf 'return 0;\n}\n'
  } >"$work/manual.c"
  grep -q warta_ "$work/manual.c"
}

install_kind() { # install_kind KIND ON|OFF
  rm -rf "${prefix:?}"
  cmake -S "$top" -B "$work/build-$1" -G Ninja -Wno-dev -D CMAKE_BUILD_TYPE=Release \
    -D BUILD_TESTING=OFF -D "BUILD_SHARED_LIBS=$2" -D "CMAKE_INSTALL_PREFIX=$prefix" \
    -D CMAKE_INSTALL_LIBDIR=lib &&
    cmake --build "$work/build-$1" && cmake --install "$work/build-$1"
}

run_example() { # run_example PROGRAM: it must print something
  local said
  said=$(LD_LIBRARY_PATH=$prefix/lib "$1") && [ -n "$said" ]
}

use_pkg_config() { # use_pkg_config PROGRAM PKG-CONFIG-OPTIONS...
  local program=$1 flags
  shift
  flags=$(PKG_CONFIG_PATH=$prefix/lib/pkgconfig pkg-config "$@" --cflags --libs warta) &&
    read -ra flags <<<"$flags" &&
    cc -std=c11 -Wall -Wextra -Wpedantic -Werror "$work/example.c" -o "$program" "${flags[@]}" &&
    run_example "$program" &&
    cc -std=c11 -Wall -Wextra -Wpedantic -Werror "$work/manual.c" -o "$program-manual" "${flags[@]}" &&
    run_example "$program-manual"
}

use_cmake() { # use_cmake KIND
  rm -rf "$work/consumer-$1"
  cmake -S "$here/consumer" -B "$work/consumer-$1" -G Ninja -D "CMAKE_PREFIX_PATH=$prefix" \
    -D "EXAMPLE_SOURCE=$work/example.c" && cmake --build "$work/consumer-$1" &&
    run_example "$work/consumer-$1/example"
}

headers_are_installed() {
  diff -r "$top/include/warta" "$prefix/include/warta"
}

program_runs_anywhere() { # without LD_LIBRARY_PATH, from another folder
  (cd / && "$prefix/bin/warta" summarize "$sample" | grep -q .)
}

tokenizer_loads() { # into Debian's sqlite3, from where it was put
  sqlite3 -batch -bail :memory: ".load $prefix/lib/warta/warta_fts5" \
    "CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'warta'); INSERT INTO t VALUES('mengukur');
     SELECT x FROM t WHERE t MATCH 'ukuran';" | grep -qx mengukur
}

shows_version_in_name() {
  readelf -d "$prefix/lib/libwarta.so" | grep -Eq 'SONAME.*\[libwarta\.so\.[0-9]+\]' &&
    readelf -d "$prefix/lib/libwarta-id.so" | grep -Eq 'SONAME.*\[libwarta-id\.so\.[0-9]+\]'
}

# The library must not keep the way to the folder that it was built in.
has_no_build_path() { # has_no_build_path KIND
  ! grep -rlF "$work/build-$1" "$prefix"
}

uninstalls() { # uninstalls KIND: what the manifest lists is all there is
  xargs -d '\n' rm -- <"$work/build-$1/install_manifest.txt" &&
    [ -z "$(find "$prefix" -not -type d)" ]
}

test_kind() { # test_kind KIND ON|OFF PKG-CONFIG-OPTIONS...
  local kind=$1
  prefix=$work/prefix-$kind
  try "$kind: builds and installs" install_kind "$1" "$2"
  shift 2
  try "$kind: pkg-config finds it and the examples run" \
    use_pkg_config "$work/example-$kind" "$@"
  try "$kind: CMake finds it and the example runs" use_cmake "$kind"
  try "$kind: the headers are the tree's" headers_are_installed
  try "$kind: the program runs from anywhere" program_runs_anywhere
  try "$kind: the FTS5 tokenizer loads into sqlite3" tokenizer_loads
  try "$kind: no path of the build is kept" has_no_build_path "$kind"
  if [ "$kind" = shared ]; then
    try "shared: the sonames carry a version" shows_version_in_name
    try "shared: exported symbols are symbols.txt" "$here/symbols.sh" "$prefix/lib/libwarta.so"
  fi
  try "$kind: uninstalling leaves nothing" uninstalls "$kind"
}

try "README.md has a C example" extract_example
try "libwarta(3) has a C example" extract_manual
test_kind shared ON
test_kind static OFF --static
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
