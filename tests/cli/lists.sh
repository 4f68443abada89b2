# Lists of the user's: a bad line is 78, its file and line named; a good one works; one that is not
# there is 66.
. "$(dirname "$0")/lib.sh"
article >a.txt
echo '+banjir' >stop.txt
warta tokens --format tsv --stopwords stop.txt a.txt | awk -F '\t' '$7 == "banjir" { print $9; exit }'
echo '[nonsense' >bad.txt
for list in stopwords roots exceptions abbreviations label-patterns; do
  code warta tokens --$list bad.txt a.txt
done
printf 'kemana = mana\nkalian = \n' >broken.txt
code warta tokens --stopwords stop.txt --exceptions broken.txt a.txt
echo 'karakter ber-' >broken.txt
code warta tokens --stopwords stop.txt --roots broken.txt a.txt
code warta tokens --roots none.txt a.txt
echo '# not UTF-8: told with the line, in whichever list, and in its comments too'
printf '# Latin-1\n+banjir\n+caf\xe9\n' >latin.txt
for list in stopwords roots exceptions abbreviations label-patterns; do
  code warta tokens --$list latin.txt a.txt
done
printf '# caf\xe9\n+banjir\n' >comment.txt
code warta tokens --stopwords comment.txt a.txt
warta df a.txt | sed '3s/^/caf\xe9/' >latin.df
code warta keywords --background latin.df a.txt
code warta df merge latin.df
