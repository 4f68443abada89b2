# Why something failed, in both languages; one article is no "articles".
. "$(dirname "$0")/lib.sh"
article >a.txt
printf 'kata kunci\n' >words.txt
printf 'ad line (beli\n' >labels.txt
printf '#warta-df 1 documents=2 fingerprint=0\nb\t1\na\t1\n' >bad.df
warta df --stopwords /dev/null a.txt | sed 's/fingerprint=.*/fingerprint=0123456789abcdef/' >other.df
warta index add one.db a.txt
cp one.db two.db
printf 'x' | dd of=two.db bs=1 seek=20000 conv=notrunc status=none
for language in en id; do
  echo "# $language"
  code warta keywords --lang $language --stopwords words.txt a.txt
  code warta keywords --lang $language --label-patterns labels.txt a.txt
  code warta df merge --lang $language bad.df
  code warta keywords --lang $language --background other.df a.txt 2>&1 | sed 's/[0-9a-f]\{16\}/F/g'
  code warta index list --lang $language --stemmer snowball one.db 2>&1 | sed 's/[0-9a-f]\{16\}/F/g'
  code warta index check --lang $language two.db
  code warta index add --lang $language none/a.db a.txt
  code warta clean --lang $language --output none/out a.txt
  warta clean --lang $language a.txt >/dev/full || echo "exit $?: full disk"
  show warta index check --lang $language one.db
  warta df --lang $language a.txt >one.df
  show warta df info --lang $language one.df | sed 's/[0-9a-f]\{16\}/F/g'
  warta keywords --help --lang $language | head -n 1
done
