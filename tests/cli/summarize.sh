# summarize: lengths, methods, shapes.
. "$(dirname "$0")/lib.sh"
article >a.txt
for options in '' '--sentences 1' '--sentences 2' '--ratio 0.3' '--words 5' '--words 1000' '--method lead --sentences 1' '--sentences 99 --words 8'; do
  # shellcheck disable=SC2086 # words
  echo "$options: $(warta summarize --format tsv $options a.txt | tail -n +2 | wc -l)"
done
warta summarize --method lead --sentences 1 --format tsv a.txt | cut -f 1,2,6
cat >b.jsonl <<'END'
{"id":"1","title":"Judul berita","text":"Warga desa membangun jembatan bersama pekerja dari tiga kecamatan di lereng gunung sejak pagi. Petani menanam cabai.","source":"Kabar","date":"2026-01-02"}
END
warta summarize --method lead --sentences 2 b.jsonl | sed '/^Keywords/,$d'
warta summarize --lang id --method lead --sentences 1 b.jsonl | grep -o 'Kata kunci:'
warta summarize --format jsonl --limit 1 --sentences 1 b.jsonl |
  python3 -c 'import json, sys; r = json.load(sys.stdin); print(r["id"], r["title"], list(r["keywords"][0]), list(r["sentences"][0]))'
