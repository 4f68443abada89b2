# similar: --explain, --weighting, the matrix, order of input, articles without terms.
. "$(dirname "$0")/lib.sh"
article >a.txt
other >b.txt
article | sed 's/pasar/sekolah/' >c.txt
: >e.txt
warta similar a.txt b.txt c.txt
warta similar --explain --format tsv a.txt b.txt
warta similar --explain --format jsonl a.txt b.txt
warta similar --format tsv c.txt b.txt a.txt | cmp - <(warta similar --format tsv a.txt b.txt c.txt) && echo 'order does not matter'
warta similar --top 2 --format tsv c.txt b.txt a.txt | cmp - <(warta similar --top 2 --format tsv a.txt b.txt c.txt) && echo 'nor with --top'
for weighting in log-tf bm25 pivoted ltc nnn; do
  warta similar --weighting "$weighting" --format tsv a.txt c.txt | tail -n 1 | cut -f 1-3
done
warta vectors --weighting nnn --format tsv a.txt | head -n 3
code warta similar --weighting xyz a.txt c.txt
code warta vectors --weighting '' a.txt
code warta vectors --weighting BM25 a.txt
code warta similar --top 3 a.txt
code warta similar --top 3 e.txt e.txt
show warta similar --query e.txt --format tsv a.txt
