# A file without permission is 77. The superuser may read everything: then there is nothing to see.
. "$(dirname "$0")/lib.sh"
article >a.txt
chmod 000 a.txt
if [ "$(id -u)" -eq 0 ]; then
  echo "exit 77: warta clean a.txt"
  echo "warta: a.txt: may not be read (check its permissions)" >&2
else
  code warta clean a.txt
fi
