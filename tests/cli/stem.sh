# stem: arguments or lines; as many rows as lines, an empty line is an empty word.
. "$(dirname "$0")/lib.sh"
warta stem --format tsv --stemmer none Rumah rumah ''
printf 'satu\n\ndua\r\ntiga' | warta stem --format tsv --stemmer none
printf 'a\n' | warta stem --format jsonl --stemmer none
warta stem pembangunan
printf 'x\x1by\n' | warta stem --stemmer none
printf 'x\x1b\ty\n' | warta stem --format tsv --stemmer none
