// SPDX-License-Identifier: MIT
#include "lint/rule/HtmlFaultCheck.h"

WIKIVET_CHECK(tidy_font_bug, HtmlFaultCheck<HtmlFaultKind::LinkColor>)
