# NUL bytes are data: offsets run on, TSV shows them as \x00, JSON as \u0000.
. "$(dirname "$0")/lib.sh"
printf 'Banjir\0 merendam pasar di desa.\nWarga\0mengungsi ke balai desa.\n' >nul.txt
for command in $articles; do
  code warta "$command" nul.txt
done
for format in text tsv json jsonl; do
  warta sentences --format $format nul.txt | tr -d '\n' | grep -c -P '\x00' || true
done
warta sentences --format tsv --labels keep nul.txt
