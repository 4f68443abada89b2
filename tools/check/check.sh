#!/usr/bin/env bash
# usage: check.sh --fast | --full | --deep [--after-tests]
# --fast   before each commit: layout, floors, sizes, dev build, exported symbols, quick tests
# --full   before a merge, and what continuous integration runs: also clang, sanitizers, clang-tidy,
#          shell scripts, headers, man page, installation, README, out of memory with coverage, same
#          bytes
# --deep   before a release: also thread sanitizer, valgrind, interface, worst cases and fuzzing
# --after-tests   tools/test.sh has just passed on the dev build: its tests are not run again
#
# All steps run even if one fails; each step's output is in build/check/. The last line is
# "N passed, N failed", counting steps.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$top"
jobs=$(nproc)
logs=build/check
passed=0
failed=0

usage() {
  sed -n 's/^# \{0,1\}//; 2,11p' "${BASH_SOURCE[0]}" >&2
  exit 64
}

step() { # step NAME COMMAND...
  local name=$1 log begin mark=ok seconds
  shift
  log=$logs/$(tr -c 'a-z0-9\n' '-' <<<"$name").log
  begin=$EPOCHREALTIME
  if ("$@") >"$log" 2>&1 </dev/null; then
    passed=$((passed + 1))
  else
    mark=FAILED
    failed=$((failed + 1))
  fi
  seconds=$(awk -v a="${begin/,/.}" -v b="${EPOCHREALTIME/,/.}" 'BEGIN { printf "%.1f", b - a }')
  printf '%-6s %6s s  %s\n' "$mark" "$seconds" "$name"
  [ "$mark" = ok ] || tail -n 40 "$log" | sed 's/^/       | /'
}

c_files() {
  find include src tools tests -name '*.[ch]' -print0 | sort -z
}

scripts() {
  find .ci tools tests -type f -print0 | sort -z |
    xargs -0 awk 'FNR == 1 && /^#!.*(bash|sh)$/ { printf "%s%c", FILENAME, 0 }'
}

layout() {
  c_files | xargs -0 clang-format --dry-run -Werror
}

build() { # build PRESET: the benchmark too, which nobody else builds
  cmake --preset "$1" -Wno-dev && cmake --build --preset "$1" --target all bench-analysis
}

run_tests() { # run_tests PRESET NAME...
  local preset=$1 results=build/$1/check-results.xml names
  shift
  names=$(IFS='|' && echo "$*")
  rm -f "$results"
  ctest --test-dir "build/$preset" -C ground -R "^($names)\$" --output-on-failure --output-junit \
    "$top/$results" --test-output-size-passed 1000000 --test-output-size-failed 1000000 || true
  python3 tools/check/count_cases.py "$results" "$@"
}

exported_symbols() {
  tests/install/symbols.sh build/dev/lib/libwarta.so
}

# gcc's database names warnings that clang-tidy does not know; clang's own has none of them.
tidy() {
  find src tools -name '*.c' -print0 | sort -z |
    xargs -0 -n 1 -P "$jobs" clang-tidy --quiet -p build/dev-clang
}

shell_scripts() {
  scripts | xargs -0 shellcheck
}

# Counts under other rules would weigh terms that are no longer made. Not in the fast check: whoever
# changes rules recounts once, behind the last of the changes.
counted_background() {
  local counted now
  counted=$(sed -n '1s/.* fingerprint=//p' dict/background.tsv)
  now=$(build/dev/bin/warta version --format tsv | sed -n 's/^fingerprint\t//p')
  if [ "$counted" != "$now" ]; then
    echo "dict/background.tsv was counted under the fingerprint $counted; rules and lists have $now now:"
    echo "count it anew (tools/background.sh), as the last step of a change of rules"
    return 1
  fi
}

memcheck="valgrind --quiet --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite
  --show-leak-kinds=definite"

valgrind_unit() {
  $memcheck build/dev/bin/unit
}

# All but output_file, whose limit on the size of files ends the run-time library of this sanitizer.
tsan_cli() {
  find tests/cli -name '*.sh' -printf '%f\n' | sed 's/\.sh$//' | grep -vxE 'run|lib|output_file' |
    sort | xargs tests/cli/run.sh build/tsan/bin/warta
}

