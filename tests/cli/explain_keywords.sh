# explain --keywords: a row for all that may be a keyword, the features as columns, doubles too.
. "$(dirname "$0")/lib.sh"
article | warta explain --keywords --format tsv | cut -f 2-5 | head -n 6
article | warta explain --keywords --format tsv | awk -F '\t' '{ print NF }' | sort -u
article | warta explain --keywords --format jsonl | grep -o '"features":{"mentions":[0-9]*' | head -n 2
article | warta explain --keywords --max-words 1 | sed -n 3,5p | cut -c 1-40
