# Progress is told after the first second only, and where there is no terminal only if it is asked for.
. "$(dirname "$0")/lib.sh"
slowly() {
  echo '{"id": "one", "text": "Warga membangun jembatan."}'
  sleep 2.5 # the program may begin late
  echo '{"id": "two", "text": "Petani menanam cabai."}'
}
slowly | warta clean --progress --line-buffered --jobs 1 >/dev/null
slowly | warta clean --progress --line-buffered --jobs 2 --lang id >/dev/null
slowly | warta clean --line-buffered >/dev/null
echo '{"id": "one", "text": "Warga membangun jembatan."}' | warta df --progress >/dev/null
