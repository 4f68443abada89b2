# Messages in English or Indonesian: --lang, then LC_ALL, LC_MESSAGES, LANG.
. "$(dirname "$0")/lib.sh"
code() {
  local code=0
  "$@" || code=$?
  echo "exit $code: ${*/#*\/warta/warta}"
}
code warta clean none
code warta clean --lang id none
code warta clean --lang=en none
code env LC_ALL=id_ID.UTF-8 "$WARTA" clean none
code env LC_ALL=id "$WARTA" clean none
code env LC_ALL=idx "$WARTA" clean none
code env LC_ALL='' LC_MESSAGES=id_ID "$WARTA" clean none
code env LC_ALL='' LANG=id_ID.UTF-8 "$WARTA" clean none
code env LC_ALL=C LANG=id_ID.UTF-8 "$WARTA" clean none
code env LC_ALL=id_ID.UTF-8 "$WARTA" clean --lang en none
article >a.txt
env LC_ALL=id_ID.UTF-8 "$WARTA" keywords --format tsv a.txt | cut -f 4 | sed -n 2p
