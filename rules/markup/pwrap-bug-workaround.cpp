// SPDX-License-Identifier: MIT
#include "lint/rule/HtmlFaultCheck.h"

WIKIVET_CHECK(pwrap_bug_workaround, HtmlFaultCheck<HtmlFaultKind::NowrapParagraph>)
