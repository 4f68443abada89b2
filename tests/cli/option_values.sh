# Values out of range or of the wrong kind are errors that tell what fits.
. "$(dirname "$0")/lib.sh"
code warta keywords --limit
code warta keywords --limit 0
code warta keywords --limit 10001
code warta keywords --limit=ten
code warta keywords --limit ''
code warta keywords -n-1
code warta keywords --max-words 9
code warta summarize --ratio 0
code warta summarize --ratio 1.5
code warta summarize --ratio 0,5
code warta similar --min 2
code warta summarize --format xml
code warta summarize --strict=yes
code warta summarize --encoding klingon
code warta similar --query a --pairs b
code warta version extra
code warta df merge
code warta df info
