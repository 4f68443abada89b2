# index and search: adding, replacing, listing, finding, deleting; every exit code of archives.
. "$(dirname "$0")/lib.sh"
article >banjir.txt
other >cabai.txt
{
  echo '{"id": "x1", "title": "Jembatan Lembayung ditutup", "text": "Jembatan Lembayung ditutup bagi truk. Petugas menjaga jembatan.", "date": "2026-01-29", "source": "Kabar"}'
  echo '{"id": "x2", "text": "Petani memanen cabai di lereng. Harga cabai turun."}'
} >two.jsonl
show warta index add a.db banjir.txt cabai.txt two.jsonl
warta index list --format tsv a.db
warta indeks daftar a.db
warta index list --format jsonl a.db | head -n 3 | tail -n 1
show warta index check a.db
echo '# search'
show warta search a.db cabai pasar
show warta cari --format tsv --limit 1 a.db 'harga cabai'
show warta search --format jsonl a.db '"jembatan lembayung"'
show warta search a.db '"lembayung jembatan"'
show warta search a.db gempa
{
  echo '{"id": "s1", "text": "Badan Pusat Statistik (BPS) mencatat panen. BPS memuji petani. Petani panen lagi."}'
  echo '{"id": "s2", "text": "Pondok Al-Furqan memanen padi."}'
} >forms.jsonl
warta index add forms.db forms.jsonl
show warta search forms.db '"pusat statistik"'
show warta search forms.db '"bps memuji petani. petani panen"'
show warta search forms.db 'AL FURQAN'
printf 'cabai\n\nbanjir\n' >q.txt
show warta search --queries q.txt --limit 1 a.db
echo '{"id": "q1", "text": "truk"}' >q.jsonl
show warta search --queries q.jsonl --format tsv a.db
warta search --format tsv a.db <q.txt | cut -f 1-3
echo '# replace and delete'
echo '{"id": "x2", "text": "Gempa mengguncang lereng."}' | warta index add a.db
show warta search --format tsv a.db gempa
show warta index delete a.db x1 nobody
show warta search a.db jembatan
warta index list a.db | wc -l
echo '# without texts'
show warta index add --without-text b.db two.jsonl
show warta search b.db '"harga cabai"'
code warta index add --without-text a.db banjir.txt
echo '# what goes wrong'
code warta index
code warta index move a.db
code warta index add
code warta index delete a.db
code warta index delete a.db nobody
code warta index list none.db
code warta search none.db x
code warta search
code warta search --queries q.txt a.db x
code warta search a.db --queries none.txt
code warta index list a.db b.db
code warta index add none/a.db banjir.txt
code warta index list banjir.txt
code warta search --stemmer snowball a.db banjir 2>&1 | sed 's/[0-9a-f]\{16\}/F/g'
echo '{"id": "y"' | code warta index add a.db
: >empty.db
code warta search empty.db x
show warta index add empty.db banjir.txt
cp a.db c.db
printf 'x' | dd of=c.db bs=1 seek=9000 conv=notrunc status=none
code warta index check c.db
head -c 20000 a.db >d.db
code warta search d.db cabai
echo '# similar and dedup against an archive'
{
  echo '{"id": "k1", "title": "Harga cabai naik", "text": "Harga cabai rawit naik menjadi 80 ribu rupiah per kilogram di pasar induk. Pedagang mengatakan pasokan dari petani berkurang karena hujan lebat merendam kebun."}'
  echo '{"id": "k2", "title": "Jembatan ditutup", "text": "Jembatan Lembayung ditutup bagi truk sampai perbaikan selesai. Petugas mengalihkan kendaraan berat ke jalan lingkar utara kota."}'
  echo '{"id": "k3", "title": "Timnas menang", "text": "Timnas menang tiga gol atas tamunya di stadion utama. Pelatih memuji para pemain muda yang berlari tanpa lelah."}'
} >known.jsonl
{
  echo '{"id": "n1", "title": "Harga cabai rawit naik", "text": "Harga cabai rawit naik menjadi 80 ribu rupiah per kilogram di pasar induk. Pedagang mengatakan pasokan dari petani berkurang karena hujan lebat merendam kebun."}'
  echo '{"id": "n2", "text": "Gempa mengguncang lereng gunung."}'
  echo '{"id": "n3", "title": "Harga cabai naik lagi", "text": "Harga cabai rawit naik menjadi 80 ribu rupiah per kilogram di pasar induk. Pedagang mengatakan pasokan dari petani berkurang karena hujan lebat merendam kebun. Bupati meninjau pasar itu."}'
} >new.jsonl
warta index add e.db known.jsonl
show warta similar --archive e.db --format tsv --top 2 new.jsonl
show warta similar --archive e.db --format tsv --top 1 known.jsonl
show warta dedup --archive e.db --format tsv new.jsonl
head -n 2 new.jsonl | tail -n 1 >alone.jsonl
show warta similar --archive e.db alone.jsonl
show warta dedup --archive e.db alone.jsonl
cp e.db f.db
warta similar --archive f.db --add --top 1 --format tsv new.jsonl | cut -f 1-3
warta index list f.db | wc -l
show warta dedup --archive e.db --add --format jsonl new.jsonl
warta index list --format tsv e.db | cut -f 1
show warta index check e.db
code warta similar --archive e.db --query n.txt known.jsonl
code warta similar --archive e.db --weighting bm25 known.jsonl
code warta similar --archive none.db known.jsonl
code warta dedup --archive none.db known.jsonl
code warta dedup --archive e.db --background self known.jsonl
for command in similar dedup cluster; do
  code warta "$command" --add one.txt
done
