# An overview, in both languages; help of a command by name and alias; version names its parts.
. "$(dirname "$0")/lib.sh"
show warta help
show warta help --lang id
show warta --help | tail -n 1
show warta help ringkas | head -n 4
show warta df merge --help
warta version --format tsv | cut -f 1
warta --version | head -n 1
