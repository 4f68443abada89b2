#!/usr/bin/env bash
# usage: run.sh WARTA
# Runs every example of README.md and of the man page; see examples.py.
set -euo pipefail

exec python3 "$(dirname "${BASH_SOURCE[0]}")/examples.py" "$@"
