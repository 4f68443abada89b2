# explain in Indonesian: every rule, way, kind and term of a score; TSV and JSON stay English.
. "$(dirname "$0")/lib.sh"
warta explain --lang id mengukur diketahui maluku Kementerian Blorpnya blorpnya blorp sayur-mayur \
  di-blorp dihadapan mengunakan penyeragaman mengebom Maluku kesampingkan kulihat apakah tarikan abah kebon
warta explain --lang id --stemmer none perbaikan
warta explain --lang id --stemmer snowball perbaikan
printf 'x%.0s' $(seq 70) | warta explain --lang id
warta explain --lang id --format tsv dihadapan
warta explain --lang id --format jsonl dihadapan
