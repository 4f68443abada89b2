# explain --sentences: a row a sentence, the features as columns, the score that summarize has.
. "$(dirname "$0")/lib.sh"
article >a.txt
warta explain --sentences --format tsv a.txt | cut -f 1-4,6-8
warta explain --sentences --format tsv a.txt | awk -F '\t' '{ print NF }' | sort -u
warta explain --sentences --format jsonl a.txt |
  python3 -c 'import json, sys; r = json.load(sys.stdin); print(r["id"], [s["features"]["words"] for s in r["sentences"]])'
warta explain --sentences a.txt | sed -n 5p | cut -c 1-40
explained=$(warta explain --sentences --format tsv a.txt | sed -n 2p | cut -f 5)
summed=$(warta summarize --sentences 1 --format tsv a.txt | sed -n 2p | cut -f 5)
[ "$explained" = "$summed" ] && echo 'the same score'
