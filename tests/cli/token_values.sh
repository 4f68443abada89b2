# The values of numbers: a column of the TSV, a member of the JSON where there is one.
. "$(dirname "$0")/lib.sh"
printf 'Rp1,5 triliun untuk 2,5 juta orang, naik 4,71 persen: yang ke-5, pukul 16.30 WIB.\n' >a.txt
warta tokens --format tsv a.txt | cut -f 5,6,11 | awk -F '\t' '$3 != ""'
warta tokens --format json a.txt | python3 -c '
import json, sys
for token in json.load(sys.stdin)[0]["tokens"]:
    if "value" in token:
        print(token["surface"], token["value"])'
