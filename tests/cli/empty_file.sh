# An empty file is an article without words: no error, no rows.
. "$(dirname "$0")/lib.sh"
: >empty.txt
printf '\n \n' >blank.txt
for command in $articles; do
  for format in text tsv json jsonl; do
    [ "$command" = df ] || code warta "$command" --format $format empty.txt
  done
  code warta "$command" blank.txt
done
warta keywords --format tsv empty.txt
warta summarize --format jsonl empty.txt
warta df empty.txt | sed 's/fingerprint=.*//'
code warta df merge empty.txt
code warta stem </dev/null
