# A folder is read with all below it in order of bytes; hidden names, links to folders and pipes are
# passed over; an empty folder is named.
. "$(dirname "$0")/lib.sh"
mkdir -p news/b news/.hidden empty
article >news/c.txt
article >news/a.txt
article >news/b/z.txt
article >news/B.txt
article >news/.secret
article >news/.hidden/x.txt
ln -s . news/loop
ln -s c.txt news/link.txt
mkfifo news/pipe
warta sentences --format tsv news | tail -n +2 | cut -f 1 | uniq
warta sentences --format tsv news/ | tail -n +2 | cut -f 1 | uniq | head -n 1
for command in $articles; do
  code warta "$command" news
done
for command in summarize df; do
  code warta "$command" empty
done
code warta df merge news
code warta keywords --stopwords news news/a.txt
