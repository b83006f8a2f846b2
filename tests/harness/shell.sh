# shellcheck shell=bash
# Sourced by tests that are shell scripts: a folder to work in, and what they share.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export WIKIVET_CACHE_DIR='' NO_COLOR=1
# Nothing of the user's own git configuration.
export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=$work/gitconfig
git config --file "$GIT_CONFIG_GLOBAL" user.name Test
git config --file "$GIT_CONFIG_GLOBAL" user.email test@example.org
git config --file "$GIT_CONFIG_GLOBAL" init.defaultBranch main
git config --file "$GIT_CONFIG_GLOBAL" advice.detachedHead false

fail() { echo "$*" >&2; exit 1; }
skip() { echo "skipped: $*"; exit 77; }
same() { [ "$1" = "$2" ] || fail "expected: $1"$'\n'"but got:  $2"; }

# Copies the sources as a commit would have them: what git knows and what it doesn't ignore.
copy_sources() { # from, to
  mkdir -p "$2"
  (cd "$1" && git ls-files -coz --exclude-standard | while IFS= read -rd '' file; do
    [ ! -e "$file" ] || printf '%s\0' "$file"
  done | tar --null -cT -) | tar -xC "$2"
}

# Installs packages into an environment; skips the test if PyPI cannot be reached.
need_pypi() {
  python=/usr/bin/python3
  "$python" -m venv "$work/build" >"$work/venv.log" 2>&1 || skip "no venv: $(tail -1 "$work/venv.log")"
  "$work/build/bin/pip" -q install "$@" >"$work/pip.log" 2>&1 ||
    skip "PyPI can't be reached: $(tail -1 "$work/pip.log")"
}
