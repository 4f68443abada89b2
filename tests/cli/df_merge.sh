# df merge gives the bytes of df over everything, in any order and grouping; foreign files are refused.
. "$(dirname "$0")/lib.sh"
article >a.txt
other >b.txt
cat "$DATA/panen-cabai.txt" >c.txt
warta df a.txt b.txt c.txt >all.df
for name in a b c; do warta df $name.txt >$name.df; done
warta df merge a.df b.df c.df | cmp - all.df && echo one by one
warta df merge c.df a.df b.df | cmp - all.df && echo another order
warta df merge a.df b.df >ab.df
warta df merge c.df ab.df | cmp - all.df && echo another grouping
warta df merge all.df | cmp - all.df && echo alone
warta df --output out.df a.txt b.txt c.txt && cmp out.df all.df && echo to a file
warta df info all.df | sed 's/: .* documents/: N documents/; s/, .* terms/, N terms/; s/print .*/print F/'
warta df info --format tsv a.df b.df all.df | cut -f 1,2
head -n 1 all.df | sed 's/fingerprint=[0-9a-f]*$/fingerprint=F/'
tail -n +2 all.df | LC_ALL=C sort -c && echo sorted by bytes
warta df --stemmer none a.txt >other.df
code warta df merge a.df other.df 2>/dev/null
code warta keywords --background other.df a.txt 2>/dev/null
code warta keywords --background a.df a.txt
code warta keywords --background self a.txt b.txt
echo nonsense >bad.df
code warta df merge a.df bad.df
code warta df info a.df bad.df
printf 'x\tnot a number\n' >>ab.df
code warta df merge ab.df 2>/dev/null
