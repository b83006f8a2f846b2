// SPDX-License-Identifier: MIT
#include "lint/rule/HtmlFaultCheck.h"

WIKIVET_CHECK(html5_misnesting, HtmlFaultCheck<HtmlFaultKind::Html5Misnesting>)
