# cluster: groups with keywords and dates, --window, --min, bulletins apart, nothing found, bad input.
. "$(dirname "$0")/lib.sh"
flood='Banjir merendam pasar Benjeng di Kabupaten Gresik. Pedagang pasar Benjeng mengungsikan barang dagangan.'
quote='Bupati Gresik meninjau banjir di pasar Benjeng dan menjanjikan pompa air bagi pedagang.'
later='Pasar Benjeng di Gresik dibuka lagi setelah banjir surut. Pedagang membersihkan lumpur.'
rates() {
  echo "Nilai tukar rupiah terhadap dolar Amerika Serikat di pasar spot ditutup di $1 per dolar. Kurs tengah Bank Indonesia $2, euro $3, yen $4, poundsterling $5, ringgit $6, dolar Singapura $7, baht $8."
}
{
  echo "{\"id\": \"a\", \"title\": \"Banjir merendam pasar Benjeng\", \"text\": \"$flood\", \"date\": \"2026-01-29T08:10\"}"
  echo "{\"id\": \"b\", \"title\": \"Bupati tinjau pasar Benjeng\", \"text\": \"$quote\", \"date\": \"Jumat, 30 Jan 2026 10:42 WIB\"}"
  echo "{\"id\": \"c\", \"title\": \"Pasar Benjeng dibuka lagi\", \"text\": \"$later\", \"date\": \"12/2/2026\"}"
  echo "{\"id\": \"d\", \"title\": \"Rupiah ditutup melemah\", \"text\": \"$(rates 16.262 16.271 17.804 109,41 20.118 3.871 12.644 490,2)\", \"date\": \"2026-01-29\"}"
  echo "{\"id\": \"e\", \"title\": \"Rupiah ditutup menguat\", \"text\": \"$(rates 16.188 16.195 17.655 108,02 20.007 3.828 12.590 487,9)\", \"date\": \"2026-01-30\"}"
  echo "{\"id\": \"f\", \"title\": \"Rupiah ditutup menguat\", \"text\": \"$(rates 16.188 16.195 17.655 108,02 20.007 3.828 12.590 487,9) Analis menyambutnya.\"}"
  echo '{"id": "g", "text": ""}'
} >all.jsonl
warta cluster --format tsv all.jsonl
warta cluster all.jsonl
warta kelompok --lang id all.jsonl | tail -n 1
warta cluster --format jsonl all.jsonl | tail -n 1
warta cluster --window 5 --format tsv all.jsonl | cut -f 1,2,5
warta cluster --window 0 --format tsv all.jsonl | cut -f 1,2,5
warta cluster --min 0.9 --format tsv all.jsonl | cut -f 1,2
sort -r all.jsonl >turned.jsonl
warta cluster --jobs 3 turned.jsonl | cmp - <(warta cluster --jobs 1 all.jsonl) && echo 'neither order nor jobs matter'
head -n 1 all.jsonl >one.jsonl
show warta cluster one.jsonl
show warta cluster --format json one.jsonl
tail -n 1 all.jsonl >empty.jsonl
show warta cluster --format tsv empty.jsonl empty.jsonl
head -n 2 all.jsonl | cut -d , -f 1,3- >untitled.jsonl
warta cluster --min 0.1 untitled.jsonl
code warta cluster --background self all.jsonl
code warta cluster --min 0 all.jsonl
code warta cluster --window -1 all.jsonl
code warta cluster --top 3 all.jsonl
code warta cluster none.jsonl all.jsonl
