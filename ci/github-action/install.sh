#!/usr/bin/env bash
# A step of action.yml: says which program to run, $PROGRAM or one that is built from these sources.
set -euo pipefail
if [ -z "$PROGRAM" ]; then
  PROGRAM=$(cd "$(dirname "$0")/.." && pwd)/wikivet
elif ! PROGRAM=$(command -v "$PROGRAM"); then
  echo "::error title=wikivet::the input 'program' names no program"
  exit 2
fi
"$PROGRAM" --version
echo "program=$PROGRAM" >>"$GITHUB_OUTPUT"
