# Malformed UTF-8 beside well-formed: U+FFFD and a warning with the first place; strict: an error.
. "$(dirname "$0")/lib.sh"
printf 'Kōichi datang.\n\nWarga \xff\xfe desa \xe2\x82 mengungsi ke balai desa.\n' >bad.txt
for command in $articles; do
  code warta "$command" bad.txt
  code warta "$command" --quiet --strict bad.txt
done
warta sentences --quiet --format tsv bad.txt | iconv -f utf-8 -t utf-8 >/dev/null && echo output is UTF-8
warta sentences --quiet --format jsonl bad.txt | python3 -c 'import json, sys; json.load(sys.stdin)'
warta sentences --quiet bad.txt | grep -o 'Warga .* desa .* m'
