# A file without permission is 77. The superuser gives up the power to read everything.
. "$(dirname "$0")/lib.sh"
article >a.txt
chmod 000 a.txt
plain=()
[ "$(id -u)" -ne 0 ] || plain=(setpriv --bounding-set "-dac_override,-dac_read_search")
result=0
"${plain[@]}" "$WARTA" clean a.txt || result=$?
echo "exit $result: warta clean a.txt"
