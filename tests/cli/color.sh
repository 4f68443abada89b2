# Colours: never in a pipe by itself, --color and CLICOLOR_FORCE, NO_COLOR; never in TSV or JSON.
. "$(dirname "$0")/lib.sh"
article >a.txt
colored() { if grep -q $'\x1b'; then echo colours; else echo plain; fi; }
warta summarize a.txt | colored
warta summarize --color always a.txt | colored
CLICOLOR_FORCE=1 warta summarize a.txt | colored
CLICOLOR_FORCE=0 warta summarize a.txt | colored
CLICOLOR_FORCE=1 NO_COLOR=1 warta summarize a.txt | colored
CLICOLOR_FORCE=1 warta summarize --color never a.txt | colored
for format in tsv json jsonl; do
  warta summarize --color always --format $format a.txt | colored
done
cmp <(warta summarize a.txt) <(warta summarize --color always a.txt | sed 's/\x1b\[[0-9;]*m//g') && echo same text
