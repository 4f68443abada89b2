# SIGINT: no temporary file is left, and the exit code is 130.
. "$(dirname "$0")/lib.sh"
mkfifo in
code=0
timeout --signal=INT --preserve-status 0.3 "$WARTA" clean --output out.txt in <>in || code=$?
echo "exit $code"
rm in
ls -A
