#!/usr/bin/env bash
# Speed and memory of warta, beside plain ICU on the same text in one run.
#
#   tools/bench/run.sh [ARTICLES.jsonl...]    articles as JSON lines with a field `text`;
#                                             without them the samples of tests/data, repeated
# The stemmer is timed beside libstemmer on the words of the same articles; stemmer and whole analysis
# beside npm's `natural` too if NODE_PATH names a folder that has it, and beside scikit-learn if Python
# has that. STREAM_COUNTS="100000 1000000" measures the memory of streams of so many articles.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cmake --preset release -S "$root" >/dev/null
cmake --build "$root/build/release" --target bench-analysis bench-stem warta-program >/dev/null

if [ $# -eq 0 ]; then
  for copy in 1 2 3 4 5 6 7 8 9 10; do
    for sample in "$root"/tests/data/*.txt; do
      cp "$sample" "$work/$copy-$(basename "$sample")"
    done
  done
else
  python3 - "$work" "$@" <<'PY'
import json, sys
folder, seen = sys.argv[1], set()
for path in sys.argv[2:]:
    for line in open(path, encoding="utf-8"):
        text = json.loads(line)["text"]
        if text not in seen:
            seen.add(text)
            open(f"{folder}/{len(seen):06d}.txt", "w", encoding="utf-8", newline="").write(text)
PY
fi
find "$work" -name '*.txt' -print0 | sort -z >"$work/files"
xargs -0 -n 100000 "$root/build/release/bin/bench-analysis" 7 <"$work/files" | tee "$work/analysis"

# A peer's MB/s, and how many times that the whole analysis is.
beside() {
  awk -v name="$1" -v theirs="$2" '/^whole analysis, from an empty session/ {
    printf "%-42s %10.3f MB/s; whole analysis, from empty: %.0f x\n", name, theirs, $(NF - 1) / theirs }' "$work/analysis"
}

echo
if theirs=$(xargs -0 -n 100000 /usr/bin/python3 "$root/tools/bench/tfidf_peer.py" 5 <"$work/files"); then
  beside "scikit-learn TfidfVectorizer, no stems" "$theirs"
fi
if [ -d "${NODE_PATH:-}/natural" ]; then
  theirs=$(xargs -0 -n 100000 node "$root/tools/bench/natural_peer.js" 5 <"$work/files" | tail -1)
  beside "natural: tokens, StemmerId, counts" "$theirs"
else
  echo "natural: NODE_PATH names no folder that has it, left out"
fi

echo
xargs -0 cat <"$work/files" | grep -oE '[a-z]+(-[a-z]+)?' | LC_ALL=C sort -u >"$work/words"
"$root/build/release/bin/bench-stem" 7 "$work/words"
if [ -d "${NODE_PATH:-}/natural" ]; then
  node "$root/tools/bench/natural_stem.js" "$work/words" 7
fi

echo
if [ $# -gt 0 ]; then
  # shellcheck disable=SC2086 # one argument a count
  "$root/tools/bench/bench_stream.py" "$root/build/release/bin/warta" "$1" ${STREAM_COUNTS:-10000}
fi

echo
echo "one summarize of one article, whole process (CPU seconds, peak KB), median of 21:"
sample="$root/tests/data/bendungan-lembayung.txt"
python3 - "$root/build/release/bin/warta" "$sample" <<'PY'
import os, sys
rows = []
for _ in range(21):
    pid = os.posix_spawn(sys.argv[1], [sys.argv[1], "summarize", sys.argv[2]], os.environ,
                         file_actions=[(os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0)])
    _, status, use = os.wait4(pid, 0)
    if status:
        sys.exit(f"warta summarize: exit {status}")
    rows.append((use.ru_utime + use.ru_stime, use.ru_maxrss))
print(f"cpu {sorted(r[0] for r in rows)[10]:.4f} s   peak {sorted(r[1] for r in rows)[10]} KB")
PY
