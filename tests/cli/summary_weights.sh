# --weights: a file of the right form for these features, or a named error.
. "$(dirname "$0")/lib.sh"
article >a.txt
names=$(warta explain --sentences --format tsv a.txt | head -n 1 | cut -f 6- | tr '\t' ' ')
printf '#warta-trees 1 scale=10\n%s\n0:1 =1 =9\n' "$names" >late.txt
warta summarize --weights late.txt --sentences 1 --format tsv a.txt | cut -f 2,5,6
printf '#warta-trees 1 scale=10\nplace\n=1\n' >other.txt
printf '#warta-trees 1 scale=10\n%s\n0:1 =1\n' "$names" >cut.txt
for file in other.txt cut.txt a.txt missing.txt; do
  code warta summarize --weights "$file" a.txt
done
