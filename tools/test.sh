#!/usr/bin/env bash
# Installs what is missing, builds with strict warnings and runs every test. The last line counts
# test cases: "N passed, N failed". Fails if one failed or none ran.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top"
results=$top/build/dev/test-results.xml

tools/setup.sh --packages build test
if ! cmake --preset dev -Wno-dev >/dev/null || ! cmake --build --preset dev; then
  echo "0 passed, 1 failed"
  exit 1
fi
rm -f "$results"
ctest --preset dev --output-junit "$results" --test-output-size-passed 1000000 \
  --test-output-size-failed 1000000 || true
python3 tools/check/count_cases.py "$results"
