#!/usr/bin/env bash
# usage: golden.sh [--accept] [CASE...]
# Runs the golden tests with the dev build; --accept takes what it prints as right. Read the diff.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
exec "$top/tests/golden/run.sh" "${WARTA:-$top/build/dev/bin/warta}" "$@"
