// SPDX-License-Identifier: MIT
#include "lint/rule/HtmlFaultCheck.h"

WIKIVET_CHECK(misc_tidy_replacement_issues, HtmlFaultCheck<HtmlFaultKind::BlockInSpan>)
