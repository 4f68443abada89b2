#!/usr/bin/env bash
# usage: run.sh BIN                    replays the kept seeds of every target (an ordinary test)
#        run.sh BIN SECONDS [TARGET]   fuzzes each for so long (BIN: of the preset fuzz); new seeds and
#                                      findings go to build/fuzz/work/, nothing in the tree changes
# A finding: fix it, and keep its input, made as small as it goes, in tests/fuzz/corpus/TARGET/.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top=$(cd "$here/../.." && pwd)
bin=$(realpath "${1:?folder of the programs}")
seconds=${2:-}
targets=(labels tokens stem document lists collection input arguments)
[ ! -x "$bin/fuzz-archive" ] || targets+=(archive) # a build may leave archives out
[ -z "${3:-}" ] || targets=("$3")
log=$(mktemp)
trap 'rm -f "$log"' EXIT
passed=0
failed=0

count() { # count NAME COMMAND...
  local name=$1
  shift
  if "$@" >"$log" 2>&1 </dev/null; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED $name"
    tail -n 30 "$log"
  fi
}

fuzz() { # fuzz TARGET
  local work=$top/build/fuzz/work/$1
  mkdir -p "$work/corpus"
  (cd "$work" && "$bin/fuzz-$1" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
    -max_len=2048 -print_final_stats=1 corpus "$here/corpus/$1") 2>&1 | grep -av "^warta: "
}

for target in "${targets[@]}"; do
  if [ -n "$seconds" ]; then
    count "$target" fuzz "$target"
    echo "$target: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") executions"
    continue
  fi
  # One by one, so that each seed counts as a case and a crash names its file.
  for seed in "$here/corpus/$target"/*; do
    count "$target/${seed##*/}" "$bin/fuzz-$target" "$seed"
  done
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
