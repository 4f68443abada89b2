# explain --keyword: the parts of a score; a phrase by any of its forms, or none.
. "$(dirname "$0")/lib.sh"
article | warta explain --keyword 'kecamatan benjeng'
article | warta explain --keyword Benjeng --format tsv
article | warta explain --keyword posko --format jsonl --max-words 1
article | warta explain --keyword 'bukan kata kunci' --format jsonl