# The command-line cases, each run of the program under valgrind, whose reports go to files of their
# own. Not output_file, where a limit on the size of files would stop valgrind itself, and not
# closed_streams, as it opens what is closed.
valgrind_cli() {
  local wrapper=$top/$logs/memcheck/warta reports=$top/$logs/valgrind # a case asks for the name
  rm -rf "$reports" "${wrapper%/*}"
  mkdir "$reports" "${wrapper%/*}"
  printf '#!/bin/sh\nexec %s --log-file=%s/%%p %s "$@"\n' \
    "${memcheck//$'\n'/}" "$reports" "$top/build/dev/bin/warta" >"$wrapper"
  chmod +x "$wrapper"
  find tests/cli -name '*.sh' -printf '%f\n' | sed 's/\.sh$//' |
    grep -vxE 'run|lib|output_file|closed_streams' | sort | xargs -n 4 -P "$jobs" tests/cli/run.sh "$wrapper" &&
    [ -z "$(find "$reports" -size +0 -type f -exec cat {} + | tee /dev/stderr)" ]
}

fast_steps() {
  step "layout (clang-format)" layout
  step "floors, includes, forbidden calls" python3 tools/check/floors.py
  step "breaks on purpose that still fit" python3 tools/check/break.py --stale
  step "sizes" python3 tools/check/sizes.py --figures
  step "dev build" build dev
  step "exported symbols" exported_symbols
  step "no state outside handles" tools/check/state.sh build/dev
  if ! "$is_tested"; then
    step "tests: unit messages options golden cli fuzz-replay threads" \
      run_tests dev unit messages options golden cli fuzz-replay threads
  fi
}

full_steps() {
  step "clang build" build dev-clang
  step "clang tests: unit golden cli" run_tests dev-clang unit golden cli
  step "asan build" build asan
  step "asan tests: unit golden cli fuzz-replay threads" \
    run_tests asan unit golden cli fuzz-replay threads
  step "fuzz build (clang's sanitizers)" build fuzz
  step "fuzz targets on their seeds" tests/fuzz/run.sh build/fuzz/bin
  step "clang-tidy" tidy
  step "shell scripts (shellcheck)" shell_scripts
  step "headers alone" tools/check/headers.sh
  step "man page" tools/check/man_page.sh
  step "background counted under these rules" counted_background
  if ! "$is_tested"; then
    step "tests: install readme faults fts5" run_tests dev install readme faults fts5
  fi
  step "archives: kill, faults, flips, readers" run_tests dev archive archive-readers faults-archive
  step "out of memory: library; coverage" coverage
  step "out of memory: program" run_tests dev oom-program
  step "out of memory: in SQLite" run_tests dev fts5-oom
  step "same bytes" tests/same/run.py build/same
}

# Least share of the branches of base to apply, and of those of store, that these tests take, in
# percent; the table is in the log. Memory runs out and disks fail in this build, so that the branches
# behind a failed allocation or call count.
least_coverage=90
least_of_store=86
coverage() {
  build coverage || return 1
  find build/coverage -name '*.gcda' -delete
  # Counts cannot be written where a test forbids files to grow: gcov shall not tell standard error.
  export GCOV_ERROR_FILE=/dev/null
  run_tests coverage unit golden cli pages fuzz-replay oom-library archive faults-archive &&
    python3 tools/check/coverage.py build/coverage "$least_coverage" "$least_of_store"
}

# Counted on what is installed.
worst_cases() {
  cmake --preset release -Wno-dev && cmake --build --preset release --target warta-program bench-whole &&
    tests/worst/run.py --flood build/dev/bin/flood build/release/bin/warta &&
    tests/worst/never_slower.py build/release/bin/bench-whole
}

fuzzing() { # fuzzing SECONDS
  build fuzz && tests/fuzz/run.sh build/fuzz/bin "$1"
}

archives_long() {
  tests/archive/run.py "$top/build/dev/lib/libarchive-preload.so" "$top/build/dev/bin/archive-host" \
    "$top/build/dev/bin/warta" kill 1000 faults 0 flips 5000
}

deep_steps() {
  step "tsan build" build tsan
  step "tsan tests: unit threads archive-readers fuzz-replay" \
    run_tests tsan unit threads archive-readers fuzz-replay
  step "tsan tests: cli" tsan_cli
  step "archives: 1000 kills, all faults, 5000 flips" archives_long
  step "archives: every allocation fails" build/dev/bin/oom-library archive all
  step "valgrind: unit" valgrind_unit
  step "valgrind: cli" valgrind_cli
  step "interface of the last release (abidiff)" tools/check/abi.sh
  step "worst cases" worst_cases
  step "fuzzing, a minute each" fuzzing 60
}

level=
is_tested=false
for word in "$@"; do
  case $word in
  --fast | --full | --deep) level=${word#--} ;;
  --after-tests) is_tested=true ;;
  *) usage ;;
  esac
done
[ -n "$level" ] || usage
mkdir -p "$logs"
fast_steps
[ "$level" = fast ] || full_steps
[ "$level" != deep ] || deep_steps
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
