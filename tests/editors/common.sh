# shellcheck shell=bash
# Sourced by the tests of this folder, with the source folder and the program as arguments: the sample page in
# $work/page.wiki with some faults more, what the command line finds there and makes of it, and the program among those found by name.
# shellcheck source=tests/harness/shell.sh
. "$(dirname "$0")/../harness/shell.sh"
source=$1 program=$2
# shellcheck disable=SC2034 # used by those who source this
here=$(cd "$(dirname "$0")" && pwd)
mkdir "$work/bin"
ln -s "$program" "$work/bin/wikivet"
export PATH=$work/bin:$PATH HOME=$work XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data
export XDG_STATE_HOME=$work/state
cp "$source/tests/samples/foreign-relations-of-ruritania.wiki" "$work/page.wiki"
# It has nothing that can be fixed safely; and a character of two UTF-16 units before what can.
printf '\nThe ace of spades 🂡</br>is a card.\n\nSo is the king.</br>\n' >>"$work/page.wiki"
cp "$work/page.wiki" "$work/fixed.wiki"
cd "$work"
wikivet fix --isolated fixed.wiki 2>/dev/null
! cmp -s page.wiki fixed.wiki || fail "there is nothing to fix in the sample"
# shellcheck disable=SC2034 # used by those who source this
findings=$(wikivet check --isolated --exit-zero --output-format jsonl page.wiki | wc -l)

# The first block of a kind in the section of an editor in docs/editors.md.
documented() { # the section's title, the block's language
  awk -v title="### $1" -v fence="\`\`\`$2" '
    $0 == "```" && inside { exit } inside { print } /^#/ { here = ($0 == title) } here && $0 == fence { inside = 1 }' \
    "$source/docs/editors.md" >"$work/documented"
  [ -s "$work/documented" ] || fail "docs/editors.md has no '$2' for $1"
  cat "$work/documented"
}
fixed_as_on_the_command_line() { cmp page.wiki fixed.wiki || fail "the page differs from what 'wikivet fix' makes of it"; }
