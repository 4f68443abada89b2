# --output: whole or not at all; the old file stays if the run fails; no temporary file is left.
. "$(dirname "$0")/lib.sh"
article >a.txt
echo old >out.txt
chmod 640 out.txt
code warta clean --output out.txt none.txt
cat out.txt
code warta clean --output out.txt a.txt
grep -c Benjeng out.txt
stat -c %a out.txt
code warta clean --output out.txt none.txt a.txt
grep -c Benjeng out.txt
code warta clean -o a.txt a.txt
grep -c Benjeng a.txt
echo old >real.txt
ln -s real.txt link.txt
code warta clean -o link.txt a.txt
test -L link.txt && echo still a link
grep -c Benjeng real.txt
code warta clean -o none/out.txt a.txt
code warta clean -o a.txt/out.txt a.txt
umask 027
code warta clean -o new.txt a.txt
stat -c %a new.txt
{
  code=0
  (ulimit -f 0 && exec "$WARTA" clean --output limited.txt a.txt) || code=$?
  echo "exit $code: over the file size limit"
} 2>&1 | cat
ls -A
