# Closed standard streams are errors where they are needed, and never taken by another file.
. "$(dirname "$0")/lib.sh"
article >a.txt
code=0; warta clean <&- || code=$?
echo "exit $code: no standard input"
code=0; warta clean a.txt >&- || code=$?
echo "exit $code: no standard output"
code=0; warta clean a.txt >/dev/null 2>&- || code=$?
echo "exit $code: no standard error, nothing to say"
code=0; warta clean none.txt 2>&- || code=$?
echo "exit $code: no standard error, something to say"
code=0; warta clean --output out.txt a.txt <&- >&- 2>&- || code=$?
echo "exit $code: no stream at all"
grep -c Benjeng out.txt
