# JSON lines by content or by --from; ids, their lack, names of fields; bad lines are told and passed.
. "$(dirname "$0")/lib.sh"
cat >news.jsonl <<'END'
{"id": "a1", "title": "Judul satu", "text": "Warga desa membangun jembatan.", "n": 1}

{"title": "Judul dua", "text": "Petani \"menanam\" cabai\tdi ladang.\nHarga naik."}
{"id": 3, "text": "Pedagang menjual beras."}
{"id": "bad", "text": 5}
{"id": "bad"}
[1, 2]
{"id": "bad", "text": "tidak selesai
{"id": "bad", "text": "x"} {"id": "y"}
{"id": "last", "text": "Nelayan melaut.", "id": "last2"}
END
show warta sentences --format tsv news.jsonl
show warta sentences --format tsv --strict news.jsonl
show warta sentences --format tsv --max-errors 2 news.jsonl
show warta sentences --format tsv - <<<'  {"text": "Warga membangun."}'
show warta sentences --format tsv --from text - <<<'{"text": "Warga membangun."}' | head -n 1
cp "$DATA/panen-cabai.txt" no-json.txt
code warta sentences --from jsonl no-json.txt 2>/dev/null
echo '{"kode": "k", "isi": "Warga membangun.", "judul": "J"}' |
  show warta sentences --format jsonl --id-field kode --text-field isi --title-field judul
printf '{"text": "Warga desa."}\r\n{"text": "Petani."}' | warta sentences --format tsv
printf '{"text":%s' "$(printf '[%.0s' $(seq 1000))" | code warta clean
