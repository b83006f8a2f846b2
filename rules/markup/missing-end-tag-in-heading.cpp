// SPDX-License-Identifier: MIT
#include "lint/rule/HtmlFaultCheck.h"

WIKIVET_CHECK(missing_end_tag_in_heading, HtmlFaultCheck<HtmlFaultKind::MissingEndTagInHeading>)
