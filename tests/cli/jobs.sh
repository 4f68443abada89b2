# Whatever --jobs says, results, messages and the exit code are the same: bad records keep their place,
# and an article too large to be handed on is worked on in its turn.
. "$(dirname "$0")/lib.sh"

record() { # record ID: the sample articles follow each other, every one as often as it takes
  printf '{"id": "%s", "title": "Judul %s", "text": "' "$1" "$1"
  sed 's/\\/\\\\/g; s/"/\\"/g; s/$/\\n/' "${samples[$(($1 % ${#samples[@]}))]}" | tr -d '\n'
  printf '"}\n'
}
samples=("$DATA"/*.txt)
for i in $(seq 80); do
  record "$i"
  case $i in
  7 | 41) echo '{"id": not json' ;;
  19) echo '{"id": "no text"}' ;;
  23) printf '{"id": "bytes", "text": "Warga \xff \xc3mengungsi."}\n' ;;
  30) echo '{"id": "empty", "text": ""}' ;;
  esac
done >many.jsonl
{
  record 1
  printf '{"id": "large", "text": "'
  yes 'Petani menanam cabai rawit di lereng gunung.' | head -n 30000 | tr '\n' ' '
  printf '"}\n'
  record 2
} >large.jsonl

same() { # same NAME COMMAND...: with one thread, and with more than there are parcels for
  local name=$1 jobs code
  shift
  for jobs in 1 2 3 9; do
    code=0
    "$@" --jobs "$jobs" >"$name.$jobs.out" 2>"$name.$jobs.err" || code=$?
    echo "$code" >>"$name.$jobs.err"
    if ! cmp -s "$name.1.out" "$name.$jobs.out" || ! cmp -s "$name.1.err" "$name.$jobs.err"; then
      echo "differs: --jobs $jobs ${*:2}"
    fi
  done
  echo "$(wc -l <"$name.1.err") lines said, exit $(tail -n 1 "$name.1.err"): ${*:2}"
}

for command in $articles; do
  same "$command" warta "$command" many.jsonl
done
for format in tsv json jsonl; do
  same "$format" warta summarize --format $format many.jsonl
  same "self.$format" warta keywords --background self --format $format many.jsonl
done
same tokens.json warta tokens --format json many.jsonl
same strict warta keywords --strict many.jsonl
same few warta keywords --max-errors 2 --format json many.jsonl missing.txt
same flushed warta clean --line-buffered many.jsonl
same together warta summarize --together many.jsonl
same large warta keywords --format tsv large.jsonl
ln -s "$DATA" samples
same folder warta labels --format tsv samples missing.txt
code warta keywords --jobs 0 many.jsonl
code warta keywords --jobs 257 many.jsonl
