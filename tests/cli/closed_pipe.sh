# A closed pipe ends the program quietly by SIGPIPE (141 as the shell tells it).
. "$(dirname "$0")/lib.sh"
article >a.txt
other >b.txt
into_closed_pipe() {
  { sleep 0.05; "$WARTA" "$@"; echo "exit $?: $1" >status; } | true
  cat status
}
for command in $articles; do
  into_closed_pipe "$command" a.txt b.txt
done
into_closed_pipe version
into_closed_pipe help
into_closed_pipe stem pembangunan
