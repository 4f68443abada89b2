#!/usr/bin/env bash
# usage: quality.sh DATA SCORERS [TABLE...]     (DATA: folder of gold data; SCORERS: folder of eval_*.py)
# Measures what stemming, tokens, labels, keywords, summaries, similarity and groups are worth, and writes the
# figures to tests/quality/*.tsv, one row a figure line of a scorer, behind the command that made it.
# The data is not part of warta; the figures are, so that every change of them is a visible diff.
# Without a TABLE (stem, tokens, ... as in tests/quality): all of them.
set -euo pipefail

if [ $# -lt 2 ]; then
  sed -n 's/^# \{0,1\}//; 2,6p' "${BASH_SOURCE[0]}" >&2
  exit 64
fi
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
data=$(cd "$1" && pwd)
scorers=$(cd "$2" && pwd)
shift 2
[ $# -gt 0 ] || set -- stem tokens layout keywords sanity similarity search cluster seeds summary
warta=$(realpath "${WARTA:-$top/build/release/bin/warta}")
# Debian's, for which python3-snowballstemmer is installed.
python=/usr/bin/python3
out=$top/tests/quality
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"
export LC_ALL=C.UTF-8

# Only figures: what a scorer shows of the articles is no part of warta. Columns by tab: runs of two or
# more blanks part them, single ones belong to a name (but not in the stemmer's table), and a letter
# such as P or F1 stays with its number.
as_rows() {
  awk '/ checks hold/ { sub(/;.*/, ""); only = $0 }
       !/^    / { rows = rows $0 "\n" }
       END { printf "%s", only ? only "\n" : rows }' |
    sed -E 's/ +$//; s/^ +//; /^$/d
      /^(gold |[^ ]+\.tsv )/s/ +/\t/g
      s/\b(P|R|S?F1|N|lost|kinds|sentences) +([0-9-])/\1 \2/g; s/ {2,}/\t/g'
}

# score TABLE SCORER ARGUMENTS...: DATA/, SCORERS/ and WARTA stand for the folders and the program,
# FOLDS/K.txt for summary weights that were trained without fold K: the built-in ones saw all of IndoSum,
# and what they say of it is no result. A scorer of our own, which works with one of SCORERS, stands beside this script.
score() {
  local table=$work/$1.tsv scorer=$2 code=0 word words=() found
  shift 2
  echo "# $scorer $*" >>"$table"
  for word in "$@"; do
    word=${word/#DATA/$data}
    word=${word/#SCORERS/$scorers}
    word=${word/#WARTA/$warta}
    word=${word/#FOLDS/$work/folds}
    mapfile -t found < <(compgen -G "$word" | sort)
    [ "${#found[@]}" -gt 0 ] || found=("$word")
    words+=("${found[@]}")
  done
  local script=$scorers/$scorer
  [ -f "$script" ] || script=$top/tools/check/$scorer
  "$python" "$script" "${words[@]}" >"$table.said" 2>"$table.wrong" || code=$?
  # A scorer that finds faults ends with 1 and still has figures; anything else is broken.
  if [ "$code" -gt 1 ] || [ ! -s "$table.said" ]; then
    echo "quality: $scorer $* ended with $code" >&2
    tail -n 5 "$table.wrong" >&2
    return 1
  fi
  sed "s|$data/||g; s|$warta|WARTA|g" "$table.said" | as_rows >>"$table"
}

# A line: the table, the scorer, its arguments.
plan() {
  cat <<'PLAN'
stem        eval_stem.py --warta WARTA DATA/stem/*.tsv
stem        eval_stem.py --warta WARTA --lower DATA/stem/names-dev.tsv
stem        eval_stem.py --warta WARTA --stemmer snowball DATA/stem/*.tsv
tokens      eval_tokens.py --warta WARTA DATA/ud/csui-train DATA/ud/gsd-dev
layout      eval_layout.py --warta WARTA DATA/layout/dev
layout      layout_groups.py --warta WARTA --scorer SCORERS/eval_layout.py DATA/layout/dev
layout      eval_layout.py --warta WARTA DATA/layout/extra
layout      eval_layout.py --warta WARTA DATA/layout/seeds
keywords    eval_keywords.py --warta WARTA DATA/news/gabriella-dev.jsonl
keywords    eval_keywords.py --warta WARTA --tags DATA/tags/tags-dev.tsv DATA/tags/articles-dev.jsonl
summary     eval_summary.py --warta WARTA --fold 1 --weights FOLDS/1.txt DATA/news/indosum-dev.jsonl
summary     eval_summary.py --warta WARTA --fold 2 --weights FOLDS/2.txt DATA/news/indosum-dev.jsonl
summary     eval_summary.py --warta WARTA --fold 3 --weights FOLDS/3.txt DATA/news/indosum-dev.jsonl
summary     eval_summary.py --warta WARTA DATA/news/gabriella-dev.jsonl
sanity      eval_sanity.py --warta WARTA DATA/news/gabriella-dev.jsonl
sanity      eval_sanity.py --warta WARTA DATA/news/indosum-dev.jsonl
sanity      eval_sanity.py --warta WARTA DATA/pairs/articles-dev.jsonl
similarity  eval_similarity.py --warta WARTA pairs DATA/pairs/articles-dev.jsonl DATA/pairs/dev.tsv
search      eval_similarity.py --warta WARTA find DATA/news/gabriella-dev.jsonl
search      eval_similarity.py --warta WARTA find DATA/news/indosum-dev.jsonl
cluster     cluster_pairs.py --warta WARTA DATA/pairs/articles-dev.jsonl DATA/pairs/dev.tsv
cluster     cluster_pairs.py --warta WARTA DATA/pairs/articles-dev.jsonl DATA/pairs/dev.tsv --among DATA/news/*-dev.jsonl
seeds       eval_seeds.py WARTA DATA/seeds
PLAN
}

train_folds() {
  local fold
  mkdir -p "$work/folds"
  for fold in 1 2 3; do
    "$python" "$top/tools/train_summary.py" --warta "$warta" --fold "$fold" \
      --output "$work/folds/$fold.txt" "$data/news/indosum-dev.jsonl" >/dev/null || return 1
  done
}

measure_summary() {
  train_folds && measure summary
}

measure() { # measure TABLE: all its lines; a table with a broken scorer stays as it was
  local table words
  while read -r table words; do
    if [ "$table" = "$1" ]; then
      # shellcheck disable=SC2086 # score expands its words itself
      (set -f; score "$table" $words) || return 1
    fi
  done < <(plan)
  {
    echo "# $("$warta" version | awk 'NR == 1 { print $1, $2 }'), by tools/check/quality.sh DATA SCORERS"
    cat "$work/$1.tsv"
  } >"$out/$1.tsv"
  echo "quality: $1"
}

# Two jobs: summaries take about as long as all the others.
code=0
summaries=
[[ " $* " != *" summary "* ]] || { measure_summary & summaries=$!; }
for table in "$@"; do
  [ "$table" = summary ] || measure "$table" || code=1
done
[ -z "$summaries" ] || wait "$summaries" || code=1
if command -v git >/dev/null && git -C "$top" rev-parse HEAD >/dev/null 2>&1; then
  git -C "$top" --no-pager diff --stat -- tests/quality
fi
exit "$code"
