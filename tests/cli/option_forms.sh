# --name value, --name=value, -n value, -nvalue, options behind operands, and "--".
. "$(dirname "$0")/lib.sh"
article >a.txt
article >./--limit
for form in "--limit 1" "--limit=1" "-n 1" "-n1"; do
  # shellcheck disable=SC2086 # the words of the form are arguments
  warta keywords --format tsv $form a.txt | wc -l
done
warta keywords a.txt --format tsv --limit 1 | wc -l
warta sentences --format tsv -- --limit | tail -n +2 | cut -f 1 | uniq
warta sentences --format tsv - <a.txt | tail -n +2 | cut -f 1 | uniq
