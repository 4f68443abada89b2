#!/usr/bin/env bash
# usage: readers.sh HOST BATCHES      eight threads read an archive while one writes so many batches
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$1" readers "$work/a.db" "$2"
