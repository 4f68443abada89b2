# Another program holds the lock of an archive: a writer waits, then 75 and the archive as it was;
# readers read on; once that program ends, within the wait, the writer goes on.
. "$(dirname "$0")/lib.sh"
article >banjir.txt
other >cabai.txt
warta index add a.db banjir.txt
mkfifo locked release
hold='
import os, sqlite3
lock = sqlite3.connect("a.db", isolation_level=None)
lock.execute("BEGIN IMMEDIATE")
print("locked", file=open("locked", "w"))
open("release").read()
os._exit(0)  # a close would write pages as SQLite alone does, without their checksums'
python3 -c "$hold" &
cat locked
code warta index add --wait 1 a.db cabai.txt
code warta indeks tambah --lang id --wait 0 a.db cabai.txt
code warta index delete --wait 0 a.db banjir.txt
code warta similar --archive a.db --add --wait 0 cabai.txt
code warta dedup --archive a.db --add --wait 0 cabai.txt
warta search --format tsv a.db pasar | cut -f 1-3
warta index list --format tsv a.db | cut -f 1
{ sleep 0.3; : >release; } &
show warta index add --wait 20 a.db cabai.txt
wait
show warta index check a.db
