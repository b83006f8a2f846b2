// SPDX-License-Identifier: MIT
#include "lint/rule/HtmlFaultCheck.h"

WIKIVET_CHECK(unclosed_quotes_in_heading, HtmlFaultCheck<HtmlFaultKind::UnclosedQuotesInHeading>)
