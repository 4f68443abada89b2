# Lists of the user's: a bad line is 78 and named; a good one works; one that is not there is 66.
. "$(dirname "$0")/lib.sh"
article >a.txt
echo '+banjir' >stop.txt
warta tokens --format tsv --stopwords stop.txt a.txt | awk -F '\t' '$7 == "banjir" { print $9; exit }'
echo '[nonsense' >bad.txt
for list in stopwords exceptions label-patterns; do
  code warta tokens --$list bad.txt a.txt 2>&1 | sed 's/: bad line in a list: .*/: bad line in a list: .../'
done
code warta tokens --roots none.txt a.txt
