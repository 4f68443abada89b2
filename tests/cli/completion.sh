# Completion: bash offers commands, options of the command, values of an option, and files; the scripts
# of all shells name every option of every command; another shell is 64.
. "$(dirname "$0")/lib.sh"
source <("$WARTA" completion bash)
offer() { # offer WORD...: what bash would offer for the last one, sorted
  COMP_WORDS=("$@")
  COMP_CWORD=$(($# - 1))
  _warta
  echo "$*: $(printf '%s\n' "${COMPREPLY[@]}" | sort | paste -s -d ' ')"
}
touch stop.txt stop.csv other.txt
offer warta su
offer warta rin
offer warta keywords --max
offer warta df --out
offer warta df merge --
offer warta keywords --format js
offer warta keywords -f ''
offer warta keywords --stopwords sto
offer warta keywords --background se
offer warta keywords o
offer warta keywords --limit ''
offer warta explain --sentences o
offer warta similar --archive o
for shell in bash zsh fish; do
  "$WARTA" completion $shell >script
  "$WARTA" completion $shell --lang id | grep -q "'" && echo "$shell: also in Indonesian"
  "$WARTA" help | sed -n 's/^  \([a-z]* \{0,1\}[a-z]*\)  .*/\1/p' | while read -r command _; do
    "$WARTA" help "$command" | grep -oE -e '--[a-z][a-z-]+' | sort -u | while read -r option; do
      grep -qE -e "(--|-l )${option#--}\b" script || echo "$shell: $command has no $option"
    done
  done
done
code warta completion tcsh
code warta completion
