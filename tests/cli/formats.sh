# Every format of every command: headers of TSV, JSON that parses, one object a line.
. "$(dirname "$0")/lib.sh"
article >a.txt
other >b.txt
warta df a.txt >a.df
check='
import json, sys
text = sys.stdin.read()
rows = json.loads(text) if text.startswith("[") else [json.loads(l) for l in text.splitlines()]
print(len(rows), all(r["v"] == 1 for r in rows), ",".join(rows[0]))'
for command in summarize keywords similar vectors tokens sentences clean labels; do
  warta $command --format tsv a.txt b.txt | head -n 1
  warta $command --format tsv a.txt b.txt | awk -F '\t' 'NR == 1 { n = NF } NF != n { print "bad row: " $0 }'
  warta $command --format json a.txt b.txt | python3 -c "$check"
  warta $command --format jsonl a.txt b.txt | python3 -c "$check"
done
for format in json jsonl; do
  warta stem --format $format membangun jembatan | python3 -c "$check"
  warta df info --format $format a.df | python3 -c "$check"
  warta version --format $format | python3 -c "$check"
done
warta df info --format tsv a.df | head -n 1
