# Byte-order marks, UTF-16 without one, windows-1252, named sets, CRLF.
. "$(dirname "$0")/lib.sh"
text='Kafé “Délicieux” dibuka. Harga 5 € saja.'
show_text() { warta sentences --labels keep --format tsv "$@" | tail -n +2 | cut -f 5; }
printf '%s' "$text" >utf8.txt
printf '\xef\xbb\xbf%s' "$text" >mark.txt
for set in UTF-16LE UTF-16BE UTF-32LE UTF-32BE; do
  iconv -f utf-8 -t $set mark.txt >$set.txt
done
iconv -f utf-8 -t UTF-16LE utf8.txt >bare16le.txt
iconv -f utf-8 -t UTF-16BE utf8.txt >bare16be.txt
iconv -f utf-8 -t windows-1252 utf8.txt >1252.txt
iconv -f utf-8 -t MACINTOSH utf8.txt >mac.txt
for file in utf8 mark UTF-16LE UTF-16BE UTF-32LE UTF-32BE bare16le bare16be 1252; do
  echo "$file: $(show_text $file.txt)"
done
show_text --encoding MACINTOSH mac.txt
show_text --encoding windows-1252 1252.txt
show_text --encoding utf-8 --quiet 1252.txt
code warta clean --strict 1252.txt
printf 'Satu baris.\xd8\x00' | iconv -f latin1 -t latin1 | code warta clean --encoding UTF-16LE
printf 'Judul artikel\r\n\r\nWarga desa membangun jembatan.\r\n' >crlf.txt
show_text crlf.txt
warta clean crlf.txt | grep -c $'\r' || true
printf '{"id":"a","text":"Kaf\xe9 dibuka."}\n' | warta sentences --labels keep --format tsv
printf '{"id":"a","text":"Kafé dibuka."}\n' | iconv -f utf-8 -t utf-16 | warta sentences --labels keep --format tsv
