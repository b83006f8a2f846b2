#!/usr/bin/env bash
# The job of wikivet.gitlab-ci.yml: lints what changed, writes a code quality report and SARIF.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
export WIKIVET=${WIKIVET:-$here/wikivet}

base=${CI_MERGE_REQUEST_DIFF_BASE_SHA:-${CI_COMMIT_BEFORE_SHA:-}}
# GitLab says so of a branch that is new.
[[ $base =~ ^0*$ ]] && base=$CI_DEFAULT_BRANCH

options=(--output full --output gitlab=gl-code-quality-report.json --output sarif=wikivet.sarif --fail-on "$WIKIVET_FAIL_ON")
# shellcheck disable=SC2086 # several words
exec "$here/lint-changes" "$WIKIVET_MODE" "$base" "${options[@]}" ${WIKIVET_OPTIONS:-}
