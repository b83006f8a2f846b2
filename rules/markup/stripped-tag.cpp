// SPDX-License-Identifier: MIT
#include "lint/rule/HtmlFaultCheck.h"

WIKIVET_CHECK(stripped_tag, HtmlFaultCheck<HtmlFaultKind::StrippedTag>)
