# Each command tells its options, by its own name and by its alias.
. "$(dirname "$0")/lib.sh"
for command in $articles stem version help; do
  code warta "$command" --help
done
for alias in ringkas katakunci mirip duplikat kelompok vektor token kalimat bersih label akar versi bantuan; do
  warta "$alias" --help | head -n 1
done
