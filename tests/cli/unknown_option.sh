# An unknown option is an error with the nearest name; options of later work are not known.
. "$(dirname "$0")/lib.sh"
code warta summarize --wrods 3
code warta summarize --word 3
code warta keywords --sentences 3
code warta keywords --limits=3
code warta similar --quary x
code warta similar --threads 2
code warta summarize --archive x
code warta keywords --weights x
code warta df --format tsv
code warta stem --zzz
code warta stem -z
code warta ringkas --lang id --wrods 3
