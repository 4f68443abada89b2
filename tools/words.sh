#!/usr/bin/env bash
# Makes dict/words.tsv anew: the words of news as they are written, and in how many documents each
# stands.
#
#   tools/words.sh INDOSUM.jsonl SENTENCES.txt > dict/words.tsv
#
# The files are those of tools/background.sh. Only counts come out: of words of ASCII letters, at
# most 15, that stand in at least 4 documents; a word in capitals counts by itself (BI, bi).
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
warta=${WARTA:-$root/build/release/bin/warta}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$root/tools/sentences.py" "$2" > "$work/sentences.jsonl"
export LC_ALL=C
echo "# In how many documents a word of news stands: made by tools/words.sh from IndoSum"
echo "# (Kurniawan and Louvan 2018, CC BY-SA 4.0) and Leipzig Corpora ind_news_2008; counts only."
cat "$1" "$work/sentences.jsonl" | "$warta" tokens --from jsonl --format tsv |
  awk -F '\t' '
    function count(word) {
      if (last[word] != $1) { last[word] = $1; documents[word]++ }
    }
    ($5 == "word" || $5 == "acronym") && $6 ~ /^[A-Za-z]+$/ && length($6) <= 15 {
      is_shouted = length($6) > 1 && $6 == toupper($6)
      count(is_shouted ? $6 : tolower($6))
    }
    END { for (word in documents) if (documents[word] >= 4) print word "\t" documents[word] }' |
  sort -t "$(printf '\t')" -k2,2nr -k1,1
