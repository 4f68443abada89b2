# similar: order of rows, --top, --min, --query, nothing found.
. "$(dirname "$0")/lib.sh"
article >a.txt
other >b.txt
article | sed 's/pasar/sekolah/' >c.txt
echo 'Xyzzy.' >d.txt
warta similar --format tsv a.txt a.txt | cut -f 1-3
warta similar --format tsv a.txt b.txt c.txt d.txt | cut -f 1,2
warta similar --format tsv a.txt b.txt c.txt d.txt | tail -n +2 | cut -f 3 | LC_ALL=C sort -c -r && echo falling
warta similar --top 1 --format tsv a.txt b.txt c.txt d.txt | cut -f 1,2
warta similar --min 0.5 --format tsv a.txt b.txt c.txt d.txt | cut -f 1,2
warta similar --query c.txt --format tsv a.txt b.txt | cut -f 1,2
warta similar --query c.txt --top 1 --format tsv a.txt b.txt | cut -f 1,2
show warta similar --format tsv a.txt d.txt
show warta similar a.txt d.txt
show warta similar --format json a.txt d.txt
code warta similar a.txt
code warta similar --background self a.txt b.txt
printf '{"text":"satu"}\n{"text":"dua"}\n' >two.jsonl
code warta similar --query two.jsonl a.txt
warta similar --query c.txt --format tsv a.txt c.txt | cut -f 1,2
