# cluster --archive: the same groups with and without texts; what goes wrong.
. "$(dirname "$0")/lib.sh"
{
  echo '{"id": "a", "title": "Banjir merendam pasar Benjeng", "text": "Banjir merendam pasar Benjeng di Kabupaten Gresik. Pedagang pasar Benjeng mengungsikan barang dagangan.", "date": "2026-01-29"}'
  echo '{"id": "b", "title": "Bupati tinjau pasar Benjeng", "text": "Bupati Gresik meninjau banjir di pasar Benjeng dan menjanjikan pompa air bagi pedagang.", "date": "30 Januari 2026"}'
  echo '{"id": "c", "title": "Petani memanen cabai", "text": "Petani memanen cabai rawit di lereng gunung. Harga cabai turun di pasar induk.", "date": "2026-01-30"}'
} >all.jsonl
sort -r all.jsonl >turned.jsonl
warta index add texts.db all.jsonl
warta index add --without-text bare.db turned.jsonl
warta cluster --archive texts.db
warta cluster --archive bare.db --format tsv
cmp <(warta cluster --archive texts.db --format tsv | cut -f 1-3) <(warta cluster --archive bare.db --format tsv | cut -f 1-3) && echo 'texts do not matter'
cmp <(warta cluster --archive texts.db --format tsv | cut -f 1-3) <(warta cluster --background self --format tsv all.jsonl | cut -f 1-3) && echo 'as of the articles themselves'
show warta kelompok --archive texts.db --window 0 --format jsonl
warta index delete texts.db a
code warta cluster --archive texts.db
code warta cluster --archive texts.db --background self
code warta cluster --archive none.db
code warta cluster --archive all.jsonl
code warta cluster --archive texts.db --stemmer none 2>&1 | grep -c "other rules"
warta index add new.db all.jsonl
echo '{"id": "d", "title": "Pompa air untuk pasar Benjeng", "text": "Pompa air bagi pedagang pasar Benjeng yang banjir tiba di Kabupaten Gresik, kata Bupati Gresik.", "date": "2026-01-31"}' >new.jsonl
show warta cluster --archive new.db new.jsonl
warta cluster --archive new.db --format tsv all.jsonl new.jsonl | cut -f 1-2
head -n 1 turned.jsonl >alone.jsonl
code warta cluster --archive new.db --format tsv alone.jsonl
warta index list new.db | wc -l
warta cluster --archive new.db --add --format tsv - <new.jsonl | cut -f 1,2,5
warta index list new.db | wc -l
cmp <(warta cluster --archive new.db --format tsv) <(warta cluster --archive new.db --add --format tsv new.jsonl all.jsonl) && echo 'adding again changes nothing'
warta cluster --archive made.db --add --format tsv all.jsonl | cut -f 1-2
code warta cluster --archive none.db new.jsonl
code warta cluster --archive no/folder.db --add new.jsonl
