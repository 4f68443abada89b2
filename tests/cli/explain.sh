# explain: every analysis with its score and the rule that decided; words as arguments or lines.
. "$(dirname "$0")/lib.sh"
warta explain mengukur
printf 'menunjukan\r\n\nblorpnya' | warta explain
warta jelaskan --format tsv Maluku berlari-lari
warta explain --format jsonl diketahui
echo '-kukur' >roots.txt
echo 'mengukur = ukuran' >exceptions.txt
warta explain --roots roots.txt --exceptions exceptions.txt --format tsv mengukur
warta explain --stemmer snowball perbaikan
warta explain --stemmer none perbaikan
printf 'x\x1b\ty\n' | warta explain --format tsv | cut -f 1-4
