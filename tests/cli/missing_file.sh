# A missing file is 66; with a good one beside it the rest is done, 2; strict stops, 66.
. "$(dirname "$0")/lib.sh"
article >a.txt
for command in $articles; do
  code warta "$command" none.txt
done
for command in $articles; do
  code warta "$command" --quiet none.txt a.txt
done
code warta clean --strict none.txt a.txt
code warta clean --lang id none.txt
code warta df merge none.df
code warta df info none.df
code warta keywords a.txt/b
code warta similar --pairs none.tsv a.txt
code warta similar --query none.txt a.txt
code warta keywords --stopwords none.txt a.txt
code warta keywords --background none.df a.txt
