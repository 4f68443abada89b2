#!/usr/bin/env bash
# Makes dict/background.tsv anew: in how many documents of a news corpus each stem stands.
#
#   tools/background.sh INDOSUM.jsonl SENTENCES.txt > dict/background.tsv
#
# INDOSUM.jsonl    IndoSum articles as JSON lines (id, text): Kurniawan and Louvan 2018, CC BY-SA 4.0,
#                  https://github.com/kata-ai/indosum
# SENTENCES.txt    a Leipzig Corpora sample, `number<TAB>sentence`: ind_news_2008; 16 sentences that
#                  follow each other count as one document, about the length of an article
#
# Only counts come out. Stems of one document alone are left out: they weigh the same as unseen ones.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
warta=${WARTA:-$root/build/release/bin/warta}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$root/tools/sentences.py" "$2" > "$work/sentences.jsonl"
"$warta" df --from jsonl "$1" > "$work/articles.df"
"$warta" df --from jsonl "$work/sentences.jsonl" > "$work/sentences.df"
"$warta" df merge "$work/articles.df" "$work/sentences.df" | awk -F '\t' 'NR == 1 || $2 >= 2'
