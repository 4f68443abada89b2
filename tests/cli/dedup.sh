# dedup: copy, cut and followup in groups with their original; nothing found; bad input.
. "$(dirname "$0")/lib.sh"
lead='Banjir merendam pasar Benjeng di Kabupaten Gresik sejak Sabtu pagi. Pedagang mengungsikan barang dagangan ke balai desa yang letaknya lebih tinggi.'
more='Petugas penanggulangan bencana membuka posko dan dapur umum bagi ratusan keluarga. Sungai Lamong meluap setelah hujan lebat mengguyur wilayah hulu semalaman.'
rest='Bupati meninjau tanggul yang jebol bersama kepala dinas pekerjaan umum. Pemerintah kabupaten menyiapkan pompa dan karung pasir untuk menutup tanggul itu.'
new='Gubernur memberhentikan kontraktor perbaikan jembatan karena korupsi anggaran. Jaksa menyita dokumen lelang serta uang tunai di rumah tersangka.'
{
  echo "{\"id\": \"d\", \"title\": \"Kontraktor jembatan diberhentikan\", \"text\": \"$new $more $rest\"}"
  echo "{\"id\": \"c\", \"title\": \"Banjir merendam pasar Benjeng\", \"text\": \"$lead $more $rest\", \"date\": \"2026-01-30\"}"
  echo "{\"id\": \"b\", \"title\": \"Pasar Benjeng terendam banjir\", \"text\": \"$lead $more\"}"
  echo "{\"id\": \"a\", \"title\": \"Pasar Benjeng direndam banjir\", \"text\": \"$lead $more $rest\", \"date\": \"2026-01-31\"}"
  echo '{"id": "e", "text": ""}'
  echo '{"id": "f", "text": "yang dan di itu"}'
} >all.jsonl
warta dedup --format tsv all.jsonl
warta dedup all.jsonl
warta duplikat --lang id all.jsonl | head -n 1
warta dedup --format jsonl all.jsonl | head -n 1
sort -r all.jsonl >turned.jsonl
warta dedup --format tsv turned.jsonl | cmp - <(warta dedup --format tsv all.jsonl) && echo 'order does not matter'
head -n 1 all.jsonl >one.jsonl
show warta dedup one.jsonl
show warta dedup --format json one.jsonl
tail -n 2 all.jsonl >empty.jsonl
show warta dedup --format tsv empty.jsonl
cat one.jsonl one.jsonl >twice.jsonl
warta dedup --format tsv twice.jsonl | cut -f 1-4
code warta dedup --background self all.jsonl
code warta dedup --top 3 all.jsonl
code warta dedup none.jsonl
