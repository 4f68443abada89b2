# A full disk is seen at the latest at the end: 74.
. "$(dirname "$0")/lib.sh"
article >a.txt
other >b.txt
warta df a.txt >a.df
onto_full_disk() {
  local code=0
  "$WARTA" "$@" >/dev/full || code=$?
  echo "exit $code: $*"
}
for command in $articles; do
  onto_full_disk "$command" a.txt b.txt
  code warta "$command" --output /dev/full a.txt b.txt
done
onto_full_disk stem pembangunan
onto_full_disk df merge a.df
onto_full_disk df info a.df
onto_full_disk version
onto_full_disk help
onto_full_disk summarize --help
