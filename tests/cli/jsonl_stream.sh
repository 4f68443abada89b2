# Records flow: the first result is out before the second line is in.
. "$(dirname "$0")/lib.sh"
mkfifo in out
"$WARTA" clean --line-buffered --jobs 2 --format jsonl --labels keep <in >out &
exec 3>in 4<out
echo '{"id": "one", "text": "Warga membangun jembatan."}' >&3
read -r -t 5 line <&4
echo "${line:0:18}"
echo '{"id": "two", "text": "Petani menanam cabai."}' >&3
read -r -t 5 line <&4
echo "${line:0:18}"
exec 3>&-
wait
