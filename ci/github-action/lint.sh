#!/usr/bin/env bash
# A step of action.yml: lints what changed, prints annotations, writes SARIF. Its variables are described there.
set -euo pipefail
# GitHub says so of a branch that is new.
[[ $BEFORE =~ ^0+$ ]] && BEFORE=""
case $MODE in diff | check) ;; *)
  echo "::error title=wikivet::the input 'mode' is 'diff' or 'check', not '$MODE'"
  exit 2
  ;;
esac

options=(--output github --output "sarif=$SARIF_FILE" --fail-on "$FAIL_ON")
while IFS= read -r line; do [ -z "$line" ] || options+=("$line"); done <<<"$OPTIONS"$'\n'"$PATHS"

rm -f "$SARIF_FILE"
log=$(mktemp)
trap 'rm "$log"' EXIT
code=0
"$(dirname "$0")/../lint-changes" "$MODE" "${SINCE:-${BEFORE:-$DEFAULT_BRANCH}}" "${options[@]}" 2>"$log" || code=$?
# The log quotes pages and names of files, whose words are no commands. On the stream of the commands, to keep the order.
token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' ')
printf '::stop-commands::%s\n' "$token"
cat "$log"
printf '\n::%s::\n' "$token"
if [ "$code" = 2 ]; then
  cause=$(head -1 "$log")
  cause=${cause//'%'/%25}
  echo "::error title=wikivet::${cause//$'\r'/%0D}"
fi
[ ! -e "$SARIF_FILE" ] || echo "sarif-file=$SARIF_FILE" >>"$GITHUB_OUTPUT"
exit "$code"
