# What the commands that read articles do with bad input, those with an archive or an explanation too.
. "$(dirname "$0")/lib.sh"
article >a.txt
other >b.txt
: >empty.txt
printf 'Warga \xff\xfe desa mengungsi ke balai desa.\n' >bad.txt
printf 'Banjir\0 merendam pasar di desa.\n' >nul.txt
mkdir folder none
cp a.txt b.txt folder
warta index add kept.db a.txt
onto_full_disk() {
  local code=0
  "$WARTA" "$@" >/dev/full || code=$?
  echo "exit $code: full disk: $*"
}
for command in 'index add new.db' 'explain --keywords' 'explain --sentences' 'similar --archive kept.db' \
  'dedup --archive kept.db'; do
  read -r -a words <<<"$command"
  for input in none.txt empty.txt bad.txt nul.txt folder none; do
    code warta "${words[@]}" "$input"
  done
  code warta "${words[@]}" --quiet none.txt b.txt
  code warta "${words[@]}" --strict bad.txt
  [ "$command" = 'index add new.db' ] || onto_full_disk "${words[@]}" folder
done
warta index add kept.db folder
for command in 'index list kept.db' 'index check kept.db' 'search kept.db pasar' 'cluster --archive kept.db' \
  'completion bash'; do
  read -r -a words <<<"$command"
  onto_full_disk "${words[@]}"
  code=0
  { sleep 0.05; "$WARTA" "${words[@]}"; echo "$?" >status; } | true
  echo "exit $(cat status): closed pipe: $command"
done
warta index check new.db
