# An unknown command is an error with the nearest name, also for commands that are not there yet.
. "$(dirname "$0")/lib.sh"
for command in summarise ringkss katkunci similiar xyz archive translate explain '' -x; do
  code warta "$command"
done
code warta
code warta --lang id sumarize
code warta help nothing
