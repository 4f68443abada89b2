# shellcheck shell=bash disable=SC1091,SC2154 # the helpers of lib.sh
# Helpers of the cases; a case begins with: . "$(dirname "$0")/lib.sh"

# Commands that read articles.
articles="summarize keywords similar dedup cluster vectors tokens sentences clean labels df"

warta() { "$WARTA" "$@"; }

# Runs a command and tells its exit code behind what it prints.
show() {
  local code=0
  "$@" || code=$?
  echo "exit $code: ${*:1:6}"
}

# Only the exit code and the messages count.
code() {
  local code=0
  "$@" >/dev/null || code=$?
  echo "exit $code: $*"
}

article() {
  printf 'Banjir merendam pasar\n\n'
  printf 'Banjir merendam pasar di Kecamatan Benjeng pada Sabtu pagi. '
  printf 'Pedagang mengungsikan barang dagangan ke tempat yang lebih tinggi.\n\n'
  printf 'Petugas membuka posko pengungsian di balai desa.\n'
}

other() {
  printf 'Harga cabai naik di pasar\n\n'
  printf 'Harga cabai rawit naik menjadi 80 ribu rupiah per kilogram di pasar induk. '
  printf 'Pedagang mengatakan pasokan dari petani berkurang.\n'
}
