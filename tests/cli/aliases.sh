# The Indonesian names are the same commands.
. "$(dirname "$0")/lib.sh"
article >a.txt
other >b.txt
while read -r command alias; do
  cmp <(warta $command a.txt b.txt) <(warta $alias a.txt b.txt) && echo "$alias"
done <<'END'
summarize ringkas
keywords katakunci
similar mirip
dedup duplikat
cluster kelompok
vectors vektor
tokens token
sentences kalimat
clean bersih
labels label
stem akar
END
