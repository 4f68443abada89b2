# summarize --together: one summary of all, each sentence with its article; the same as alone for one.
. "$(dirname "$0")/lib.sh"
article >a.txt
other >b.txt
article >copy.txt
warta summarize --together --sentences 2 --format tsv a.txt b.txt | cut -f 1,2
warta summarize --together --sentences 2 --format jsonl a.txt b.txt |
  python3 -c 'import json, sys; r = json.load(sys.stdin); print(r["documents"], [s["id"] for s in r["sentences"]])'
echo 'a copy adds nothing:'
warta summarize --together --sentences 2 --format tsv a.txt copy.txt | cut -f 6 | sort | uniq -d
warta summarize --together --sentences 2 a.txt b.txt
warta summarize --together --format tsv a.txt | cut -f 3- >one.tsv
warta summarize --format tsv a.txt | cut -f 3- | cmp - one.tsv && echo 'one article: the same as alone'
