# similar --top and cluster: several tiles of articles, the same bytes for any --jobs.
. "$(dirname "$0")/lib.sh"
awk 'BEGIN {
  split("banjir sawah pasar sekolah jembatan gempa pelabuhan panen listrik hutan kapal bandara", word, " ")
  for (i = 0; i < 4300; i++) {
    printf "{\"id\": \"%d\", \"text\": \"Warga %s melihat %s di %s, lalu %s dan %s nomor %d.\"}\n", i, word[i % 12 + 1],
      word[int(i / 3) % 12 + 1], word[int(i / 7) % 12 + 1], word[int(i / 13) % 12 + 1], word[int(i / 57) % 12 + 1], i % 211
  }
}' >many.jsonl
warta similar --top 2 --jobs 1 --format tsv many.jsonl >one.tsv
warta similar --top 2 --jobs 3 --format tsv many.jsonl >three.tsv
wc -l <one.tsv | tr -d ' '
cmp one.tsv three.tsv && echo 'the same bytes'
warta cluster --jobs 1 --format tsv many.jsonl >one.tsv
warta cluster --jobs 3 --format tsv many.jsonl >three.tsv
cut -f 1 one.tsv | sort -u | wc -l | tr -d ' '
cmp one.tsv three.tsv && echo 'the same groups'
