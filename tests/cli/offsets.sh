# Offsets are bytes of the input: cutting them out of the file gives what the rows say.
. "$(dirname "$0")/lib.sh"
cat >check.py <<'END'
import csv, sys
data = {}
plain = {"\\t": "\t", "\\n": "\n", "\\r": "\r", "\\\\": "\\"}
bad = rows = 0
for line in sys.stdin:
    row = dict(zip(header, line.rstrip("\n").split("\t"))) if rows else {}
    if not rows:
        header = line.rstrip("\n").split("\t")
        rows = 1
        continue
    rows += 1
    name = row["doc"]
    if name not in data:
        data[name] = open(name, "rb").read()
    if row["start"] == "":
        continue
    got = data[name][int(row["start"]):int(row["end"])].decode("utf-8", "replace")
    shown = row.get(sys.argv[1])
    escaped = got.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")
    if sys.argv[1] == "keyword":
        bad += not got.strip()
    elif escaped != shown:
        bad += 1
        print(repr(shown), repr(escaped))
print(sys.argv[1], "rows" if rows > 1 else "no rows", bad, "bad")
END
cp "$DATA"/*.txt .
warta tokens --format tsv ./*.txt | python3 check.py surface
warta labels --format tsv ./*.txt | python3 check.py text
warta keywords --format tsv ./*.txt | python3 check.py keyword
