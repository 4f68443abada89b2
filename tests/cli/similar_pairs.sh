# --pairs: just these, in their order, zeros too; an unknown id is told and counted.
. "$(dirname "$0")/lib.sh"
article >a.txt
other >b.txt
echo 'Xyzzy.' >d.txt
printf 'd.txt\ta.txt\nb.txt\ta.txt\na.txt\ta.txt\r\n' >pairs
warta similar --pairs pairs --format tsv a.txt b.txt d.txt | cut -f 1,2
warta similar --pairs pairs --top 1 --min 0.9 --format tsv a.txt b.txt d.txt | awk -F '\t' '$1 == "d.txt" { print $3 }'
printf 'a.txt\tb.txt\na.txt\tnone\nno tab\nb.txt\ta.txt' >pairs
show warta similar --pairs pairs --format tsv a.txt b.txt | cut -f 1,2
code warta similar --pairs pairs a.txt b.txt
code warta similar --pairs pairs --strict a.txt b.txt
code warta similar --pairs pairs a.txt a.txt b.txt
