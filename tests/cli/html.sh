# HTML is refused with advice, by how it begins; a sign '<' in an article is no HTML.
. "$(dirname "$0")/lib.sh"
echo '<!DOCTYPE html><html><p>Banjir.</p>' >a.txt
printf '\xef\xbb\xbf\n  <HTML lang="id">\n' >b.txt
echo '<div class="isi">Banjir.</div>' >c.txt
echo '<p>Banjir.</p>' >d.txt
echo '<penulis> bertemu warga.' >e.txt
echo 'Suhu < 5 derajat, <b>tebal</b>.' >f.txt
for name in a b c d e f; do
  code warta clean $name.txt
done
echo '{"id": "x", "text": "<p>Banjir.</p>"}' | code warta clean
code warta clean a.txt e.txt
