// SPDX-License-Identifier: MIT
#include "lint/rule/HtmlFaultCheck.h"

WIKIVET_CHECK(multiple_unclosed_formatting_tags, HtmlFaultCheck<HtmlFaultKind::MultipleUnclosed>)
