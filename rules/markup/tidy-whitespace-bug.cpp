// SPDX-License-Identifier: MIT
#include "lint/rule/HtmlFaultCheck.h"

WIKIVET_CHECK(tidy_whitespace_bug, HtmlFaultCheck<HtmlFaultKind::NowrapBlank>)
