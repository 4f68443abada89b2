# Control characters of text and names never reach the output raw.
. "$(dirname "$0")/lib.sh"
printf 'Judul \x1b]0;jahat\x07\n\nWarga \x1b[31mdesa\x1b[0m membangun\xc2\x9b jembatan \x7f baru.\n' >$'na\x1bme\n.txt'
for command in summarize keywords similar vectors tokens sentences clean labels; do
  for format in text tsv json jsonl; do
    warta $command --format $format ./*.txt ./*.txt 2>&1 | LC_ALL=C grep -c -P '[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]' || true
  done
done | sort | uniq -c | tr -s ' '
code warta clean $'no\x1bne\n'
code warta $'co\x1bmmand'
code warta clean --$'op\x1btion'
